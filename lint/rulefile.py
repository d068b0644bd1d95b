"""A rule file: YAML to rule, with every mistake told at its place."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, field_validator, model_validator

from lint import templates, yamlpos
from lint.annotate.layers import Layer
from lint.document import PROSE, BlockKind
from lint.errors import Place, UserError, UserErrors, did_you_mean
from lint.kinds import registry
from lint.model import Confidence, Safety, Severity, Span
from lint.rule import Example, Known, Option, OptionSpec, Quotes, Rule
from lint.validation import validate

_MARKED = re.compile(r"<<(.*?)>>(?!>)", re.DOTALL)
_LINES = ("summary", "message", "why", "source")


def _listed(value: Any) -> Any:
    """Take a single text for a list of one."""
    return [value] if isinstance(value, str) else value


class _WrittenExample(BaseModel):
    """An example as the file has it: `bad` with `<<marks>>`, or `ok`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    bad: str | None = None
    ok: str | None = None
    fixed: str | None = None
    known: Known | None = None
    format: str = "markdown"
    archive: Annotated[list[str], BeforeValidator(_listed)] = []
    names: str = ""

    @model_validator(mode="after")
    def _one(self) -> "_WrittenExample":
        if (self.bad is None) == (self.ok is None):
            raise ValueError("An example is either “bad” or “ok”.")
        if self.bad is not None and not _MARKED.search(self.bad):
            raise ValueError("A bad example marks what the rule finds.", "Write <<like this>>.")
        if self.ok is not None and (_MARKED.search(self.ok) or self.fixed is not None):
            raise ValueError("An ok example has no marks and nothing to fix.")
        return self


class _WrittenOption(BaseModel):
    """An option as the file has it: its default, or a mapping that says more of it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    default: str | list[str]
    help: str = ""
    min: int | None = None
    max: int | None = None
    choices: list[str] = []

    @model_validator(mode="before")
    @classmethod
    def _spelled_out(cls, value: Any) -> Any:
        return value if isinstance(value, dict) else {"default": value}

    @model_validator(mode="after")
    def _default_is_one(self) -> "_WrittenOption":
        bounded = self.min is not None or self.max is not None
        if bounded and (self.choices or isinstance(self.spec.default, str | tuple)):
            raise ValueError(
                "Only a number has bounds.", "Leave out “min” and “max”, or write a whole number as “default”."
            )
        try:
            self.spec.read(self.default)
        except ValueError as wanted:
            raise ValueError(f"The default must be {wanted}, as the option says itself.") from None
        return self

    @property
    def spec(self) -> OptionSpec:
        """What the rule says of the option."""
        help_ = " ".join(self.help.split())
        return OptionSpec(_option(self.default), help_, self.min, self.max, tuple(self.choices))


class _Written(BaseModel):
    """What every rule file says, whatever its kind."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    kind: str
    summary: str = Field(min_length=1)
    message: str = Field(min_length=1)
    severity: Severity
    confidence: Confidence
    why: str = Field(min_length=1)
    source: str = Field(min_length=1)
    since: str = "0.1"
    needs: frozenset[Layer] = frozenset()
    blocks: frozenset[BlockKind] = PROSE
    quotes: Quotes = Quotes.SUGGESTION
    fix: Safety = Safety.DISPLAY
    suggest: list[str] = []
    options: Mapping[str, _WrittenOption] = {}
    default: bool = Field(default=True, description="whether the rule is on unless the configuration says otherwise")
    examples: list[_WrittenExample] = []

    @field_validator(*_LINES)
    @classmethod
    def _one_line(cls, text: str) -> str:
        return " ".join(text.split())


def read(text: str, path: str, rule_id: str) -> Rule:
    """Turn the text of a rule file into a rule; raise UserErrors that name every mistake."""
    try:
        node = yamlpos.load(text, path)
    except UserError as error:
        raise UserErrors([error]) from None
    if node is None or not isinstance(node.value, dict):
        raise UserErrors([UserError("A rule file holds a mapping.", Place(path, 1), "Begin with “kind: …”.")])
    written = validate(_model(_kind(node)), node, "a rule")
    if problems := list(_template_problems(written, node)):
        raise UserErrors(problems)
    return _rule(written, node, rule_id)


def _kind(node: yamlpos.Node) -> str:
    assert isinstance(node.value, dict)  # noqa: S101 - seen by the caller
    kind = node.value.get("kind")
    if kind is None:
        raise UserErrors([UserError("“kind” is missing.", node.place, f"Kinds: {', '.join(registry.KINDS)}.")])
    if not isinstance(kind.value, str) or kind.value not in registry.KINDS:
        hint = did_you_mean(str(kind.plain()), registry.KINDS) or f"Kinds: {', '.join(registry.KINDS)}."
        raise UserErrors([UserError(f"There is no kind “{kind.plain()}”.", kind.place, hint)])
    return kind.value


@cache
def _model(kind: str) -> type[_Written]:
    """Give the model of a whole rule file of the kind: what all rules say and what this kind says."""
    spec: Any = registry.KINDS[kind].Spec
    return type(f"{kind.title()}Rule", (_Written, spec), {"__module__": __name__})


def _template_problems(written: _Written, node: yamlpos.Node) -> Iterator[UserError]:
    known = registry.fields(written.kind, written)
    for key, template in (("message", written.message), *(("suggest", text) for text in written.suggest)):
        for name, form in templates.fields(template):
            place = node.find((key,))
            if known is not None and name not in known:
                hint = did_you_mean(name, known) or f"Known: {', '.join(sorted(known))}."
                yield UserError(f"The template uses “{{{name}}}”, which this rule does not capture.", place, hint)
            if form and form not in templates.FORMS:
                hint = did_you_mean(form, templates.FORMS) or f"Known: {', '.join(sorted(templates.FORMS))}."
                yield UserError(f"There is no form “{form}”.", place, hint)


def _rule(written: _Written, node: yamlpos.Node, rule_id: str) -> Rule:
    return Rule(
        id=rule_id,
        kind=written.kind,
        summary=written.summary,
        message=written.message,
        severity=written.severity,
        confidence=written.confidence,
        why=written.why,
        source=written.source,
        since=written.since,
        needs=written.needs | registry.needs(written.kind, written),
        blocks=written.blocks,
        quotes=written.quotes,
        fix=written.fix,
        suggest=tuple(written.suggest),
        options={name: option.spec.default for name, option in written.options.items()},
        examples=tuple(_example(e, node.find(("examples", n))) for n, e in enumerate(written.examples)),
        on=written.default,
        body=written,
        place=node.place,
        declared={name: option.spec for name, option in written.options.items()},
    )


def _option(value: str | list[str]) -> Option:
    """Turn an option as written into a whole number, a tuple of words, or a word."""
    if isinstance(value, list):
        return tuple(value)
    return int(value) if value.isascii() and value.isdecimal() and len(value) < 10 else value


def _example(written: _WrittenExample, place: Place) -> Example:
    text, marks, length = "", [], 0
    pieces = _MARKED.split(written.bad if written.bad is not None else written.ok or "")
    for number, piece in enumerate(pieces):
        if number % 2:
            marks.append(Span(length, length + len(piece)))
        text += piece
        length += len(piece)
    return Example(
        text, tuple(marks), place, written.fixed, written.known, written.format, tuple(written.archive), written.names
    )
