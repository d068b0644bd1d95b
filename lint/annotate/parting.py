"""Words that are two, run together: where the space belongs."""

from lint.annotate import english, lexicon, wordlist

_FIRST = english.POSSESSIVES | frozenset(
    "the and of to with is are was were that this for from so we they it has have these those you can will when which "
    "what who because about into after before between through than then there been being such more most where while "
    "how if our".split()
)
_LAST = english.POSSESSIVES | frozenset(
    "the and of to with is are was were that this for from as at or they when which what who because than then there "
    "where while".split()
)
_SHORT_LAST = frozenset("in on an a by".split())
_PREPOSITIONS = frozenset("as at by for from in into of on to with".split())
_DETERMINERS = frozenset("a an the this that these those my your his her its our their which".split())
_PRONOUNS = frozenset("we it he".split())
_NOT_FIRST_PART = ("al", "ed", "ing", "ly", "ive", "ous", "ful", "ity", "able", "ible", "ment", "tion", "ary")
_SUFFIXES = frozenset("ability abilities ions able wards minded backed handed looking owned based".split())
"""Words that are also the second half of derivations."""

_FEWEST_LETTERS = 3
_LONG = 6
_WHOLE_WORD = 4


def parted(word: str) -> str:
    """Give the two words that were run together in a word no list knows, or nothing. With a capital it may be a name."""
    lower = word.lower()
    for cut in range(2, len(word) - 1):
        left, right = lower[:cut], lower[cut:]
        if _are_known(left, right) and _are_apart(left, right, bare=word.islower()):
            return f"{word[:cut]} {word[cut:]}"
    return ""


def begins_with_small_word(words: str) -> bool:
    """Say whether the first of two words is one that opens a sentence, and the second no shorter than such words are."""
    first, _, second = words.lower().partition(" ")
    return first in _FIRST and len(first) >= _FEWEST_LETTERS <= len(second)


def _are_known(left: str, right: str) -> bool:
    """Say whether both are words, and at least one a frequent one."""
    if wordlist.is_frequent(left):
        return wordlist.is_frequent(right) or _is_long_word(right)
    return wordlist.is_frequent(right) and _is_long_word(left)


def _is_long_word(part: str) -> bool:
    return len(part) >= _LONG and wordlist.is_listed(part)


def _are_apart(left: str, right: str, *, bare: bool) -> bool:
    """Say whether the two form no compound. Without `bare`, the word has a capital and may be a name."""
    if not bare:
        return left in _FIRST or (len(left) > _LONG and (right in _LAST or right in _SHORT_LAST))
    if left in _PREPOSITIONS and right in _DETERMINERS and len(right) >= _FEWEST_LETTERS:
        return True
    if left in _FIRST and (len(right) >= _FEWEST_LETTERS or right in _PRONOUNS):
        return True
    if right in _LAST:
        return len(left) >= (_FEWEST_LETTERS if len(right) >= _FEWEST_LETTERS else _FEWEST_LETTERS + 2)
    if right in _SHORT_LAST:
        return len(left) > _LONG
    return len(left) >= _WHOLE_WORD and len(right) >= _WHOLE_WORD and _form_no_compound(left, right)


def _form_no_compound(left: str, right: str) -> bool:
    """Say whether the first word is of a form that no compound begins with: a verb, an adjective with an ending."""
    readings, others = lexicon.readings(left), lexicon.readings(right)
    if right in _SUFFIXES:
        return False
    if readings == {"VB", "VBP"}:
        return bool(others) and others <= {"NN", "NNS"}
    if "VBZ" in readings and readings <= {"VBZ", "NNS"}:
        return bool(others) and others <= {"VB", "VBP"}
    return left.endswith(_NOT_FIRST_PART) and "NN" not in readings and bool(others & {"NN", "NNS"})
