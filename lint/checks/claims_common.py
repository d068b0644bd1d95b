"""What the checks of claims share: exempt pieces, body paragraphs, links, and the words of a claim."""

import re
from collections.abc import Iterable, Mapping

from lint.annotate import english, lexicon, roles, speech
from lint.annotate.clauses import Sentence
from lint.annotate.reading import Reading
from lint.document import Block, BlockKind
from lint.rule import Option

_OWN_VOICE = frozenset(
    "opinion opinions editorial editorials column columns commentary review reviews letter letters satire interview "
    "interviews op-ed oped essay".split()
)
_FIRST_PERSON = frozenset("i my me i'm i've i'd".split())
_ARGUES = re.compile(
    r"\bI (?:\w+ly )?(?:argue|believe|submit|contend|propose)\b|\b[Ii]n my (?:view|opinion|experience|column)\b"
)
_REFERENCE = re.compile(r"https?://|\[\^|\]_")
_FUNCTION_WORDS = (
    frozenset(english.READINGS)
    | speech.ADVERBS
    | roles.QUANTIFIERS
    | frozenset("there said says have been were which their would could people last year week month time".split())
)


def is_exempt(reading: Reading) -> bool:
    """Say whether the piece argues in its own voice: by its front matter, or by a narrator who says “I”."""
    return not _OWN_VOICE.isdisjoint(reading.document.genres) or _is_first_person(reading)


def _is_first_person(reading: Reading) -> bool:
    """Say whether the author argues, or tells what happened to him, outside quotation marks."""
    rows = [sentence for block in body(reading) for sentence in reading.attributions.sentences[block]]
    told = [sentence for sentence in rows if any(_is_narrator(sentence, i) for i in range(len(sentence.words)))]
    if any(_ARGUES.search(s.block.text, s.span.start, s.span.end) for s in told):
        return True
    return len(told) >= 4 and len(told) >= 0.08 * len(rows)


def _is_narrator(sentence: Sentence, index: int) -> bool:
    return sentence.lowers[index] in _FIRST_PERSON and not sentence.quoted[index] and sentence.words[index].text != "I."


def body(reading: Reading) -> list[Block]:
    """Give the paragraphs and list items that tell the story, in order; block quotations are left out."""
    return list(reading.of(BlockKind.PARAGRAPH, BlockKind.LIST_ITEM))


def window(options: Mapping[str, Option], default: int = 2) -> int:
    """Give the number of body paragraphs, after its own, in which a source may be named."""
    value = options.get("window", default)
    return value if isinstance(value, int) else default


def has_link(reading: Reading, sentence: Sentence) -> bool:
    """Say whether a link, an address or a footnote stands in the sentence."""
    block, inside = sentence.block, sentence.span
    if any(
        link.block is block and link.start < inside.end and inside.start < link.end for link in reading.document.links
    ):
        return True
    span = block.span(inside.start, inside.end)
    return bool(_REFERENCE.search(reading.document.source.text, span.start, min(span.end + 4, span.start + 20_000)))


def stems(sentences: Iterable[Sentence]) -> frozenset[str]:
    """Give the stems of the words that carry the claim: no names, function words, groups or verbs of saying."""
    return frozenset(
        _stem(lower)
        for sentence in sentences
        for index, lower in enumerate(sentence.lowers)
        if _carries_claim(sentence, index, lower)
    )


def _carries_claim(sentence: Sentence, index: int, lower: str) -> bool:
    if len(lower) < 4 or lower in _FUNCTION_WORDS or lower in roles.GROUPS or speech.cues(lower):
        return False
    return index == 0 or not sentence.words[index].text[:1].isupper()


def _stem(lower: str) -> str:
    """Give a rough stem, the same for a verb and the noun made from it: “close”, “closing”, “closure”."""
    return min(lexicon.lemmas(lower), key=lambda lemma: (len(lemma), lemma))[:6]


def is_title(words: Iterable[str]) -> bool:
    """Say whether the words are written like the title of a work: every long word with a capital."""
    long = [word.strip("\"'“”‘’.,!?:;") for word in words]
    long = [word for word in long if len(word) > 3]
    return bool(long) and all(word[:1].isupper() or word[:1].isdigit() for word in long)
