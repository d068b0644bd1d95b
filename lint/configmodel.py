"""What may stand in `.copydesk.yaml`, as models. `lint.config` turns them into what the program works with."""

from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, model_validator

from lint.document import BlockKind
from lint.errors import did_you_mean
from lint.model import Severity, Spelling

NOT_PROSE = "-"
"""Stands for an argument of a shortcode that is no prose."""

ON, OFF = "on", "off"
_LEVELS = [severity.value for severity in Severity]
_WORDS = f"Write {ON}, {OFF}, {', '.join(_LEVELS[:-1])} or {_LEVELS[-1]}, or a mapping with “severity” and options."


def _listed(value: Any) -> Any:
    """Take a single text for a list of one."""
    return [value] if isinstance(value, str) and value else value


def _spelled_out(value: Any) -> Any:
    """Take `off` or `warning` for the mapping it is short for."""
    if not isinstance(value, str):
        return value
    if value in {ON, OFF}:
        return {"on": value}
    if value in _LEVELS:
        return {"severity": value}
    raise ValueError(f"A rule cannot be {f'“{value}”' if value else 'set to nothing'}.", _WORDS)


def _with_content(value: Any) -> Any:
    """Leave out keys with nothing behind them: all their entries are commented out."""
    return {key: inner for key, inner in value.items() if inner != ""} if isinstance(value, dict) else value


Texts = Annotated[list[str], BeforeValidator(_listed)]
OptionValue = str | list[str]


class RuleEntry(BaseModel):
    """What is said of one rule or family; keys beside `on` and `severity` are the rule's own options."""

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, OptionValue]
    on: bool | None = None
    severity: Severity | None = None


Rules = dict[str, Annotated[RuleEntry, BeforeValidator(_spelled_out)]]


def _kind(value: Any) -> Any:
    """Take the name of a kind of block; tell the nearest one for another word."""
    names = [kind.value for kind in BlockKind]
    if not isinstance(value, str) or value in names:
        return value
    remedy = did_you_mean(value, names) or f"Write one of: {', '.join(names)}."
    raise ValueError(f"“{value}” is no kind of block.", remedy)


def _kind_or_nothing(value: Any) -> BlockKind | None:
    """Take the name of a kind of block, or a dash for none."""
    if not isinstance(value, str):
        raise ValueError("An argument must be a kind of block.", f"Write “{NOT_PROSE}” for one that is no prose.")  # noqa: TRY004 - pydantic's contract
    return None if value == NOT_PROSE else BlockKind(_kind(value))


Kinds = dict[str, Annotated[BlockKind, BeforeValidator(_kind)]]
ArgumentKinds = Annotated[list[Annotated[Any, BeforeValidator(_kind_or_nothing)]], BeforeValidator(_listed)]


class PathMarkupEntry(BaseModel):
    """What is prose in the files that one glob matches, beside what always is."""

    model_config = ConfigDict(extra="forbid")
    prose_fields: Kinds = {}
    prose_parameters: Kinds = {}
    prose_arguments: dict[str, ArgumentKinds] = {}
    opaque_shortcodes: Texts = []
    skip_tags: Texts = []

    _content = model_validator(mode="before")(_with_content)


class MarkupEntry(PathMarkupEntry):
    """What is prose in the whole repository, and which data files hold articles."""

    data: Texts = []


class PathEntry(BaseModel):
    """What holds for the files that one glob matches."""

    model_config = ConfigDict(extra="forbid")
    ignore: Texts = []
    rules: Rules = {}
    markup: PathMarkupEntry = PathMarkupEntry()
    because: str = ""

    @model_validator(mode="after")
    def _give_a_reason(self) -> "PathEntry":
        if self.ignore and not self.because.strip():
            raise ValueError("Rules are ignored here without a reason.", "Add “because: …” and say why.")
        return self


def _spelling(value: Any) -> Any:
    """Take the name of a national spelling; tell the nearest one for another word."""
    names = [spelling.value for spelling in Spelling]
    if not isinstance(value, str) or value in names:
        return value
    remedy = did_you_mean(value, names) or f"Write one of: {', '.join(names)}."
    raise ValueError(f"“{value}” is no national spelling.", remedy)


class LanguageEntry(BaseModel):
    """Which spaCy pipeline reads the language: the name of an installed package, or a folder; empty for our own.

    `spelling` is the national spelling of the house; empty where each article has its own.
    """

    model_config = ConfigDict(extra="forbid")
    pipeline: str = ""
    spelling: Annotated[str, BeforeValidator(_spelling)] = ""

    _content = model_validator(mode="before")(_with_content)


class ConfigEntry(BaseModel):
    """The whole file."""

    model_config = ConfigDict(extra="forbid")
    packs: Texts = []
    rules: Rules = {}
    paths: dict[str, PathEntry] = {}
    rule_folders: Texts | None = None
    exclude: Texts = []
    markup: MarkupEntry = MarkupEntry()
    language: LanguageEntry = LanguageEntry()
    words: Texts = []
    word_files: Texts = []
    names: str = ""
    archive: Texts = []
    baseline: str = ""

    _content = model_validator(mode="before")(_with_content)
