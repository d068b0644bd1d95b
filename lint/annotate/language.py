"""In which language a block is written, judged by its function words and script."""

import re
import unicodedata
from collections import Counter

ENGLISH = "en"
UNKNOWN = ""
NAMES = {
    "de": "German", "fr": "French", "es": "Spanish", "it": "Italian", "pt": "Portuguese", "nl": "Dutch", "sv": "Swedish",
    "pl": "Polish", "tr": "Turkish", "id": "Indonesian", "ru": "Russian", "el": "Greek", "ar": "Arabic", "he": "Hebrew",
    "zh": "Chinese", "ja": "Japanese", "ko": "Korean", "hi": "Hindi", "th": "Thai",
}  # fmt: skip
"""English names of the languages that are told apart, by code."""

_WORDS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")

_FUNCTION_WORDS = {
    ENGLISH: "the of and to is was for that with as his her their from by this are were at be has have had not but they "
    "which or an it its who will would been after about into more on said can when what there over how why you your "
    "your we our i he she them these those than then also if out up only",
    "de": "der das und zu den von mit für auf ist im nicht eine einen einer eines einem dem des sich als auch nach bei aus "
    "wird werden sind wurde war wie zum zur über um haben hat sie noch durch vor gegen unter beim vom oder aber nur ein",
    "fr": "le les et est dans pour une qui sur au aux avec pas par plus sont ce cette ses ont été mais comme leur nous vous "
    "ils elle était lors chez sans sous après avant entre depuis",
    "es": "el los las una por con para del se su al como más pero sus le ya este esta entre cuando muy sin sobre también "
    "fue ha desde está son hasta hay donde quien ser tras",
    "it": "il che gli è una per non con sono alla nel della dei delle dal più anche come ha ma ed questo questa nella tra dopo "
    "sulla degli alle dalla suo sua era stato",
    "pt": "os um uma para com não por mais dos como mas ao ele das tem seu sua quando muito nos já está também pelo pela até "
    "isso são foi após entre sobre",
    "nl": "het een en van is dat op te met voor niet zijn er aan ook als maar om bij uit wordt naar deze door werd heeft hij "
    "zij nog over onder tegen worden",
    "sv": "och att det som på är av för med den till inte om ett har de vid var från kan efter mot under också",
    "pl": "w na z się że do nie jest to po od jak przez dla są tego przed oraz był była które",
    "tr": "ve bir bu için ile da de olarak daha çok olan sonra kadar gibi ancak ya ise",
    "id": "yang dan di dengan untuk dari pada ini itu dalam tidak akan ke oleh telah sebagai para",
}
_ENGLISH = frozenset(_FUNCTION_WORDS[ENGLISH].split())
_HOMOGRAPHS = frozenset("in a me no do so on men war under come per met era son plus door hat sin till".split())
"""Words of other languages that are everyday words of English: they speak for none."""

_FOREIGN = {
    word: tuple(code for code, words in _FUNCTION_WORDS.items() if word in words.split())
    for code, words in _FUNCTION_WORDS.items()
    for word in words.split()
    if word not in _ENGLISH | _HOMOGRAPHS
}
_PARTICLES = frozenset(
    "de del della di da dos das du des la le las los el al van von der den ter te y e ya bin ibn".split()
)


def language(text: str) -> str:
    """Give the ISO 639-1 code of the language, `UNKNOWN` where nothing speaks for one. Texts of a few words count."""
    if script := _foreign_script(text):
        return script
    words = _WORDS.findall(text)
    counts = _counts(words)
    english = counts.pop(ENGLISH, 0)
    if not counts:
        return ENGLISH if english else UNKNOWN
    best, score = max(counts.items(), key=lambda item: (item[1], item[0]))
    if english >= score:
        return ENGLISH
    lower = sum(1 for word in words if word.islower())
    return best if score >= 2 * english and score * 5 >= lower else UNKNOWN


def _counts(words: list[str]) -> Counter[str]:
    """Count function words by language. A particle inside a name speaks for none."""
    counts: Counter[str] = Counter()
    for index, word in enumerate(words):
        lower = word.lower()
        if lower in _PARTICLES and _in_name(words, index):
            continue
        if lower in _ENGLISH:
            counts[ENGLISH] += 1
        elif word in _FOREIGN:
            counts.update(_FOREIGN[word])
    return counts


def _in_name(words: list[str], index: int) -> bool:
    return index + 1 < len(words) and (words[index + 1][:1].isupper() or words[index + 1].lower() in _PARTICLES)


def _foreign_script(text: str) -> str:
    if text[:2000].isascii():
        return ""
    letters = [character for character in text[:2000] if character.isalpha()]
    foreign = [character for character in letters if ord(character) > 0x24F]
    if len(foreign) * 2 <= len(letters):
        return ""
    names = Counter(unicodedata.name(character, "X").split()[0] for character in foreign)
    codes = {"CYRILLIC": "ru", "GREEK": "el", "ARABIC": "ar", "HEBREW": "he", "CJK": "zh", "HIRAGANA": "ja",
             "KATAKANA": "ja", "HANGUL": "ko", "DEVANAGARI": "hi", "THAI": "th", "LATIN": ""}  # fmt: skip
    return codes.get(max(names, key=lambda name: (names[name], name)), "und")
