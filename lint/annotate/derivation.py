"""Words made of words: prefixes, suffixes and compounds that a dictionary need not hold."""

from lint.annotate import wordlist

_PREFIXES = tuple(
    sorted(
        "a ante anti arch auto bi bio co counter cross crypto cyber de demi dis e eco electro en ex extra fore geo hyper in "
        "info infra inter intra macro mega meta micro mid mini mis mono multi nano neo neuro non off omni on out over para "
        "photo poly post pre pro proto pseudo psycho quasi re retro self semi socio step sub super tele trans tri ultra un "
        "under uni up vice".split(),
        key=lambda prefix: (-len(prefix), prefix),
    )
)
_FREE_PREFIXES = ("non", "over", "re", "un", "under")
_SUFFIXES = (
    "s es 's ed d ing er ers or ors ish ness nesses ly like less ful fuls ize izes ized izing izer ise ises ised ising able "
    "ability ion ions ible ism isms ist ists istic ic ical al ally ation ations y ier iest ies est wise ward wards hood "
    "ship ships dom ment ments proof friendly free worthy fest gate athon athons goer goers maker makers ite ites ian ians "
    "an ans esque ette ee ees fy ify ified ity ities ous ive man men woman women".split()
)
_VOWELS = "aeiouy"
_SHORTEST_STEM = 3
_SHORTEST_PART = 4


def is_derived(word: str) -> bool:
    """Say whether an unlisted word in lower case is a regular derivation or compound of listed ones."""
    return _has_prefix(word) or _has_suffix(word) or _is_compound(word) or _is_singular(word)


def _has_prefix(word: str) -> bool:
    stems = [word[len(prefix) :] for prefix in _PREFIXES if word.startswith(prefix)]
    freer = (word[len(prefix) :] for prefix in _FREE_PREFIXES if word.startswith(prefix))
    return any(len(stem) > _SHORTEST_STEM and wordlist.is_word(stem) for stem in stems) or any(map(_has_suffix, freer))


def _has_suffix(word: str) -> bool:
    pairs = ((word[: -len(suffix)], suffix) for suffix in _SUFFIXES if word.endswith(suffix))
    fitting = ((stem, suffix) for stem, suffix in pairs if len(stem) >= _SHORTEST_STEM and _takes(stem, suffix))
    return any(wordlist.is_word(form) for stem, suffix in fitting for form in _restored(stem, suffix))


def _takes(stem: str, suffix: str) -> bool:
    """Say whether the spelling of a plural or third person fits its stem: box-es, not box-s; result-s, not result-es."""
    hisses = stem.endswith(("s", "x", "z", "ch", "sh"))
    return not hisses if suffix == "s" else suffix != "es" or hisses or stem.endswith(("o", "i"))


def _restored(stem: str, suffix: str) -> tuple[str, ...]:
    """Give the forms a stem may have had before its suffix: mak-ing, run-n-ing, happi-ness.

    Only a vowel drops an e or y or doubles the letter before it: arrang-ments and commit-t-ment are slips.
    """
    forms = [stem]
    if suffix[0] in _VOWELS:
        forms += [stem + "e", stem + "y"]
        if stem[-1] == stem[-2]:
            forms.append(stem[:-1])
    if stem[-1] == "i":
        forms.append(stem[:-1] + "y")
    return tuple(forms)


def _is_singular(word: str) -> bool:
    return word[-1] != "s" and wordlist.is_word(word + "s")


def _is_compound(word: str) -> bool:
    cuts = range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1)
    return any(wordlist.is_word(word[:cut]) and wordlist.is_word(word[cut:]) for cut in cuts)
