"""“a” or “an”: the sound of the next word decides."""

import re
from collections.abc import Iterable, Iterator, Mapping

from lint.annotate import wordlist
from lint.annotate.reading import Reading
from lint.document import Block
from lint.rule import Hit, Option

_ARTICLE = re.compile(
    r"(?<![\w'’.&/-])(?P<article>[Aa]n?)[ \u00a0](?P<quote>[\"“‘']?[$£€]?)(?P<word>[A-Za-z0-9][\w'’&-]*)"
)
_POSSESSIVE = re.compile(r"['’]s$")
_PLAIN_START = re.compile(r"[b-df-gj-np-tvwz][aeiou][a-z]{3}")
_BRAND = re.compile(r"[ei][A-Z]")
_LETTERS_ALONE = "aefilmnorstux"
"""Letters before a hyphen whose names leave no doubt: “an e-mail”, “a t-shirt”."""
_ARTICLES = ("a", "an", "the")
_VOWELS = "aeiou"
_CONSONANT_SOUND = re.compile(
    r"(?:uni(?!n|m[aip])|u[bcfhjkqrst][aeiou]|use|usu|uter|utop|uku|eu|ew|one(?!ir)|once|ouija|u-|u$|url\b|unanim|unary)",
    re.IGNORECASE,
)
_NOT_YOU = re.compile(r"(?:unidentif|unin|unim|uncle|ugli|usher|upon|us\b)", re.IGNORECASE)
_SILENT_H = re.compile(r"(?:honest|honor|honour|heir(?!loomed)|hour|hors d)", re.IGNORECASE)
_EITHER_H = re.compile(
    r"(?:histor|hotel|herb|habitual|hallucin|hereditary|heroic|horrific|hypothe|hyster|hilarious)", re.IGNORECASE
)
_SPELLED_OUT = frozenset(
    "FBI HIV LGBT LGBTQ MP MRI NBA NFL NGO NHL NYPD RNC MSNBC SMS FAQ HTML XML LED FDA HMO RV SUV MBA MVP NDA NPR NHS "
    "SEC SNP SOS RSS RTF SDK FCC FTC HR IRS IPO IOU ID IV XL US UK UN EU USB UI UX URI AI IT ICU".split()
)
_SPELLED_OUT_LONGEST = 5
_VOWEL_LETTERS = "AEFHILMNORSX"
_VOWEL_NUMBER = re.compile(
    r"(?:8\d*|11|18)(?:[A-Za-z%-]|$|,\d{3}$)|8\d*$|11$|18$|1[18](?:,\d{3})+$|8\d{0,2}(?:,\d{3})+$"
)
_HAS_VOWEL = re.compile("[aeiouy]")
"""Without one beyond its first letter, a word is spelled out, in which way only its users know: “ssh”, “npm”."""
_INITIAL = re.compile(r"[A-Z]\.(?![A-Z])")
"""Short for a word or name whose sound is not told: “a S. Korean ship”."""
_CONSONANT_NAME = re.compile(r"[BCDFGKLMNPRSTVW][aeiou][a-z]")
_VOWEL_NAME = re.compile(r"(?:A[b-df-gj-np-tv-z]|I[b-df-gj-np-tv-z]|E[b-df-gj-np-tvx-z]|O[b-df-gj-mp-tv-z])[a-z]")
_MAYBE_YEAR = re.compile(r"1,?[18]\d\d(?:-.*)?")
_NAMED = re.compile(r"\b(?:the|this|that|each|every|letter|word|grade|vitamin|plan|group) $", re.IGNORECASE)
"""Before a letter or word that is spoken of rather than used."""
_EITHER_ACRONYM = frozenset("SQL NGO FAQ LED URL MSRP RPG UTC NSFW MRSA LSD EUR".split())
_NEVER_AFTER_CAPITAL_A = frozenset("is and are as in at on or if of it i was also".split())


