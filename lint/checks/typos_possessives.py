"""Plurals where a possessive is meant: “the governments ability”, “NASAs new telescope”."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from lint.annotate import english, lexicon, wordlist
from lint.annotate.reading import Reading
from lint.document import Block
from lint.rule import Hit, Option

_PAIR = re.compile(
    r"\b(?P<lead>[A-Za-z]+) (?P<between>[a-z]+ )?(?P<owner>[a-z]{3,}s) (?P<owned>[a-z]{3,})\b(?![-’'])(?= (?P<next>[a-z]+))?"
)
_OF_ONE = frozenset("a an this each every another".split())
_OF_ANY = english.POSSESSIVES | {"the"}
_PERSON = re.compile(r"(?:ist|ian|ee)$")
_OWNERS = frozenset(
    "actor agency applicant artist author bank board boss boy brother captain chief child citizen city client club coach "
    "company congregation council country couple county court crew customer daughter director doctor editor employee "
    "employer enemy family farmer father firm friend girl government governor group guest hero home husband institution "
    "judge king lawyer leader manager mayor member minister mother nation neighbor neighbour nurse officer opponent "
    "organisation organization owner parent participant partner party patient pilot planet player poet president priest "
    "prince prisoner professor queen reader recipient resident reviewer school senator ship sister soldier son speaker "
    "state student teacher team tenant town university user victim village visitor voter witness worker world writer".split()
)
_TITLED = frozenset(
    "association bank board bureau camp center centre club college committee conference convention cooperative council "
    "court exchange federation fund group guide guild hall home hospital house housing league lounge market meeting "
    "movement network night office organisation organization panel park party programme program protest rally school "
    "society strike summit team town union village wing workshop".split()
)
"""What takes a plural before it as its title: “a teachers union”, “the farmers market”."""
_OWNED = re.compile(r"(?:[^s]tion|sion|ity|ness|ship|hood|ance|ence|al|ure|edge)$")
_OWNED_WORDS = frozenset(
    "ability agenda body brother budget career child childhood daughter death decision duty face family father fate fault "
    "funeral hand head heart history husband identity income job knowledge life mind mission mother name opinion past "
    "permission policy power role salary sister skill son soul success task throat view vision voice website welfare wife "
    "wish".split()
)
_NO_NAME_BEFORE = english.DETERMINERS | english.POSSESSIVES | {"two", "three", "four", "many", "few", "several"}
_NAME = re.compile(r"(?<![\w’'.-])(?P<name>[A-Z][A-Za-z]*)s (?P<owned>[a-z]{3,})\b(?![-’'])")
_CAPITALISED = re.compile(r"(?<![\w’'.-])[A-Z][A-Za-z]+(?![\w-])")
_WORD_BEFORE = re.compile(r"([A-Za-z]+) $")
_TIMES = 2


def plural(reading: Reading, options: Mapping[str, Option]) -> Iterable[Hit]:  # noqa: ARG001 - a check
    """Find a plural of persons or bodies between a determiner and what they own."""
    for block in reading.blocks:
        for match in _runs(block):
            owner = lexicon.inflect(match["owner"], "NN")
            if _is_owner(match["owner"], owner) and _is_owned(match):
                one, all_of_them = owner + "'s", match["owner"] + "'"
                values = {"one": one, "all": all_of_them}
                yield Hit(block, match.start("owner"), match.end("owner"), values, suggestions=(one, all_of_them))


def name(reading: Reading, options: Mapping[str, Option]) -> Iterable[Hit]:  # noqa: ARG001 - a check
    """Find a name with an s before what it owns, where the article has the name by itself."""
    times = Counter(word for block in reading.blocks for word in _CAPITALISED.findall(block.text))
    for block in reading.blocks:
        for match in _NAME.finditer(block.text):
            bare, own = match["name"], times[match["name"] + "s"]
            is_name = bare.isupper() or not wordlist.is_word(bare.lower())
            if own == 1 and is_name and times[bare] >= _TIMES and _owns(block, match):
                yield Hit(block, match.start(), match.end("name") + 1, suggestions=(bare + "'s",))


def _runs(block: Block) -> Iterator[re.Match[str]]:
    position = 0
    while match := _PAIR.search(block.text, position):
        position = match.end("lead")
        yield match


def _is_owner(form: str, singular: str) -> bool:
    if lexicon.readings(form) - {"NNS", "VBZ"} or singular == form:
        return False
    return singular in _OWNERS or bool(_PERSON.search(singular))


def _is_owned(match: re.Match[str]) -> bool:
    """Say whether what follows the owner can only be owned, after this determiner."""
    lead, between, owned, after = match["lead"].lower(), match["between"], match["owned"], match["next"] or ""
    if between and not lexicon.readings(between.strip()) <= {"JJ"}:
        return False
    readings = lexicon.readings(owned)
    if "NN" not in readings or readings & {"IN", "RB", "DT", "JJ", "CC"} or owned in _TITLED or after in _TITLED:
        return False
    typical = owned in _OWNED_WORDS or bool(_OWNED.search(owned))
    if lead in _OF_ONE:
        return typical or not readings & {"VB", "VBD", "VBN"}
    return lead in _OF_ANY and typical and not readings & {"VB", "VBD", "VBN"}


def _owns(block: Block, match: re.Match[str]) -> bool:
    before = _WORD_BEFORE.search(block.text, max(0, match.start() - 20), match.start())
    readings = lexicon.readings(match["owned"])
    if before and before[1].lower() in _NO_NAME_BEFORE:
        return False
    return bool(readings) and readings <= {"NN", "JJ"}
