"""Groups that a house counts among those that name nobody: “stakeholders say”."""

from collections.abc import Iterator
from dataclasses import replace

from lint.annotate import clauses, roles, speakers, speech
from lint.annotate.attribution import Attribution
from lint.annotate.clauses import Sentence
from lint.annotate.roles import Family
from lint.annotate.speakers import SourceClass
from lint.checks.claims_scope import Scope, listed
from lint.model import Span

_REACH = 5
_FINITE = frozenset({"VBD", "VBP"})


def find(scope: Scope) -> Iterator[Attribution]:
    """Give what the groups of option `groups` say, as attributions to vague sources."""
    groups = listed(scope.options, "groups") - roles.GROUPS.keys()
    for block in scope.body if groups else ():
        for sentence in scope.sentences(block):
            for head, lower in enumerate(sentence.lowers):
                if lower in groups and not sentence.quoted[head]:
                    yield from _attributions(sentence, head)


def _attributions(sentence: Sentence, head: int) -> Iterator[Attribution]:
    first = clauses.phrase_start(sentence, head)
    if sentence.lowers[first] in roles.DEFINITE:
        return
    for index in range(head + 1, min(head + _REACH, len(sentence.words))):
        cue = next((cue for cue in speech.cues(sentence.lowers[index]) if not cue.tags.isdisjoint(_FINITE)), None)
        if cue:
            source = replace(speakers.spanning(sentence, SourceClass.VAGUE, first, head + 1), family=Family.EXPERTS)
            word = sentence.words[index]
            yield Attribution(sentence, source, Span(word.start, word.end), cue.lemma, cue.act, quoted=False)
            return
        if sentence.lowers[index] not in speech.AUXILIARIES and not speech.is_adverb(sentence.lowers[index]):
            return
