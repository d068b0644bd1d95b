"""How a rule fares on real text: how often it fires, and how often a person who read its findings found it right."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from pathlib import Path

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError, field_validator

from lint import validation, yamlpos
from lint.errors import Place, UserError
from lint.model import Finding, Severity
from lint.report import FileReport, Report
from lint.source import decode

_NINETY_PERCENT = 1.6449
_CONTEXT = 60


@dataclass(frozen=True, slots=True)
class Measure:
    """One rule on `words` words: its findings, and those of them that were judged.

    `lowered` are the findings that it tells only as suggestions though it is more; they are counted, and not judged.
    """

    rule: str
    words: int
    findings: int
    right: int = 0
    wrong: int = 0
    lowered: int = 0

    @property
    def judged(self) -> int:
        """Number of findings that a person judged."""
        return self.right + self.wrong

    @property
    def rate(self) -> float:
        """Findings in 100,000 words."""
        return 100_000 * self.findings / self.words if self.words else 0.0

    @property
    def precision(self) -> float | None:
        """The share of the judged findings that are right; None if there are none."""
        return self.right / self.judged if self.judged else None

    @property
    def interval(self) -> tuple[float, float]:
        """The Wilson score interval of the precision, at 90 % (Wilson, JASA 22, 1927)."""
        if not self.judged:
            return 0.0, 1.0
        n, z, p = self.judged, _NINETY_PERCENT, self.right / self.judged
        middle, spread = p + z * z / (2 * n), z * sqrt(p * (1 - p) / n + z * z / (4 * n * n))
        whole = 1 + z * z / n
        return max(0.0, (middle - spread) / whole), min(1.0, (middle + spread) / whole)


class Label(BaseModel):
    """One finding that a person has read, or is to read, while `right` is empty."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    rule: str
    fingerprint: str
    text: str = ""
    right: bool | None = None

    @field_validator("right", mode="before")
    @classmethod
    def _empty_is_open(cls, value: str) -> str | None:
        return value or None


class Labels(BaseModel):
    """A file of labels."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    labels: tuple[Label, ...] = ()


def tally(report: Report, rules: Mapping[str, Severity], judged: Mapping[str, bool]) -> tuple[Measure, ...]:
    """Measure the rules, given with their severities, on what a run found, in order.

    `judged` says of fingerprints whether they are right.
    """
    found: dict[str, list[Finding]] = {rule: [] for rule in rules}
    for file in report.files:
        for finding in file.findings:
            found.setdefault(finding.rule, []).append(finding)
    return tuple(
        _measure(rule, report.words, findings, rules.get(rule, Severity.SUGGESTION), judged)
        for rule, findings in found.items()
    )


def _measure(
    rule: str, words: int, findings: Sequence[Finding], severity: Severity, judged: Mapping[str, bool]
) -> Measure:
    full = [
        finding
        for finding in findings
        if finding.severity is not Severity.SUGGESTION or severity is Severity.SUGGESTION
    ]
    verdicts = Counter(judged[finding.fingerprint] for finding in full if finding.fingerprint in judged)
    return Measure(rule, words, len(full), verdicts[True], verdicts[False], len(findings) - len(full))


def read(path: Path) -> Mapping[str, Measure]:
    """Give the measures in a file that “copydesk rules stats --format json” wrote, by rule. Raises UserError."""
    try:
        rows = TypeAdapter(list[Measure]).validate_json(_bytes(path))
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        problem = f"This is no list of measures: {first['msg'].lower()} ({'.'.join(map(str, first['loc'])) or 'file'})."
        raise UserError(problem, Place(str(path)), "“copydesk rules stats --format json” writes one.") from None
    return {row.rule: row for row in rows}


def read_labels(path: Path) -> Mapping[str, bool]:
    """Give what a file of labels says of each fingerprint, leaving out those not yet judged.

    Raises UserError or UserErrors for what cannot be read or understood, and where one finding is judged both ways.
    """
    node = yamlpos.load(decode(str(path), _bytes(path)).lf, str(path))
    labels = validation.validate(Labels, node, "a file of labels").labels if node else ()
    judged: dict[str, bool] = {}
    for index, label in enumerate(labels):
        if label.right is not None and judged.setdefault(label.fingerprint, label.right) is not label.right:
            problem = f"The finding {label.fingerprint} is judged both right and wrong."
            raise UserError(problem, node and node.find(("labels", index, "right")), "Keep one of the two.")
    return judged


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise UserError(f"Cannot be read: {error.strerror}.", Place(str(path)), "Is it the right path?") from None


def sample(report: Report, most: int, judged: Mapping[str, bool]) -> str:
    """Give a file of labels in YAML, to be filled in: up to `most` findings a rule that nobody has judged.

    Those findings are taken whose fingerprints come first, which is as good as by lot, and the same every time.
    """
    rows: dict[str, list[tuple[str, str]]] = {}
    for file, finding in _unjudged(report, judged):
        rows.setdefault(finding.rule, []).append((finding.fingerprint, _row(file, finding)))
    chosen = [row for rule in sorted(rows) for _, row in sorted(rows[rule])[:most]]
    return "".join(["labels:\n" if chosen else "labels: []\n", *chosen])


def _unjudged(report: Report, judged: Mapping[str, bool]) -> Iterator[tuple[FileReport, Finding]]:
    for file in report.files:
        yield from ((file, finding) for finding in file.findings if finding.fingerprint not in judged)


def _row(file: FileReport, finding: Finding) -> str:
    text, start, end = file.source.text, finding.start.offset, finding.end.offset
    before, after = text[max(0, start - _CONTEXT) : start], text[end : end + _CONTEXT]
    context = " ".join(f"{before}«{text[start:end]}»{after}".split())
    lines = [
        f"  # {file.path}:{finding.start.line}: {' '.join(finding.message.split())}",
        f"  # {context}",
        f"  - rule: {finding.rule}",
        f"    fingerprint: {_quoted(finding.fingerprint)}",
        f"    text: {_quoted(' '.join(finding.text.split()))}",
        "    right:",
    ]
    return "\n".join(lines) + "\n\n"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)  # a string of JSON is one of YAML