def a_an(reading: Reading, options: Mapping[str, Option]) -> Iterable[Hit]:  # noqa: ARG001 - the signature of checks
    """Find “a” before a vowel sound and “an” before a consonant, where the sound is certain."""
    for block in reading.blocks:
        yield from _hits(block)


def _hits(block: Block) -> Iterator[Hit]:
    for match in _ARTICLE.finditer(block.text):
        article, word = match["article"], match["word"]
        sound = _sound(word)
        wanted = {"vowel": "an", "consonant": "a"}.get(sound, article.lower())
        named = _NAMED.search(block.text, max(0, match.start() - 10), match.start())
        named = named or _INITIAL.match(block.text, match.start("word"))
        if wanted == article.lower() or named or _is_letter(article, word):
            continue
        right = wanted.capitalize() if article[0] == "A" else wanted
        start, end = match.span()
        yield Hit(
            block,
            start,
            end,
            {"word": word, "sound": sound, "right": right},
            suggestions=(right + block.text[start + len(article) : end],),
        )


def _is_letter(article: str, word: str) -> bool:
    """Say whether the article is rather a letter or grade: “Plan A is ready”."""
    return article == "A" and word.lower() in _NEVER_AFTER_CAPITAL_A


def _sound(word: str) -> str:
    """Give `vowel` or `consonant`, or nothing where the ear may differ: names, most acronyms, “historic”."""
    if word[0].isdigit():
        if _MAYBE_YEAR.fullmatch(word):
            return ""
        return "vowel" if _VOWEL_NUMBER.match(word) else "consonant"
    head = _POSSESSIVE.sub("", re.split("[-&]", word, maxsplit=1)[0])
    if len(head) == 1:
        return _sound_of_letter(head, alone=head == word)
    if head.isupper() and head.isalpha():
        return _sound_of_capitals(head)
    if head.istitle() or _BRAND.match(head):
        return _sound_of_name(head)
    return _sound_of_word(head)


def _sound_of_letter(letter: str, *, alone: bool) -> str:
    """Give the sound of a letter's name: “an F”, “an e-mail”, “a T-shirt”; alone, “a” and “I” are words."""
    if letter.islower() and (alone or letter not in _LETTERS_ALONE):
        return ""
    if alone and letter in "AI":
        return ""
    return "vowel" if letter.upper() in _VOWEL_LETTERS else "consonant"


def _sound_of_word(head: str) -> str:
    if not head.islower() or head in _ARTICLES or _EITHER_H.match(head) or not _HAS_VOWEL.search(head[1:]):
        return ""
    known = wordlist.is_word(head) or _PLAIN_START.match(head)
    return _lower_sound(head) if known else ""


def _sound_of_name(word: str) -> str:
    """Give the sound of a word with a capital where its first letters leave no doubt in any language: “Python”, “Indian”."""
    if _BRAND.match(word):
        return "vowel"
    if _CONSONANT_NAME.match(word):
        return "consonant"
    return "vowel" if _VOWEL_NAME.match(word) and wordlist.is_word(word.lower()) else ""


def _sound_of_capitals(word: str) -> str:
    """Give the sound of an acronym: spelled out if it has no vowel; “a” and “e” open alike in words and in letters."""
    spelled_out = word in _SPELLED_OUT or (not set(word) & set("AEIOUY") and len(word) <= _SPELLED_OUT_LONGEST)
    if word in _EITHER_ACRONYM or set(word) <= set("IVXLCDM"):
        return ""
    if spelled_out:
        return "vowel" if word[0] in _VOWEL_LETTERS else "consonant"
    if wordlist.is_word(word.lower()):
        return ""
    return {"A": "vowel", "E": "vowel", "I": "vowel", "O": "vowel", "U": "consonant"}.get(word[0], "")


def _lower_sound(word: str) -> str:
    if word[0] in _VOWELS:
        spoken_you = _CONSONANT_SOUND.match(word) and not _NOT_YOU.match(word)
        return "consonant" if spoken_you else "vowel"
    return "vowel" if _SILENT_H.match(word) else "consonant"
