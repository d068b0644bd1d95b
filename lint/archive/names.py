"""What `copydesk names` does: learn the list of names from an archive, and list the names of an article."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from lint import formats, source, writing
from lint.annotate.pipeline import Pipeline
from lint.annotate.reading import Reading
from lint.archive import houselist, learning, merging
from lint.archive.desk import Desk, Setup
from lint.archive.listing import Listed, listed
from lint.config import Config
from lint.errors import Place, UserError, UserErrors
from lint.source import Source

_LARGEST = houselist.LARGEST


@dataclass(frozen=True, slots=True)
class Learnt:
    """The list of names, old and new, how many names of each kind it was offered, and how it went."""

    before: str
    text: str
    counts: Mapping[str, int]
    added: int
    kept: int
    articles: int
    read: int


@dataclass(frozen=True, slots=True)
class NameList:
    """The names of an article."""

    source: Source
    names: tuple[Listed, ...]


def learn(setup: Setup, path: Path | None, least: int) -> Learnt:
    """Bring the index up to date and give the list at `path` with what it proposes; raise UserErrors.

    Proposed is what stands in at least `least` articles. Nothing is written but the index.
    """
    before = houselist.text_of(path, houselist.bytes_of(path)) if path and path.exists() else ""
    node, file = houselist.parse(before, str(path))  # before the long part: its mistakes are told at once
    read: list[int] = [0]

    def progress(done: int, total: int) -> None:
        read[0] = total
        setup.progress(done, total)

    store = Desk(replace(setup, progress=progress), listed=False).store
    proposals = learning.proposals(store, houselist.entries(file), least)
    merged = merging.merge(before, node, proposals)
    _prove(merged.text, path)
    articles = int(store.rows("SELECT COUNT(*) FROM articles")[0][0])
    counts = Counter(proposal.kind for proposal in proposals)
    return Learnt(before, merged.text, counts, merged.added, merged.kept, articles, read[0])


def _prove(text: str, path: Path | None) -> None:
    """Raise UserErrors if the list could not be read again."""
    if len(text.encode("utf-8", "surrogatepass")) > _LARGEST:
        problem = f"The list of names would have more than {_LARGEST // 1_000_000} MB."
        raise UserErrors(
            [UserError(problem, Place(str(path)), "Raise “--least”: then only names in more articles count.")]
        )
    houselist.parse(text, str(path))


def write(path: Path, learnt: Learnt) -> None:
    """Write the list, as a whole and with the line ends that it has; raise UserErrors, also if it was changed meanwhile."""
    try:
        old = _unchanged(path, learnt)
        new = learnt.text.replace("\n", "\r\n") if old and b"\r\n" in old else learnt.text
        writing.replace(path, new, old)
    except writing.Changed:
        problem = "The list was changed while the archive was read, and is left as it is."
        raise UserErrors([UserError(problem, Place(str(path)), "Run the command again.")]) from None
    except OSError as error:
        raise UserErrors([UserError(f"Cannot be written: {error.strerror}.", Place(str(path)))]) from None


def _unchanged(path: Path, learnt: Learnt) -> bytes | None:
    """Give the bytes of the list, None if there is none; raise Changed unless they are those that were learnt from."""
    data = path.read_bytes() if path.exists() else None
    if houselist.text_of(path, data or b"") not in (learnt.before, learnt.text):
        raise writing.Changed
    return data


def of_article(config: Config, desk: Desk, path: str, data: bytes, format_as: str | None = None) -> NameList:
    """Give the names of an article and what is known of each; raise UserErrors if it cannot be read."""
    if source.is_binary(data):
        raise UserErrors([UserError("The file is not a text.", Place(path))])
    try:
        text = source.decode(path, data)
    except UserError as error:
        raise UserErrors([error]) from None
    name = format_as or formats.format_of(path, text.lf)
    if name is None:
        raise UserErrors(
            [UserError("The format of the file is not read.", Place(path), "“--format-as” says what it is.")]
        )
    document = formats.read(text, name, config.for_path(config.relative(Path(path))).markup)
    memory = desk.memory(path, data)
    reading = Reading(document, Pipeline(), known=memory)
    return NameList(text, listed(reading, memory))
