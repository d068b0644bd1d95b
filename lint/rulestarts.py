"""How a rule file begins: for each kind a rule with comments that works as it stands, to be written over."""

from collections.abc import Mapping

_HEAD = """\
# {rule}
#
# What stands here works, and is only an example: write your own over it. Where the file lies is the rule's name, which
# says what is flagged. CONTRIBUTING.md of Copydesk tells all that a rule may say.

kind: {kind}
summary: {summary} # what is flagged, in one line
message: {message} # what the writer is told; {{match}} is what was marked
severity: warning # error (stops a commit), warning or suggestion
confidence: high # how sure the rule is: high, medium or low
why: {why} # why a reader should care
source: Our stylebook # where the convention comes from

"""

_TAIL = """\

quotes: suggestion # in quoted speech: skip it, make it a suggestion, or treat it the same
fix: display # “safe” is written by --fix, “unsafe” by --unsafe-fixes, “display” only shown

# At least one bad with <<marks>>, and two ok, among them the false alarm that the rule is guarded against. “fixed” is the
# text after the first suggestion.
examples:
"""

_PHRASES = """\
# What is wrong, and what is right. Brackets hold variants, and both sides take the same one.
replace:
  "[utilise|utilises|utilised]": "[use|uses|used]"
# What has no one word instead:
# avoid: [low-hanging fruit]
# Longer phrases that are right:
# unless: [utilised capacity]
"""

_PATTERN = """\
# A regular expression that RE2 takes: no look-around, no back-references. The group “mark” is what is marked; other groups
# fill the message and the suggestions.
pattern: '\\bGBP ?(?P<sum>\\d[\\d,.]*\\d)'
suggest: ["£{sum}"]
# Expressions that protect what they overlap:
# unless: ['GBP/USD']
"""

_TOKENS = """\
# Word after word: by its letters, its lemma, or the parts of speech that its form can have. “as” names a word, so that
# “mark” can mark it, and so that the message and the suggestions can use it.
match:
  - {lemma: let, lower: [let, lets]}
  - [him, her, us, them]
  - {readings: {any: VBD, none: [VB, VBN, NN, JJ]}, not: [was, were], as: verb}
mark: [verb]
suggest: ["{verb:base}"]
# Patterns that protect what they overlap:
# unless:
#   - [let, us, {lower: was}]
"""

_CONSISTENT = """\
# Forms of which an article should use one; the commonest wins. The message may use {other} and {count}.
sets:
  - [harbourmaster, harbour master]
"""

_REPEAT = """\
# Words that should not stand twice in a row:
words: [said, says]
"""

_PAIRS = """\
# Marks that come in twos. The message may use {problem}.
pairs: ["«»"]
"""

_CODE = """\
# A check in Python: “module.function” of Copydesk's own, or “package.module:function” of an installed package of rules.
# A repository's own Python is never run: docs/rule-authors.md tells how to make a package.
check: numbers.ordinal
"""

_BODIES: Mapping[str, tuple[str, str, str, str, str]] = {
    "phrases": (
        "“utilise” for “use”",
        '"“{match}” is a long word for “use”."',
        "The short word is read faster.",
        _PHRASES,
        """\
  - bad: Crews <<utilised>> an old barge.
    fixed: Crews used an old barge.
  - ok: Crews used an old barge.
  - ok: The utility owns the barge.
""",
    ),
    "pattern": (
        "“GBP 4,000” for “£4,000”",
        '"“{match}”: write “£{sum}”."',
        "Nobody says the code.",
        _PATTERN,
        """\
  - bad: The roof cost <<GBP 4,000>>.
    fixed: The roof cost £4,000.
  - ok: The roof cost £4,000.
  - ok: The GBP fell against the euro.
""",
    ),
    "tokens": (
        "A past tense after “let”",
        '"“{verb}”: after “let” comes the base form."',
        "Left behind when a sentence is rewritten.",
        _TOKENS,
        """\
  - bad: The guards let them <<went>> home.
    fixed: The guards let them go home.
  - ok: The guards let them go home.
  - ok: The harbour they let us was cold.
""",
    ),
    "consistent": (
        "“harbourmaster” in two forms",
        '"“{match}” here, “{other}” elsewhere."',
        "One form in one article.",
        _CONSISTENT,
        """\
  - bad: The harbourmaster waved. The harbourmaster left, and a <<harbour master>> came.
  - ok: The harbour master waved, and the harbour master left.
  - ok: The harbour has a new master.
""",
    ),
    "repeat": (
        "“said” twice in a row",
        '"“{match}”: once is enough."',
        "Left behind when a sentence is rewritten.",
        _REPEAT,
        """\
  - bad: The mayor <<said said>> nothing.
    fixed: The mayor said nothing.
  - ok: The mayor said nothing.
  - ok: What she said, said everything.
""",
    ),
    "pairs": (
        "A guillemet without its other half",
        '"This mark {problem}."',
        "The reader cannot tell where the quotation ends.",
        _PAIRS,
        """\
  - bad: The sign read <<«>>Chez Nous and hung askew.
  - ok: The sign read «Chez Nous» and hung askew.
  - ok: The sign hung askew.
""",
    ),
    "code": (
        "An ordinal with the wrong ending",
        '"“{match}” is read “{right}”."',
        "The reader stumbles.",
        _CODE,
        """\
  - bad: He died on the <<22th>> of May.
  - ok: The 112th, 113th and 22nd days were fine.
  - ok: The 2d and 3d Infantry marched past.
""",
    ),
}

KINDS = tuple(_BODIES)
"""The kinds that a new rule may be of."""


def text(rule_id: str, kind: str) -> str:
    """Give the text of a rule file of the kind, which proves its own examples."""
    summary, message, why, body, examples = _BODIES[kind]
    head = _HEAD.format(rule=rule_id, kind=kind, summary=summary, message=message, why=why)
    return head + body + _TAIL + examples
