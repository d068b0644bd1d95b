"""A reading: a document with annotations, each made when first asked for and kept."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from lint.annotate import language, quotations, sentences, strangers
from lint.annotate.known import NOTHING, Known
from lint.annotate.pipeline import Pipeline
from lint.document import PROSE, Block, BlockKind, Document
from lint.model import Coverage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc

    from lint.annotate.attribution import Attributions
    from lint.annotate.conflicts import Conflict
    from lint.annotate.evidence.find import Evidence
    from lint.annotate.grammar import Grammar
    from lint.annotate.name_chunks import NameChunk
    from lint.annotate.names import Cluster
    from lint.annotate.people import People
    from lint.annotate.predication import Clause
    from lint.annotate.quotations import Quotation
    from lint.annotate.strangers import Stranger
    from lint.annotate.utterances import Utterances
    from lint.model import Span


class Word(NamedTuple):
    """A token that holds a letter or digit: its text and prose offsets, half-open."""

    text: str
    start: int
    end: int

    @property
    def lower(self) -> str:
        """The word in lower case with straight apostrophes."""
        return self.text.lower().replace("’", "'")


class Reading:
    """A document and what is known of its language. Blocks in another language are left out of `blocks`.

    `needs` are the layers that the pipeline adds to the docs; the pipeline has loaded them. `known` is what is known of
    names beyond the article.
    """

    def __init__(
        self, document: Document, pipeline: Pipeline, needs: frozenset[str] = frozenset(), known: Known = NOTHING
    ) -> None:
        self.document = document
        self.pipeline = pipeline
        self.needs = needs
        self.known = known
        self._sentences: dict[Block, tuple[Span, ...]] = {}
        self._words: dict[Block, tuple[Word, ...]] = {}
        self._grammars: dict[Block, Grammar] = {}
        self._clauses: dict[Block, tuple[Clause, ...]] = {}
        self._conflicts: dict[Block, tuple[Conflict, ...]] = {}
        self._name_chunks: dict[Block, tuple[NameChunk, ...]] = {}
        self._evidence: dict[Block, Evidence] = {}

    @cached_property
    def languages(self) -> dict[Block, str]:
        """The language of each block, by ISO 639-1 code; empty where nothing speaks for one."""
        return {block: language.language(block.text) for block in self.document.blocks}

    @cached_property
    def is_english(self) -> bool:
        """Say whether the article as a whole is English, or too short to tell."""
        weights: dict[str, int] = {}
        for block in self.document.blocks:
            if block.kind in PROSE:
                code = self.languages[block]
                weights[code] = weights.get(code, 0) + len(block.text)
        weights.pop(language.UNKNOWN, None)
        return not weights or max(sorted(weights), key=lambda code: weights[code]) == language.ENGLISH

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The prose that rules read: English, and not the page's furniture."""
        if not self.is_english:
            return ()
        own = (language.ENGLISH, language.UNKNOWN)
        return tuple(b for b in self.document.blocks if b.kind in PROSE and self.languages[b] in own)

    def of(self, *kinds: BlockKind) -> Iterator[Block]:
        """Give the readable blocks of the kinds, in order."""
        return (block for block in self.blocks if block.kind in kinds)

    @cached_property
    def _docs(self) -> dict[Block, Doc]:
        return dict(
            zip(self.blocks, self.pipeline.docs((block.text for block in self.blocks), self.needs), strict=True)
        )

    def doc(self, block: Block) -> Doc:
        """Give the block's spaCy doc, with the layers in `needs`; `token.idx` counts as prose offsets do."""
        return self._docs[block]

    def words(self, block: Block) -> tuple[Word, ...]:
        """Give the block's words: tokens with a letter or digit, clitics apart (“it”, “'s”)."""
        if block not in self._words:
            self._words[block] = tuple(
                Word(token.text, token.idx, token.idx + len(token))
                for token in self.doc(block)
                if any(map(str.isalnum, token.text))
            )
        return self._words[block]

    def sentences(self, block: Block) -> tuple[Span, ...]:
        """Give the block's sentences as spans of prose offsets."""
        if block not in self._sentences:
            self._sentences[block] = sentences.split(block.text)
        return self._sentences[block]

    def sentence(self, block: Block, offset: int) -> Span:
        """Give the sentence at a prose offset, or the nearest one before it."""
        spans = self.sentences(block)
        return spans[max(0, bisect_right(spans, offset, key=lambda span: span.start) - 1)]

    def grammar(self, block: Block) -> Grammar:
        """Give what answers questions of grammar in the block: subjects, objects, verb groups. Needs `parse` and `tags`."""
        from lint.annotate import syntax

        if block not in self._grammars:
            self._grammars[block] = syntax.of(self.doc(block))
        return self._grammars[block]

    def clauses(self, block: Block) -> tuple[Clause, ...]:
        """Give the block's clauses, in the order of their heads. Needs `parse` and `tags`."""
        from lint.annotate import predication

        if block not in self._clauses:
            self._clauses[block] = predication.find(self.grammar(block))
        return self._clauses[block]

    def conflicts(self, block: Block) -> tuple[Conflict, ...]:
        """Give the tokens of the block whose tag their form cannot bear, in order. Needs `tags`."""
        from lint.annotate import conflicts

        if block not in self._conflicts:
            self._conflicts[block] = conflicts.find(self.doc(block))
        return self._conflicts[block]

    def name_chunks(self, block: Block) -> tuple[NameChunk, ...]:
        """Give the names in the block, in order and disjoint. Needs `tags`; better with `parse`, best with `entities`."""
        from lint.annotate import name_chunks

        if block not in self._name_chunks:
            self._name_chunks[block] = name_chunks.chunks(self.doc(block))
        return self._name_chunks[block]

    def evidence(self, block: Block) -> Evidence:
        """Give what the scorer thinks of the block's sentences. Needs `evidence`."""
        if block not in self._evidence:
            self._evidence[block] = self.pipeline.evidence.read(block, self.sentences(block))
        return self._evidence[block]

    @cached_property
    def strangers(self) -> tuple[Stranger, ...]:
        """The words that no list knows and that may be slips, in order."""
        return strangers.find(self.blocks)

    @cached_property
    def _quotations(self) -> dict[Block, tuple[Quotation, ...]]:
        return quotations.find(self.blocks)

    def quotations(self, block: Block) -> tuple[Quotation, ...]:
        """Give the block's quotations in order, marks included."""
        return self._quotations.get(block, ())

    @cached_property
    def attributions(self) -> Attributions:
        """Who is said to say, hold or judge something."""
        from lint.annotate import attribution

        return attribution.find(self)

    @cached_property
    def is_argument(self) -> bool:
        """Say whether the piece argues or tells in its author's own voice, by its tone."""
        from lint.annotate import tone

        return tone.is_argument(self)

    @cached_property
    def is_lesson(self) -> bool:
        """Say whether the piece teaches or guides its reader, by its tone."""
        from lint.annotate import tone

        return tone.is_lesson(self)

    @cached_property
    def utterances(self) -> Utterances:
        """What is said in somebody else's words, and by whom."""
        from lint.annotate import utterances

        return utterances.find(self)

    @cached_property
    def people(self) -> People:
        """The names of the article and the people they mean."""
        from lint.annotate import people

        return people.find(self.blocks, self.sentences)

    @cached_property
    def names(self) -> tuple[Cluster, ...]:
        """Whom and what the article names: people, places, bodies and terms, each with all its mentions."""
        from lint.annotate import names

        return names.find(self)

    def quoted(self, block: Block, start: int, end: int) -> bool:
        """Say whether the prose `start..end` shares a place with quoted speech, or stands in a block quotation."""
        if block.kind is BlockKind.QUOTE:
            return True
        return block in self._spoken and self._spoken[block].meets(start, end)

    def between_marks(self, block: Block, start: int, end: int) -> bool:
        """Say whether a change of the prose `start..end` would change what stands between quotation marks.

        The marks themselves, and what is put before or behind them, are the author's.
        """
        if block.kind is BlockKind.QUOTE:
            return True
        return block in self._quoted_words and self._quoted_words[block].meets(start, end)

    @cached_property
    def _quoted_words(self) -> dict[Block, Coverage]:
        return {
            block: Coverage(
                (q.start + 1, q.end - (q.ending is quotations.Ending.CLOSED)) for q in self.quotations(block)
            )
            for block in self.blocks
        }

    @cached_property
    def _spoken(self) -> dict[Block, Coverage]:
        return {
            block: Coverage((q.start, q.end) for q in self.quotations(block) if not _is_title(q))
            for block in self.blocks
        }


def _is_title(quotation: Quotation) -> bool:
    """Say whether what is quoted is the whole of a display line, which nobody need have spoken."""
    return quotation.single and quotation.end - quotation.start == len(quotation.block.text)
