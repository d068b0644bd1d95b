"""What a sentence rests on: whether somebody says it, a document is named, or a link leads to it."""

from lint.annotate.attribution import Attribution
from lint.annotate.clauses import Sentence
from lint.annotate.speakers import SourceClass
from lint.annotate.speech import Act
from lint.checks.claims_scope import Scope
from lint.document import Block, BlockKind
from lint.model import Span

DOCUMENTS = frozenset(
    "poll polls polling survey surveys study studies census report reports record records data figures "
    "statistics estimate estimates estimated analysis audit review filing filings documents papers court indictment "
    "complaint lawsuit affidavit ruling judgment verdict index ranking tally budget database registry memo transcript "
    "testimony announcement statement interview researchers auditors respondents surveyed polled".split()
)
"""Words that name what can be looked up, or who has counted."""

_OWN_DOCUMENTS = frozenset(
    "poll polls survey study report census budget audit index ranking data figures statistics".split()
)
"""Documents that a whole piece may be about."""

LAW = frozenset(
    "charge charged charges charging court courts indict indicted indictment convict convicted conviction "
    "convictions trial jury "
    "jurors sentence sentenced pleaded pled plead guilty judge prosecutor prosecutors prosecution arrested arrest "
    "plea extradited "
    "tribunal lawsuit sued suit acquitted police investigators detectives warrant magistrate verdict appeal jailed "
    "imprisoned "
    "prison".split()
)
"""Words of charge and sentence."""

ALLEGATION = frozenset(
    "alleged allegedly alleges alleging allegation allegations accused accuses accusation accusations suspect "
    "suspected suspicion "
    "confessed confession admitted admits".split()
)
"""Words by which a claim is told as one."""

_KNOWING = frozenset("find estimate believe think expect anticipate consider".split())
"""Verbs of holding by which somebody stands behind a figure."""

_LEAD = 3


class Sourcing:
    """What the sentences of a piece rest on."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope
        self._attributions = scope.reading.attributions
        self._law: dict[Sentence, bool] = {}

    def rests(self, sentence: Sentence) -> bool:
        """Say whether somebody stands behind a sentence: a speaker, even a vague one, a document, a link."""
        return (
            any(found.kind is not SourceClass.NONE for found in self._attributions.within(sentence))
            or self.cites(sentence)
            or self._scope.has_link(sentence)
        )

    def carries(self, sentence: Sentence) -> bool:
        """Say whether somebody stands behind a figure: who says or finds it, a document, a link; not who only feels so."""
        told = self._attributions.within(sentence)
        return any(map(_tells, told)) or self.cites(sentence) or self._scope.has_link(sentence)

    def has_law(self, sentence: Sentence) -> bool:
        """Say whether the sentence tells of a charge or of what followed."""
        if sentence not in self._law:
            self._law[sentence] = not LAW.isdisjoint(sentence.lowers)
        return self._law[sentence]

    def cites(self, sentence: Sentence) -> bool:
        """Say whether the sentence names what can be looked up, or who has counted."""
        return not DOCUMENTS.isdisjoint(sentence.lowers)

    def before(self, sentence: Sentence) -> Sentence | None:
        """Give the sentence before this one in its paragraph."""
        return self._scope.sentences(sentence.block)[sentence.number - 1] if sentence.number else None

    def after(self, sentence: Sentence) -> Sentence | None:
        """Give the sentence after this one in its paragraph."""
        return next(iter(self._scope.sentences(sentence.block)[sentence.number + 1 : sentence.number + 2]), None)

    def is_sourced(self, block: Block) -> bool:
        """Say whether a speaker with a name or role, a document or a link stands in any sentence of a paragraph."""
        return any(
            self.cites(row) or self._scope.has_link(row) or any(map(_is_said, self._attributions.within(row)))
            for row in self._scope.sentences(block)
        )

    def is_about_a_document(self) -> bool:
        """Say whether the piece tells of one poll, report or budget: headline, deck or lead name it."""
        scope = self._scope
        top = (*scope.reading.of(BlockKind.HEADLINE, BlockKind.DECK), *scope.body[:_LEAD])
        return any(word.lower in _OWN_DOCUMENTS for block in top for word in scope.reading.words(block))


def _is_said(found: Attribution) -> bool:
    """Say whether somebody with a name or a role says something, and does not merely hold it."""
    return found.kind in (SourceClass.NAMED, SourceClass.ROLE) and found.act in (Act.SAY, Act.DENY)


def _tells(found: Attribution) -> bool:
    """Say whether somebody says it or has found it out; a vague group must say it."""
    if found.kind is SourceClass.NONE:
        return False
    return found.act in (Act.SAY, Act.DENY) or (found.act is Act.HOLD and found.lemma in _KNOWING)


def is_quoted(sentence: Sentence, span: Span) -> bool:
    """Say whether any word of the span stands in quotation marks."""
    return any(
        quoted and word.start < span.end and span.start < word.end
        for word, quoted in zip(sentence.words, sentence.quoted, strict=True)
    )
