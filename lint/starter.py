"""A first configuration, from what a look at the repository has shown: what is certain stands in it, the rest in comments."""

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from typing import NamedTuple

from lint.survey import Survey


class _Sort(NamedTuple):
    """A sort of articles that a folder's name gives away: what is ignored there, and why."""

    names: frozenset[str]
    ignore: str
    because: str


def _sort(names: str, ignore: str, because: str) -> _Sort:
    return _Sort(frozenset(names.split()), ignore, because)


_ARCHIVE = _sort("archive archives old legacy", "[all]", "Published long ago; it stays as it was.")
_SORTS = (
    _sort(
        "vendor vendors vendored third_party third-party themes theme bower_components",
        "[all]",
        "Written elsewhere, and not ours to mend.",
    ),
    _ARCHIVE,
    _sort("letters letters-to-the-editor readers-letters", "[claims, style]", "Letters are printed as they were sent."),
    _sort(
        "press press-releases press_releases pressreleases releases sponsored partner-content advertorial advertorials",
        "[claims]",
        "Those who send it speak in it, and say so.",
    ),
    _sort(
        "opinion opinions op-ed op-eds oped opeds editorial editorials column columns columnists comment commentary "
        "essays viewpoints leaders",
        "[claims]",
        "Opinion pieces argue in their own voice.",
    ),
)
"""Earlier ones weigh more: an archive of columns is an archive."""

_TRANSLATED = "Not in English."
_LANGUAGES = frozenset(
    "ar bg bn ca cs da de el es et fa fi fr ga gl he hi hr hu id ja ko lt lv ms nb nl pl pt ro ru sk sl sr sv th tr uk ur vi "
    "zh".split()
)
_ENGLISH = "en"
_TAG = re.compile(r"([a-z]{2})(?:[-_](?:[A-Z]{2}|[a-z]{2}|Han[st]))?")
_PLAIN = re.compile(r"[A-Za-z_][\w-]*")
_MOST = 40
_BOOLEANS = frozenset("on off yes no true false null".split())


def text(survey: Survey) -> str:
    """Give the text of a configuration: valid YAML, with comments."""
    parts = (
        _head(survey),
        _language(survey),
        _words(survey),
        _names(survey),
        _markup(survey),
        _RULES,
        _paths(survey),
        _EXCLUDE,
    )
    written = ("".join(f"{line}\n" for line in part) for part in parts)
    return "\n".join(filter(None, written))


def _head(survey: Survey) -> Iterator[str]:
    yield "# What this repository says to Copydesk. “copydesk config show PATH” tells what holds for a file and why,"
    yield "# “copydesk rules list” which rules there are, “copydesk explain RULE” what one of them is about."
    site = f"a site made with {survey.generator}; " if survey.generator else ""
    where = f" in {', '.join(f'{folder}/' for folder in survey.content)}" if survey.content else ""
    kinds = f" ({', '.join(survey.formats)})" if survey.formats else ""
    number = f"{survey.articles:,} article{'' if survey.articles == 1 else 's'}"
    yield f"# Seen here: {site}{number}{kinds}{where}."


def _language(survey: Survey) -> Iterator[str]:
    if survey.spelling:
        yield f"# {survey.spoken:,} of {survey.words:,} words that are not spelt alike everywhere, in a sample, are written so."
        yield f"language: {{spelling: {survey.spelling}}}"
    else:
        yield "# The articles of the sample do not agree on a national spelling, or are too few to tell."
        yield "# language: {spelling: british}  # or american, oxford, canadian, australian"


def _words(survey: Survey) -> Iterator[str]:
    found = survey.vocabulary
    if found.files:
        yield "# Words that another tool here has been taught, one a line."
        yield from ("word_files:", *(f"  - {_quoted(file)}" for file in found.files))
    if found.words:
        yield "# Words that cspell has been taught here."
        yield from ("words:", *(f"  - {_quoted(word)}" for word in found.words))
    if not found.files and not found.words:
        yield "# Words of the house that are in no dictionary; a capital is right only where one stands."
        yield "# words: [spreadable, Techfest]"


