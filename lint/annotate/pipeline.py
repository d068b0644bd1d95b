"""The language pipeline: tokens, and what trained components add to them. The only module that works with spaCy.

Where sentences end is not for the parser to say: the tree is built inside the sentences of `lint.annotate.sentences`,
so that every rule means the same by a sentence, whether it needs the tree or not.
"""

from __future__ import annotations

import json
import re
import warnings
from contextlib import contextmanager
from functools import cached_property
from itertools import chain, islice, pairwise
from typing import TYPE_CHECKING, Any

from lint.annotate import installed, layers, sentences
from lint.annotate.layers import Layer
from lint.annotate.spacy_import import import_spacy
from lint.errors import UserErrors
from lint.profiling import OFF, Unmeasured

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from spacy.language import Language
    from spacy.matcher import PhraseMatcher
    from spacy.tokens import Doc

    from lint.annotate.evidence.find import Reader
    from lint.annotate.installed import Installed

LONGEST = 100_000
"""A block is read up to this many code points, so that memory stays bounded."""

_BATCH = 2_000
"""Tokens that go through the networks at a time: each takes some 16 kB there, so that memory stays bounded."""

_UNBROKEN = re.compile(r"\S{500,}")
_PROBE = "Nobody  “knew”\u00a0it – wasn't 5%\n\nyet. 😀 "
"""What a pipeline that is not ours must get through, and give back as it was: our offsets are those of the text."""

_BEGINS, _GOES_ON = 1, 2**64 - 1


def _one_word(match: re.Match[str]) -> str:
    """Give a word as long as a run without white space: spaCy's tokenizer is quadratic in a run of marks."""
    return "x" * len(match[0])


class Pipeline:
    """A spaCy pipeline: the one that comes with the package, or another that is installed.

    Nothing is read before it is needed, and only the components that make the layers asked for. Raises UserErrors where
    what is read is missing, damaged or made for another spaCy. `watch` measures each component by itself.
    """

    def __init__(self, source: Installed | None = None, watch: Unmeasured = OFF) -> None:
        self.source = source or installed.shipped()
        self._watch = watch
        self._components: Mapping[str, Any] = {}

    @cached_property
    def provides(self) -> frozenset[str]:
        """The layers of annotation that the pipeline can give, and the scorer beside it."""
        from lint.annotate.evidence import scorer

        return self.source.provides | (frozenset() if scorer.lacking() else {Layer.EVIDENCE.value})

    def lacking(self, missing: Iterable[str]) -> str:
        """Say that the pipeline, or the scorer beside it, does not give these layers."""
        if rest := sorted({*missing} - {Layer.EVIDENCE}):
            return f"the language pipeline “{self.source.name}” gives no {', '.join(rest)}"
        from lint.annotate.evidence import scorer

        return scorer.lacking()

    @cached_property
    def evidence(self) -> Reader:
        """What reads blocks with the scorer. Raises UserErrors if that is damaged."""
        from lint.annotate.evidence import scorer
        from lint.annotate.evidence.find import Reader

        return Reader(scorer.load())

    def load(self, needs: Iterable[str]) -> None:
        """Load the tokenizer, and what makes these layers; what is loaded, and what the pipeline has not, is passed over."""
        with self._watch.measure("pipeline: load"):
            nlp = self._nlp
            if Layer.EVIDENCE in needs:
                _ = self.evidence
            if names := [name for name in self._makers(needs) if name not in self._components]:
                self._components = _read(self.source, nlp, names, self._components)

    def docs(self, texts: Iterable[str], needs: frozenset[str] = frozenset()) -> list[Doc]:
        """Give one doc a text, in order, with those of the layers in `needs` that the pipeline has.

        A text is cut at `LONGEST` code points; what is no prose becomes one word.
        """
        self.load(needs)
        with self._watch.measure("pipeline: tokens"):
            docs = [self._nlp.make_doc(_UNBROKEN.sub(_one_word, text[:LONGEST])) for text in texts]
        if not needs:
            return docs
        pieces = [_pieces(doc, set_sentences(doc)) for doc in docs]
        components = {name: self._components[name] for name in self._makers(needs)}
        annotated = _annotated(chain.from_iterable(pieces), components, self._watch)
        return [_joined(list(islice(annotated, len(group)))) for group in pieces]

    def phrase_matcher(self, phrases: Iterable[tuple[str, Sequence[str]]]) -> PhraseMatcher:
        """Give a spaCy `PhraseMatcher`, blind to case, that holds each key with its phrases."""
        nlp = self._nlp
        from spacy.matcher import PhraseMatcher

        matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
        for key, variants in phrases:
            matcher.add(key, [nlp.make_doc(variant) for variant in variants])
        return matcher

    @cached_property
    def _nlp(self) -> Language:
        """The tokenizer and vocabulary that all components share."""
        return _opened(self.source)

    def _makers(self, needs: Iterable[str]) -> tuple[str, ...]:
        """Give the names of the components that make the layers, in order; without layers, nothing is read to say so."""
        wanted = layers.with_those_below(needs)
        return self.source.needed(wanted) if wanted else ()


def set_sentences(doc: Doc) -> list[int]:
    """Say in the doc where its sentences begin, which a parser takes as given; give the indices of those tokens."""
    offsets = {span.start for span in sentences.split(doc.text)}
    starts = [token.i for token in doc if token.i == 0 or token.idx in offsets]
    marks: Any = doc.to_array("SENT_START")
    marks[:] = _GOES_ON
    marks[starts] = _BEGINS
    doc.from_array("SENT_START", marks)  # one by one, spaCy looks at the whole doc each time
    return starts


