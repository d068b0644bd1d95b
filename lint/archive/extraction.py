"""From the bytes of an article to the names in it. Made without a tagger: thousands of articles are read like this."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from lint import formats, pool, source
from lint.annotate import acronyms, fields
from lint.annotate.pipeline import Pipeline
from lint.annotate.reading import Reading
from lint.archive.model import LONGEST, Article, Kind, Name, digest
from lint.document import Document
from lint.errors import UserError
from lint.markup import Markup

_BATCH = 32
_FEW = 4
"""So many batches are read before other processes would have started."""

_EDGES = ".,;:()[]“”\"‘'"


@dataclass(frozen=True, slots=True)
class Task:
    """An article to read: its path and what is prose in it. `known` is the digest of what the index has, if it has it."""

    path: str
    markup: Markup
    known: bytes = b""


Death = Callable[[Sequence[Task] | None, str], None]
"""Takes what a process was reading when it died, and how it ended."""


def read_batches(tasks: Sequence[Task], jobs: int, died: Death) -> Iterator[list[Article | str]]:
    """Give what `read_all` makes of the tasks, batch by batch and in order, read by several processes if there are many.

    What a process has died of, twice, is an article with a problem.
    """
    batches = [tasks[at : at + _BATCH] for at in range(0, len(tasks), _BATCH)]
    if jobs < 2 or len(batches) < _FEW:
        yield from map(read_all, batches)
        return
    for batch, found in zip(batches, pool.in_order(pool.run(_reader, batches, jobs, died)), strict=True):
        yield list(_one_by_one(batch, died)) if isinstance(found, pool.Lost) else found


def _one_by_one(tasks: Sequence[Task], died: Death) -> Iterator[Article | str]:
    """Find out which article it is that a process dies of."""
    for task, found in zip(tasks, pool.in_order(pool.run(_reader, [[task] for task in tasks], 1, died)), strict=True):
        if isinstance(found, pool.Lost):
            yield Article(task.path, b"", problem=f"The process that read it was stopped ({found.how}).")
        else:
            yield from found


def _reader() -> Callable[[Sequence[Task]], list[Article | str]]:
    return read_all


def read_all(tasks: Sequence[Task]) -> list[Article | str]:
    """Give each article, or its path alone where the file is as the index knows it."""
    return [read(task) for task in tasks]


def read(task: Task) -> Article | str:
    """Give the article of a task, or its path where nothing has changed. What cannot be read has no names."""
    try:
        data = Path(task.path).read_bytes()
    except OSError as error:
        return Article(task.path, b"", problem=f"Cannot be read: {error.strerror}.")
    found = digest(data)
    if found == task.known:
        return task.path
    try:
        return _article(task, data, found)
    except UserError as error:
        return Article(task.path, found, problem=error.problem)
    except Exception as error:  # noqa: BLE001 - a crash on one article must not keep the others from being read
        return Article(task.path, found, problem=f"Copydesk failed on this file: {type(error).__name__}: {error}.")


def _article(task: Task, data: bytes, found: bytes) -> Article:
    document = None if source.is_binary(data) else _document(task, data)
    if document is None:
        return Article(task.path, found)
    day = document.published.isoformat() if document.published else ""
    return Article(task.path, found, day, uses(Reading(document, Pipeline())))


def _document(task: Task, data: bytes) -> Document | None:
    text = source.decode(task.path, data)
    name = formats.format_of(task.path, text.lf)
    return formats.read(text, name, task.markup) if name else None


def uses(reading: Reading) -> Mapping[Name, int]:
    """Give every form of the names in an article, and every word of them, with the number of times that it stands there."""
    found: Counter[Name] = Counter()
    for cluster in reading.names:
        kind, full = Kind(cluster.kind.value), cluster.full
        for form, count in cluster.forms.items() if len(full) <= LONGEST else ():
            found[Name(kind, full, form, cluster.family)] += count
            found.update({Name(Kind.WORD, word, word): count for word in _words(form)})
    return found + _fields(reading.document) + _acronyms(reading)


def _fields(document: Document) -> Counter[Name]:
    """Give the names in the front matter: they are the newsroom's own words for its people and parts."""
    found: Counter[Name] = Counter()
    for field, name in fields.values(document):
        person = field in fields.PEOPLE
        found[Name(Kind.PERSON if person else Kind.TERM, name, name, name.split()[-1] if person else "")] += 1
    return found


def _words(form: str) -> list[str]:
    bare = (word.strip(_EDGES) for word in form.split())
    return [word for word in bare if len(word) > 1]


def _acronyms(reading: Reading) -> Counter[Name]:
    """Give the acronyms and what they stand for, where the article says so."""
    expansions = {each.acronym: _expansion(each) for each in acronyms.definitions(reading.blocks) if each.expansion}
    used = (use.acronym for use in acronyms.uses(reading.blocks))
    return Counter(Name(Kind.ACRONYM, expansions.get(acronym, "")[:LONGEST], acronym) for acronym in used)


def _expansion(definition: acronyms.Definition) -> str:
    words = definition.expansion
    return " ".join(definition.block.text[words[0].start : words[-1].end].split())
