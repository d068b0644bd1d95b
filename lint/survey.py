"""A look at a repository that has no configuration yet: how its site is built, where its articles are, how they are written.

Nothing is run, and nothing but file names, a sample of the articles and lists of words is read.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from lint import formats
from lint.annotate import spellings
from lint.discovery import Wanted, discover
from lint.document import BlockKind, Document
from lint.errors import UserError
from lint.markup import DEFAULT
from lint.model import Spelling
from lint.source import decode, is_binary, read_bytes
from lint.surveywords import Vocabulary, vocabulary

_SAMPLE = 80
_LARGEST = 200_000
"""So many articles are read, and none of more bytes."""

_FEWEST, _SHARE = 12, 0.85
"""So many words must speak for a national spelling, and such a share of all that speak for one."""

_GENERATORS: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "Hugo": (("hugo.toml", "hugo.yaml", "hugo.json", "config.toml", "config/_default"), ("content",)),
    "Jekyll": (("_config.yml", "_config.yaml", "_config.toml"), ("_posts", "_drafts", "_pages")),
    "Eleventy": (
        (".eleventy.js", "eleventy.config.js", "eleventy.config.mjs", "eleventy.config.cjs"),
        ("content", "src/content", "src/posts", "posts", "src"),
    ),
    "Astro": (
        ("astro.config.mjs", "astro.config.js", "astro.config.ts", "astro.config.cjs"),
        ("src/content", "src/pages"),
    ),
    "Lektor": (("*.lektorproject",), ("content",)),
    "Docusaurus": (
        ("docusaurus.config.js", "docusaurus.config.ts", "docusaurus.config.mjs"),
        ("docs", "blog", "src/pages"),
    ),
    "MkDocs": (("mkdocs.yml", "mkdocs.yaml"), ("docs",)),
    "Sphinx": (("docs/source/conf.py", "docs/conf.py", "doc/conf.py", "source/conf.py"), ("docs", "doc", "source")),
}
"""What builds a site: files that give it away, and folders that hold its articles."""

_KICKERS = (
    "kicker eyebrow overline strapline tagline hook blurb teaser intro introduction lede sub_title subhead subheadline"
)
_DECKS = "subheading sub_headline sub_heading summary_text meta_description seo_description og_description social_description"
_FIELDS: Mapping[str, BlockKind] = {
    **dict.fromkeys(_KICKERS.split(), BlockKind.DECK),
    **dict.fromkeys(_DECKS.split(), BlockKind.DECK),
    **dict.fromkeys("short_title og_title social_title seo_headline print_headline".split(), BlockKind.HEADLINE),
    **dict.fromkeys("pullquote pull_quote".split(), BlockKind.QUOTE),
    **dict.fromkeys("photo_caption cover_caption hero_caption image_description cutline".split(), BlockKind.CAPTION),
    **dict.fromkeys("cover_alt hero_alt photo_alt thumbnail_alt".split(), BlockKind.ALT),
}
"""Fields of front matter that newsrooms keep prose in, beside those that are always read."""

_SENTENCE = re.compile(r"[A-Z“\"'‘][^\n]{20,}[.!?…]['\"’”]?")
_LOWER = re.compile(r"\b[a-z]{4,}\b")


@dataclass(frozen=True, slots=True)
class Survey:
    """What was seen. Paths count from `root` and have `/`.

    `content` are the folders of articles, `fields` the fields of front matter that hold prose beside those that are
    always read, `perhaps` those whose values look like it. `spelling` is the national one that `spoken` of `words` in the
    sample speak for.
    """

    root: Path
    generator: str = ""
    content: tuple[str, ...] = ()
    articles: int = 0
    formats: tuple[str, ...] = ()
    fields: Mapping[str, BlockKind] = field(default_factory=dict)
    perhaps: tuple[str, ...] = ()
    spelling: Spelling | None = None
    spoken: int = 0
    words: int = 0
    folders: tuple[str, ...] = ()
    vocabulary: Vocabulary = field(default_factory=Vocabulary)
    names: str = ""


def survey(root: Path) -> Survey:
    """Look at the repository in a folder."""
    files = discover([str(root)], Wanted(formats.WALKED)).files
    paths = [path for path in files if _is_plain(path)]
    generator = next((name for name, (signs, _) in _GENERATORS.items() if any(_any(root, sign) for sign in signs)), "")
    inside = [PurePosixPath(path.relative_to(root).as_posix()) for path in paths]
    content = _content(generator, inside)
    articles = [path for path in inside if _below(path, content)] or inside
    documents = list(_documents(root, articles))
    fields, perhaps = _fields(documents)
    spelling, spoken, words = _spelling(documents)
    return Survey(
        root,
        generator,
        content,
        len(articles),
        tuple(sorted({formats.SUFFIXES[path.suffix.lower()] for path in articles})),
        fields,
        perhaps,
        spelling,
        spoken,
        words,
        _folders(inside),
        vocabulary(root),
        "names.yaml" if (root / "names.yaml").is_file() else "",
    )


def _any(root: Path, sign: str) -> bool:
    return next(root.glob(sign), None) is not None


def _is_plain(path: Path) -> bool:
    """Say whether a path can be written into a file of UTF-8, on one line."""
    return str(path).isprintable()


def _content(generator: str, inside: Sequence[PurePosixPath]) -> tuple[str, ...]:
    """Give the folders that hold articles: those that the generator has, or else all at the top in which there are some."""
    taken: list[str] = []
    for folder in _GENERATORS[generator][1] if generator else ():
        apart = not any(
            _below(PurePosixPath(folder), [other]) or _below(PurePosixPath(other), [folder]) for other in taken
        )
        taken += [folder] if apart and any(_below(path, [folder]) for path in inside) else []
    if taken:
        return tuple(taken)
    tops = Counter(path.parts[0] for path in inside if len(path.parts) > 1)
    return tuple(sorted(top for top in tops if top.lower() not in _NO_CONTENT))


_NO_CONTENT = frozenset(
    "test tests testing spec specs scripts script tools bin lib libs vendor vendors third_party themes theme static "
    "assets public dist build out layouts templates partials includes src examples fixtures".split()
)


def _below(path: PurePosixPath, folders: Iterable[str]) -> bool:
    return any(path.is_relative_to(folder) for folder in folders)


def _documents(root: Path, articles: Sequence[PurePosixPath]) -> Iterator[Document]:
    """Read a sample of the articles, spread evenly over all; what cannot be read is passed over."""
    step = max(1, len(articles) / _SAMPLE)
    for number in range(min(len(articles), _SAMPLE)):
        path = root / articles[int(number * step)]
        try:
            if path.stat().st_size > _LARGEST or is_binary(data := read_bytes(path)):
                continue
            yield formats.read(decode(str(path), data))
        except (OSError, UserError):
            continue


def _fields(documents: Sequence[Document]) -> tuple[Mapping[str, BlockKind], tuple[str, ...]]:
    """Give the fields of front matter that hold prose, and those that look like it: most of their values are sentences."""
    seen: Counter[str] = Counter()
    prose: Counter[str] = Counter()
    for document in documents:
        for name, value in document.meta.items():
            if not name.isprintable():
                continue
            seen[name] += 1
            prose[name] += bool(_SENTENCE.fullmatch(value.strip()))
    found = {name: _FIELDS[name] for name in sorted(seen) if name in _FIELDS}
    unknown = seen.keys() - _FIELDS.keys() - DEFAULT.prose_fields.keys()
    return found, tuple(sorted(name for name in unknown if prose[name] >= 3 and 2 * prose[name] > seen[name]))


def _spelling(documents: Sequence[Document]) -> tuple[Spelling | None, int, int]:
    """Give the national spelling of the sample, if it is clear, how many words speak for it, and of how many."""
    counts: Counter[frozenset[Spelling]] = Counter()
    for document in documents:
        for block in document.blocks:
            for word in _LOWER.findall(block.text):
                if national := spellings.national(word):
                    counts[national.spellings] += 1
    total = sum(counts.values())
    spoken = {each: sum(count for found, count in counts.items() if each in found) for each in Spelling}
    best = max(Spelling, key=lambda each: spoken[each])  # the first of several that are as good
    if spoken[best] < _FEWEST or spoken[best] < _SHARE * total:
        return None, spoken[best], total
    return best, spoken[best], total


def _folders(inside: Iterable[PurePosixPath]) -> tuple[str, ...]:
    """Give all folders that hold articles, or folders of articles."""
    return tuple(sorted({str(folder) for path in inside for folder in path.parents if folder.parts}))