def _pieces(doc: Doc, starts: Sequence[int]) -> list[Doc]:
    """Cut a doc that is longer than a batch, at the beginnings of sentences where that can be done."""
    if len(doc) <= _BATCH:
        return [doc]
    return [doc[start:end].as_doc() for start, end in pairwise((0, *_cuts(starts, len(doc)), len(doc)))]


def _cuts(starts: Sequence[int], end: int) -> Iterator[int]:
    cut = last = 0
    for start in (*starts, end):
        if start - cut > _BATCH and last > cut:
            cut = last
            yield cut
        while start - cut > _BATCH:
            cut += _BATCH
            yield cut
        last = start


def _joined(pieces: Sequence[Doc]) -> Doc:
    """Undo `_pieces`."""
    from spacy.tokens import Doc

    if len(pieces) == 1:
        return pieces[0]
    join: Any = Doc.from_docs  # its stub does not know all its parameters
    joined: Doc = join(pieces, ensure_whitespace=False, exclude=["spans", "tensor", "user_data"])
    return joined


def _annotated(docs: Iterable[Doc], components: Mapping[str, Any], watch: Unmeasured) -> Iterator[Doc]:
    """Run the components over the docs, batch by batch, in order."""
    return chain.from_iterable(_run(batch, components, watch) for batch in _batches(docs))


def _run(docs: list[Doc], components: Mapping[str, Any], watch: Unmeasured = OFF) -> list[Doc]:
    with _silence():
        for name, component in components.items():
            with watch.measure(f"pipeline: {name}"):
                docs = list(component.pipe(docs, batch_size=len(docs)))
    return docs


def _batches(docs: Iterable[Doc]) -> Iterator[list[Doc]]:
    batch: list[Doc] = []
    tokens = 0
    for doc in docs:
        if batch and tokens + len(doc) > _BATCH:
            yield batch
            batch, tokens = [], 0
        batch.append(doc)
        tokens += len(doc)
    if batch:
        yield batch


@contextmanager
def _silence() -> Iterator[None]:
    """Keep the warnings of spaCy and of what it stands on to ourselves: what matters of them is told as an error."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


@contextmanager
def _guarded(source: Installed) -> Iterator[None]:
    """Tell of a damaged file in one error, whatever it makes its reader raise."""
    try:
        with _silence():
            yield
    except UserErrors:
        raise
    except Exception as error:  # noqa: BLE001 - there is no end of what it may raise
        raise source.broken(f"{type(error).__name__}: {error}") from None


def _opened(source: Installed) -> Language:
    """Give the tokenizer and vocabulary of a pipeline, without its components.

    The pipeline of the package has spaCy's own, which are quicker made than read.
    """
    import_spacy()
    if source.is_shipped:
        from spacy.lang.en import English

        return English()
    import spacy

    _check_version(source)
    with _guarded(source):
        nlp = spacy.load(source.folder, config={"nlp.pipeline": [], "nlp.disabled": []})
        same = nlp.make_doc(_PROBE).text == _PROBE
    if not same:
        raise source.broken("its tokenizer does not give back the text that it was given")
    return nlp


def _read(source: Installed, nlp: Language, names: Sequence[str], loaded: Mapping[str, Any]) -> Mapping[str, Any]:
    """Give the components with these names and those that are loaded already, all by name. They share a vocabulary."""
    _check_version(source)
    for part in ("config.cfg", "vocab", *names):
        source.verify(part)
    with _guarded(source):
        _check_factories(source, nlp, names)
        components = {**loaded, **_loaded(source, nlp, names)}
        if not source.is_shipped:
            _run([nlp.make_doc(_PROBE)], {name: components[name] for name in source.components if name in components})
    return components


def _loaded(source: Installed, nlp: Language, names: Sequence[str]) -> Mapping[str, Any]:
    from spacy.util import load_config
    from thinc.api import use_ops

    if source.is_shipped:
        for string in json.loads((source.folder / "vocab" / "strings.json").read_bytes()):
            nlp.vocab.strings.add(string)
    config = load_config(source.folder / "config.cfg", interpolate=True)["components"]
    components: dict[str, Any] = {}
    with use_ops("numpy", use_blis=False):  # numpy's BLAS is up to three times as quick as thinc's own
        for name in names:
            factory = config[name].pop("factory")
            components[name] = nlp.create_pipe(factory, name, config=config[name])
            components[name].from_disk(source.folder / name, exclude=["vocab"])
    return components


def _check_version(source: Installed) -> None:
    """Raise UserErrors if the pipeline was not made for the version of spaCy that is installed."""
    from spacy.about import __version__
    from spacy.util import is_compatible_version

    wanted = source.spacy_version
    if wanted and is_compatible_version(__version__, wanted) is False:
        remedy = f"Install the spaCy it was made for: pip install 'spacy{wanted}'."
        if not source.is_shipped:
            remedy = f"Install the version of it that was made for spaCy {__version__}."
        raise source.error(f"is for spaCy {wanted}, and here is {__version__}.", remedy)


def _check_factories(source: Installed, nlp: Language, names: Sequence[str]) -> None:
    """Raise UserErrors if a component is made by a package that is not installed."""
    for name in names:
        factory = source.components[name].factory
        if not nlp.has_factory(factory):
            package = layers.ENCODERS.get(factory, "")
            raise source.error(
                f"has a component “{name}” of the kind “{factory}”, which spaCy does not have here.",
                f"Install the package that brings it: pip install {package}.",
            )