def _names(survey: Survey) -> Iterator[str]:
    older = [folder for folder, (_, because) in _sections(survey.folders) if because == _ARCHIVE.because]
    published = [folder for folder in survey.content if "draft" not in folder.lower()]
    folders = ", ".join(_quoted(f"{folder}/") for folder in older or published or ("content",))
    if survey.names:
        yield "# The house's list of names."
        yield f"names: {survey.names}"
    else:
        yield "# Names in a draft can be held against a list and against older articles. “copydesk names learn” proposes a list."
        yield "# names: names.yaml"
    yield f"# archive: [{folders}]"


def _markup(survey: Survey) -> Iterator[str]:
    if survey.fields or survey.perhaps:
        yield "# Fields of front matter that hold prose, beside title, description, summary, deck, standfirst and the like."
    if survey.fields:
        yield from ("markup:", "  prose_fields:")
        yield from (f"    {_quoted(name)}: {kind.value}" for name, kind in survey.fields.items())
        yield from (f"    # {_quoted(name)}: deck  # its values look like prose" for name in survey.perhaps)
    elif survey.perhaps:
        fields = ", ".join(f"{_quoted(name)}: deck" for name in survey.perhaps)
        yield f"# markup: {{prose_fields: {{{fields}}}}}  # their values look like prose"


_RULES = (
    "# What is off by default and should be on: a pack, a family or a rule.",
    "# packs: [style/news]",
    "",
    "# A rule or family: on, off, error, warning, suggestion, or a mapping with options.",
    "# rules:",
    "#   claims/vague-source: {severity: error, window: 3}",
    "#   names/full-name-repeated: off",
)
_EXCLUDE = (
    "# Left out when folders are walked; a file that is named is checked all the same. What .gitignore names is left out anyway.",
    "# exclude: [notes/, '*.tmp.md']",
)


def _paths(survey: Survey) -> Iterator[str]:
    found = dict(_sections(survey.folders))
    yield "# What holds for some files alone, by patterns as in .gitignore. Where rules are silenced, say why."
    if not found:
        yield from (
            "# paths:",
            '#   "/opinion/**": {ignore: [claims], because: Opinion pieces argue in their own voice.}',
        )
        return
    yield "paths:"
    for folder, (ignore, because) in list(found.items())[:_MOST]:
        yield from (
            f"  {_quoted(f'/{_escaped(folder)}/**')}:",
            f"    ignore: {ignore}",
            f"    because: {_quoted(because)}",
        )


def _sections(folders: Iterable[str]) -> Iterator[tuple[str, tuple[str, str]]]:
    """Give the outermost folders of each sort, sorted, with what is ignored there and why."""
    there = {PurePosixPath(folder) for folder in folders}
    settled: set[PurePosixPath] = set()
    for folder in sorted(there):
        if not settled.intersection(folder.parents) and (section := _section(folder, there)):
            settled.add(folder)
            yield str(folder), section


def _section(folder: PurePosixPath, there: set[PurePosixPath]) -> tuple[str, str] | None:
    name = folder.name.lower()
    for sort in _SORTS:
        if name in sort.names:
            return sort.ignore, sort.because
    return ("[all]", _TRANSLATED) if _is_translated(folder, there) else None


def _is_translated(folder: PurePosixPath, there: set[PurePosixPath]) -> bool:
    """Say whether a folder holds translations: it has the name of a language, and so has one beside it, or it is in i18n."""
    if _language_of(folder) not in _LANGUAGES:
        return False
    beside = {_language_of(other) for other in there if other.parent == folder.parent and other != folder}
    return folder.parent.name.lower() in {"i18n", "l10n", "translations", "locales"} or bool(
        beside & (_LANGUAGES | {_ENGLISH})
    )


def _language_of(folder: PurePosixPath) -> str:
    tag = _TAG.fullmatch(folder.name)
    return tag[1] if tag else ""


def _escaped(folder: str) -> str:
    r"""Write what means something in a pattern with a `\`."""
    return re.sub(r"([\\*?\[\]!# ])", r"\\\1", folder)


def _quoted(word: str) -> str:
    """Write a word as YAML, in quotation marks where it needs them. Those of JSON are those of YAML."""
    return word if _PLAIN.fullmatch(word) and word.lower() not in _BOOLEANS else json.dumps(word, ensure_ascii=False)
