"""Closed classes of English words: what the lexicon of open classes does not hold."""

DETERMINERS = frozenset("a an the this that these those each every either neither another no some any all both".split())
POSSESSIVES = frozenset("my your his her its our their whose".split())
SUBJECT_PRONOUNS = frozenset("i you he she it we they".split())
OBJECT_PRONOUNS = frozenset("me you him her it us them".split())
MODALS = frozenset("can could may might must shall should will would".split())
CONJUNCTIONS = frozenset("and but or nor yet so".split())
SUBORDINATORS = frozenset(
    "although because if once since though unless until when where whereas whether while that than as".split()
)
PREPOSITIONS = frozenset(
    "about above across after against along among around at before behind below beneath beside between beyond by "
    "despite down during for from in inside into like near of off on onto out outside over past per since through "
    "throughout till to toward towards under until up upon via with within without".split()
)
WH_WORDS = frozenset("what which who whom whose when where why how".split())

READINGS: dict[str, frozenset[str]] = {}
"""Penn tags a closed-class form can bear."""

_CLASSES = (
    (DETERMINERS, "DT"),
    (POSSESSIVES, "PRP$"),
    (SUBJECT_PRONOUNS | OBJECT_PRONOUNS, "PRP"),
    (MODALS, "MD"),
    (CONJUNCTIONS, "CC"),
    (SUBORDINATORS | PREPOSITIONS, "IN"),
    (frozenset({"what", "who", "whom"}), "WP"),
    (frozenset({"when", "where", "why", "how"}), "WRB"),
    (frozenset({"which", "what", "whatever"}), "WDT"),
)


def _readings() -> dict[str, frozenset[str]]:
    table: dict[str, set[str]] = {"to": {"TO", "IN"}, "there": {"EX", "RB"}, "not": {"RB"}, "n't": {"RB"}}
    for words, tag in _CLASSES:
        for word in words:
            table.setdefault(word, set()).add(tag)
    for word, tags in _AUXILIARIES.items():
        table.setdefault(word, set()).update(tags.split())
    return {word: frozenset(tags) for word, tags in table.items()}


_AUXILIARIES = {
    "be": "VB", "am": "VBP", "is": "VBZ", "are": "VBP", "was": "VBD", "were": "VBD", "been": "VBN", "being": "VBG NN",
    "have": "VB VBP", "has": "VBZ", "had": "VBD VBN", "having": "VBG",
    "do": "VB VBP", "does": "VBZ", "did": "VBD", "done": "VBN", "doing": "VBG",
    "will": "MD NN VB VBP", "can": "MD NN VB VBP", "might": "MD NN", "may": "MD", "must": "MD NN",
}  # fmt: skip

READINGS.update(_readings())

INVARIANT_PAST = frozenset(
    "beat bet bid broadcast burst bust cast cost cut fit forecast hit hurt knit let miscast offset outbid outfit put "
    "quit read recast rebroadcast reread reset rid set shed shut slit split spread sublet sweat telecast thrust undercut "
    "upset wed wet".split()
)
"""Verbs whose past tense and participle look like the base form."""

INVARIANT_PARTICIPLE = frozenset("become come overcome outrun overrun rerun run".split())
"""Verbs whose participle alone looks like the base form."""

PAST_ONLY = frozenset(
    "arose ate awoke bade became befell began bestrode bit blew bore broke came chose drank drew drove fell flew "
    "forbade foresaw forewent forgave forgot forsook forswore froze gave grew hid knew lay mistook outdid outgrew overate "
    "overcame overdid overran oversaw overtook overthrew partook ran rang redid retook rewrote rode rose sang sank saw shook "
    "shrank slew smote spoke sprang stank stole strode strove swam swore threw took tore trod underwent undertook undid "
    "uprose was went were withdrew woke wore wove wrote".split()
)
"""Past tenses that are not participles as well."""

PARTICIPLE_ONLY = frozenset(
    "arisen awoken been begun befallen bidden bitten blown borne broken chosen done drawn driven drunk eaten fallen flown "
    "forbidden foregone foreseen forgiven forgone forgotten forsaken forsworn frozen given gone gotten grown hewn hidden known "
    "lain mistaken mown outdone outgrown overdone overeaten overseen overtaken overthrown partaken redone retaken rewritten "
    "ridden risen rung sawn seen sewn shaken shown shrunk shrunken slain smitten sown spoken sprung stolen stridden striven "
    "strewn stricken stunk sung sunk swollen sworn swum taken thrown torn trodden undergone undertaken undone withdrawn woken "
    "worn woven written".split()
)
"""Participles that are not past tenses as well."""

CLITICS = {
    "'s": "is", "'re": "are", "'m": "am", "'ve": "have", "'ll": "will", "'d": "would", "n't": "not",
}  # fmt: skip
"""Contracted forms, written with a straight apostrophe, and what they are short for."""
