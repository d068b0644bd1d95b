"""What may stand in `.copydesk.yaml`, as models. `lint.config` turns them into what the program works with.

The models are the source of the JSON Schema too: what a field's description says, an editor tells.
"""

from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema, model_validator

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


_STRICT = ConfigDict(extra="forbid")
_SCALAR: dict[str, Any] = {"type": ["string", "number", "boolean"]}
"""What stands for a text in YAML, where an editor takes 2024 for a number and we do not."""


def _list_of(entry: dict[str, Any]) -> WithJsonSchema:
    """Give the schema of a list of such entries, one of which may stand by itself."""
    return WithJsonSchema({"anyOf": [entry, {"type": "array", "items": entry}]})


Text = Annotated[str, WithJsonSchema(_SCALAR)]
Texts = Annotated[list[str], BeforeValidator(_listed), _list_of(_SCALAR)]
OptionValue = str | list[str]


class RuleEntry(BaseModel):
    """What is said of one rule or family; keys beside `on` and `severity` are the rule's own options."""

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, OptionValue]
    on: bool | None = None
    severity: Severity | None = None


Rules = Annotated[
    dict[str, Annotated[RuleEntry, BeforeValidator(_spelled_out)]],
    WithJsonSchema({"type": "object"}),  # which rules there are is for the catalog to say
]


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


_KIND: dict[str, Any] = {"enum": [kind.value for kind in BlockKind]}
_ARGUMENT: dict[str, Any] = {"enum": [*_KIND["enum"], NOT_PROSE]}

Kinds = Annotated[
    dict[str, Annotated[BlockKind, BeforeValidator(_kind)]],
    WithJsonSchema({"type": "object", "additionalProperties": _KIND}),
]
ArgumentKinds = Annotated[
    list[Annotated[Any, BeforeValidator(_kind_or_nothing)]], BeforeValidator(_listed), _list_of(_ARGUMENT)
]


class PathMarkupEntry(BaseModel):
    """What is prose in the files that one glob matches, beside what always is."""

    model_config = _STRICT
    prose_fields: Kinds = Field(
        default={},
        description="Keys of front matter and data files whose values are prose, and the kind of block each becomes.",
    )
    prose_parameters: Kinds = Field(
        default={}, description="Named arguments of shortcodes and attributes of components that are prose."
    )
    prose_arguments: dict[str, ArgumentKinds] = Field(
        default={},
        description="Unnamed arguments of shortcodes that are prose, by shortcode: their kinds in order; “-” is no prose.",
    )
    opaque_shortcodes: Texts = Field(default=[], description="Shortcodes between whose tags nothing is read.")
    skip_tags: Texts = Field(default=[], description="HTML elements that are not read.")

    _content = model_validator(mode="before")(_with_content)


class MarkupEntry(PathMarkupEntry):
    """What is prose in the whole repository, and which data files hold articles."""

    data: Texts = Field(
        default=[],
        description="Data files (JSON, YAML, TOML) that hold articles, as patterns in the manner of .gitignore.",
    )


class PathEntry(BaseModel):
    """What holds for the files that one glob matches."""

    model_config = ConfigDict(
        **_STRICT,
        json_schema_extra={
            "if": {"required": ["ignore"], "properties": {"ignore": {"type": ["string", "array"], "minItems": 1}}},
            "then": {"required": ["because"]},
        },
    )
    ignore: Texts = Field(
        default=[], description="Rules and families that are not looked for here; say why under “because”."
    )
    rules: Rules = Field(default={}, description="What is said of rules here, over what is said of them elsewhere.")
    markup: PathMarkupEntry = Field(
        default=PathMarkupEntry(), description="What is prose here, beside what is prose elsewhere."
    )
    because: Text = Field(
        default="", description="Why rules are silenced here. Asked for where “ignore” stands or a rule is off."
    )

    _content = model_validator(mode="before")(_with_content)

    @model_validator(mode="after")
    def _give_a_reason(self) -> "PathEntry":
        silenced = "ignored" if self.ignore else "off" if any(r.on is False for r in self.rules.values()) else ""
        if silenced and not self.because.strip():
            raise ValueError(f"Rules are {silenced} here without a reason.", "Add “because: …” and say why.")
        return self


def _spelling(value: Any) -> Any:
    """Take the name of a national spelling; tell the nearest one for another word."""
    names = [spelling.value for spelling in Spelling]
    if not isinstance(value, str) or value in names:
        return value
    remedy = did_you_mean(value, names) or f"Write one of: {', '.join(names)}."
    raise ValueError(f"“{value}” is no national spelling.", remedy)


class LanguageEntry(BaseModel):
    """Which language pipeline reads the articles, and which spelling the house keeps."""

    model_config = _STRICT
    pipeline: Text = Field(
        default="",
        description="A spaCy pipeline for English that is installed, by the name of its package; without it, Copydesk's own.",
    )
    spelling: Annotated[
        str, BeforeValidator(_spelling), WithJsonSchema({"enum": [each.value for each in Spelling]})
    ] = Field(default="", description="The national spelling of the house; without it, each article has its own.")

    _content = model_validator(mode="before")(_with_content)


class ConfigEntry(BaseModel):
    """The whole file."""

    model_config = _STRICT
    extends: Texts = Field(
        default=[],
        description="Configurations to begin with: paths from this file, or “package:NAME” for an installed package.",
    )
    packs: Texts = Field(default=[], description="Families, rules or packs that are off by default and are turned on.")
    rules: Rules = Field(
        default={}, description="What is said of rules: on, off, a severity, or a mapping with “severity” and options."
    )
    paths: dict[str, PathEntry] = Field(
        default={},
        description="What holds for some files alone, by patterns in the manner of .gitignore. Later ones weigh more.",
    )
    rule_folders: Annotated[list[str] | None, BeforeValidator(_listed), _list_of(_SCALAR)] = Field(
        default=None,
        description="Folders with the repository's own rules; without it, the folder “rules”, if there is one.",
    )
    exclude: Texts = Field(
        default=[],
        description="Files and folders that are left out when folders are walked, as patterns in the manner of .gitignore.",
    )
    markup: MarkupEntry = Field(default=MarkupEntry(), description="What is prose in the files, beside what always is.")
    language: LanguageEntry = Field(
        default=LanguageEntry(), description="The language pipeline and the national spelling."
    )
    words: Texts = Field(
        default=[],
        description="Words of the house that are right as they are written; a capital is right only where one stands.",
    )
    word_files: Texts = Field(default=[], description="Files with more words of the house, one a line.")
    names: Text = Field(default="", description="The house's list of names, which “copydesk names learn” proposes.")
    archive: Texts = Field(default=[], description="Folders of published articles, against which names are held.")
    baseline: Text = Field(
        default="",
        description="The file of known findings, which “copydesk baseline write” makes and check leaves out.",
    )

    _content = model_validator(mode="before")(_with_content)
