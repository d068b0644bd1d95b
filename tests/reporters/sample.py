"""A report that holds whatever a reporter may meet: for the golden files, and for the tests of single formats."""

from pathlib import Path

from lint import catalog
from lint.errors import Place, UserError
from lint.model import Confidence, Edit, Finding, Fix, Related, Safety, Severity
from lint.report import FileReport, Report, Skipped
from lint.reporters.view import Look, View
from lint.rule import Rule
from lint.source import Source

_RULES = Path(__file__).parents[1] / "cli" / "desk" / "rules"

FAIR = (
    "# The fair\r\n\r\n"
    "“We will utilise the 🎡 wheel,” said 陳美玲, and and utilised it.\r\n"
    "\r\n"
    "שלום to the the fair: <b>it's</b> ::error::here, 100% **new** [click](http://example.com) @mayor #1 | `x`.\r\n"
)
ODD = "One line, with a \x1b[2Jbell\x07 and\x00 a very\x0b long way to go."
ABROAD = "Prices rose 5%, or\rso: they said.\n"


def rules() -> dict[str, Rule]:
    """Give the rules that the report tells of, but for one, whose file lies elsewhere."""
    found = [catalog.read(path, _RULES) for path in sorted(_RULES.rglob("*.yaml"))]
    return {rule.id: rule for rule in found}


def view(shown: Severity = Severity.SUGGESTION) -> View:
    return View(Look(88, shown=shown), rules)


def finding(source: Source, words: str, rule: str, severity: Severity, **changes) -> Finding:
    at = source.text.index(words)
    usual = {
        "confidence": Confidence.HIGH,
        "message": f"“{words}” is not what you want.",
        "text": words,
        "block": "paragraph",
        "start": source.position(at),
        "end": source.position(at + len(words)),
        "suggestions": (),
        "fixes": (),
        "related": (),
        "fingerprint": f"{at:016x}",
    }
    return Finding(rule=rule, severity=severity, **{**usual, **changes})


def _fix(source: Source, words: str, text: str, safety: Safety = Safety.SAFE) -> Fix:
    at = source.text.index(words)
    return Fix(f"Write “{text}”", safety, (Edit(at, at + len(words), text),))


def _fair() -> FileReport:
    source = Source("drafts/über uns/harbour fair.md", FAIR)
    first = source.text.index("utilise")
    related = Related("“utilise” here", source.position(first), source.position(first + 7))
    both = (_fix(source, "🎡", "big").edits[0], _fix(source, "陳美玲", "Chen Mei-ling").edits[0])
    findings = (
        finding(source, "utilise", "house/utilise", Severity.SUGGESTION, suggestions=("use",)),
        finding(
            source,
            "🎡 wheel,” said 陳美玲",
            "house/very",
            Severity.WARNING,
            fixes=(Fix("Write both in Latin letters", Safety.UNSAFE, both),),
        ),
        finding(
            source,
            "and and",
            "house/very",
            Severity.ERROR,
            suggestions=("and", ""),
            fixes=(_fix(source, "and and", "and"),),
        ),
        finding(source, "utilised", "house/utilise", Severity.WARNING, suggestions=("used",), related=(related,)),
        finding(source, "the the", "house/going-forward", Severity.ERROR, fixes=(_fix(source, "the the", "the"),)),
        finding(source, "fair: <b>it's</b>", "elsewhere/unknown-here", Severity.WARNING, confidence=Confidence.LOW),
        finding(
            source,
            "<b>it's</b> ::error::here, 100% **new** [click](http://example.com) @mayor #1 | `x`",
            "house/very",
            Severity.WARNING,
        ),
    )
    return FileReport(source.path, source, findings, stet=1, baseline=2)


def _odd() -> FileReport:
    source = Source("::error::x,y=%0A\n##[add-mask].md", ODD)
    return FileReport(
        source.path,
        source,
        (
            finding(
                source, "\x1b[2Jbell\x07", "house/very", Severity.ERROR, message="Line one\n::error::two\r\n##[x]."
            ),
            finding(source, "a very\x0b", "house/very", Severity.WARNING, suggestions=("::stop-commands::x",)),
        ),
    )


def _abroad() -> FileReport:
    source = Source("../other/caf\udce9.md", ABROAD)
    return FileReport(source.path, source, (finding(source, "or\rso", "house/very", Severity.ERROR),))


def report() -> Report:
    return Report(
        files=(
            _fair(),
            FileReport("drafts/clean.md", Source("drafts/clean.md", "All is well.\n"), ()),
            _odd(),
            _abroad(),
        ),
        errors=(
            UserError(
                "Byte 0xff at byte offset 3 is not UTF-8.", Place("drafts/latin 1.md", 1, 4), "Save it as UTF-8."
            ),
            UserError("There is no archive.", None, "Make one."),
        ),
        skipped=(Skipped("drafts/café.md", "not in English"),),
        notices=(UserError("A table is not read.", Place("drafts/clean.md", 7)), UserError("The archive is old.")),
        skipped_rules=(Skipped("house/spelt", "the pipeline has no tags"),),
    )
