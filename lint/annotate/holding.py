"""Whether a text may hold a phrase: quicker told than looked for, and never wrongly denied."""

from collections.abc import Callable

_OPENING = 5


def holder(text: str) -> Callable[[str], bool]:
    """Give a function that says whether a phrase may stand in the text, in any case and however both are cut into words."""
    held = _bare(text)
    openings = {held[at : at + _OPENING] for at in range(len(held))}  # few phrases get past them to a real search

    def may_hold(phrase: str) -> bool:
        wanted = _bare(phrase)
        return (wanted[:_OPENING] in openings or len(wanted) < _OPENING) and wanted in held

    return may_hold


def _bare(text: str) -> str:
    """Give the text in lower case without white space. A capital sigma has two small letters; one will do."""
    return "".join(text.split()).lower().replace("ς", "σ")
