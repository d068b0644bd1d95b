"""What a finding says, in words: the same in every format that is read by people in the end."""

from collections.abc import Sequence

from lint.errors import UserError
from lint.model import Finding
from lint.reporters.terminal import clip, visible

_LONGEST_SUGGESTION = 80
_MOST_SUGGESTIONS = 4


def told(finding: Finding) -> list[str]:
    """Give the question and the related places, each a text in one line that commands no terminal."""
    return [question(finding), *pointers(finding)]


def question(finding: Finding) -> str:
    """Give the message and the suggestions, in one line."""
    return " ".join(filter(None, (visible(finding.message), suggested(finding.suggestions))))


def trouble(problem: UserError) -> str:
    """Give what is wrong and what would be right, in one line, without the place."""
    return visible(" ".join(filter(None, (problem.problem, problem.remedy))))


def pointers(finding: Finding) -> list[str]:
    """Give what there is to see at the related places, each in one line."""
    return [f"Line {other.start.line}: {visible(other.message)}" for other in finding.related]


def suggested(suggestions: Sequence[str]) -> str:
    """Ask about the suggestions; an empty one stands for leaving the words out."""
    words = [f"“{clip(visible(word), _LONGEST_SUGGESTION)}”" for word in suggestions if word][:_MOST_SUGGESTIONS]
    if not suggestions:
        return ""
    if not words:
        return "Leave it out?"
    return f"Did you mean {_listed(words, 'or')}?" + (" Or leave it out?" if "" in suggestions else "")


def count(number: int, noun: str) -> str:
    """Say how many there are of what: “1 error”, “1,200 words”."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _listed(words: Sequence[str], conjunction: str) -> str:
    """Join words as a sentence does: a, b or c."""
    return f"{', '.join(words[:-1])} {conjunction} {words[-1]}" if len(words) > 1 else words[0]
