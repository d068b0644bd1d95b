"""What holds for the fixes of every rule: its examples, mixed and joined into articles of every kind, are fixed.

The rules of a second opinion are left out: they fix nothing, raise no error, and take their time.
"""

import html
import random
import re
from collections import Counter
from dataclasses import dataclass

import pytest

from lint import catalog, formats
from lint.annotate.pipeline import Pipeline
from lint.annotate.reading import Reading
from lint.checking import Checker
from lint.draft import Draft
from lint.edits import proposals
from lint.fixing import Fixer
from lint.model import Safety, Severity
from lint.plan import Selection
from lint.report import Outcome
from lint.rule import Rule
from lint.source import Source, decode
from lint.workspace import Workspace

IGNORED = ("typos/likely-wrong-word", "typos/likely-missing-word", "typos/likely-extra-word", "typos/likely-wrong-form")
LINE_END = re.compile(rb"\r\n|\r|\n")
SAFETIES = {"safe": frozenset({Safety.SAFE}), "unsafe": frozenset({Safety.SAFE, Safety.UNSAFE})}


def paragraphs(rules: list[Rule]) -> list[str]:
    """Give what the rules' examples say, one paragraph each; those that are articles of a shape of their own are left out."""
    texts = (example.text.strip() for rule in rules for example in rule.examples if example.format == "markdown")
    return [text for text in dict.fromkeys(texts) if not re.search(r"\n|^[\W\d]*[<{\[#>|`-]|<!--|[<>&]|::", text)]


def markdown(texts: list[str], end: str) -> str:
    return "".join(f"{text}{end}{end}" for text in texts)


def page(texts: list[str], end: str) -> str:
    body = "".join(f"<p>{html.escape(text, quote=False)}</p>{end}" for text in texts)
    return f"<html><body><article>{end}{body}</article></body></html>"


SHAPES = [
    ("a.md", markdown, "\n", b""),
    ("a.html", page, "\r\n", b""),
    ("a.txt", markdown, "\r\n", b"\xef\xbb\xbf"),
    ("a.md", markdown, "\r", b""),
]


@dataclass(frozen=True)
class Fixed:
    """An article, and what fixing it came to, once and again."""

    name: str
    before: bytes
    unfixed: Outcome
    once: Outcome
    twice: Outcome

    @property
    def after(self) -> bytes:
        return self.once.rewrite.after if self.once.rewrite else self.before


@pytest.fixture(scope="module")
def checker() -> Checker:
    return Checker(Workspace(Selection(ignore=IGNORED)))


def examples() -> list[list[str]]:
    """Give half of the examples in random order, as many lists as there are shapes."""
    rules = [rule for rule in catalog.load().rules if rule.on]
    texts = paragraphs([rule for rule in rules if rule.fix is not Safety.DISPLAY])
    texts += paragraphs([rule for rule in rules if rule.fix is Safety.DISPLAY])[::3]
    random.Random(5).shuffle(texts)  # noqa: S311 - any order will do
    parts = 2 * len(SHAPES)
    return [texts[number::parts] for number in range(len(SHAPES))]


def article(number: int) -> Draft:
    """Give some of the examples as an article of one of the shapes."""
    name, shape, end, mark = SHAPES[number]
    return Draft(name, mark + shape(examples()[number], end).encode())


@pytest.fixture(scope="module", params=["safe-0", "unsafe-0", "unsafe-1", "safe-2", "unsafe-3"])
def fixed(request: pytest.FixtureRequest, checker: Checker) -> Fixed:
    safety, _, number = request.param.partition("-")
    fixer, draft = Fixer(checker, SAFETIES[safety]), article(int(number))
    once = fixer.fix(draft)
    assert once.rewrite is not None
    again = fixer.fix(Draft(draft.name, once.rewrite.after))
    return Fixed(draft.name, once.rewrite.before, checker.check(draft), once, again)


def test_fixing_twice_is_fixing_once(fixed):
    assert fixed.once.errors == ()
    assert fixed.twice.rewrite is None
    assert fixed.twice.file.fixed == ()


def test_many_are_fixed_and_what_could_be_but_was_not_is_told(fixed, request):
    safeties = SAFETIES["unsafe" if "unsafe" in request.node.name else "safe"]
    left = proposals(fixed.once.file.findings, safeties)
    told = {(each.place.line, each.place.column) for each in fixed.once.notices if "was not made" in each.problem}
    assert sum(dict(fixed.once.file.fixed).values()) > 10
    assert {(each.finding.start.line, each.finding.start.column) for each in left} <= told
    assert len(left) <= 5


def test_no_fix_makes_an_error_of_another_rule(fixed):
    def errors(outcome: Outcome) -> Counter[str]:
        return Counter(each.rule for each in outcome.file.findings if each.severity is Severity.ERROR)

    assert errors(fixed.once) - errors(fixed.unfixed) == Counter()


def test_lines_without_a_finding_and_all_line_ends_stay_as_they_are(fixed):
    assert LINE_END.findall(fixed.after) == LINE_END.findall(fixed.before)
    assert fixed.after[:3] == fixed.before[:3]
    mended = {each.start.line for each in fixed.unfixed.file.findings if each.fixes}
    lines = zip(LINE_END.split(fixed.before), LINE_END.split(fixed.after), strict=True)
    assert {number for number, (old, new) in enumerate(lines, 1) if old != new} <= mended


def test_no_word_between_quotation_marks_is_changed(fixed):
    def quoted(data: bytes) -> list[list[str]]:
        reading = Reading(formats.read(decode(fixed.name, data)), Pipeline())
        quotations = [each for block in reading.blocks for each in reading.quotations(block)]
        return [re.findall(r"\w+", each.block.text[each.start + 1 : each.end - 1]) for each in quotations]

    assert quoted(fixed.before)
    assert quoted(fixed.after) == quoted(fixed.before)


def test_what_comes_out_can_be_read(fixed):
    assert isinstance(decode(fixed.name, fixed.after), Source)
    assert fixed.once.file.source.text == decode(fixed.name, fixed.after).text
