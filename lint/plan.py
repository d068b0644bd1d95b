"""The plan: the rules and options that hold for one path, from catalog, configuration and command line."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from lint import rulefile
from lint.catalog import ALL, Catalog
from lint.config import Config, PathSettings, RuleSetting
from lint.errors import UserError, UserErrors, did_you_mean
from lint.rule import Option, Rule

_KINDS = {int: "a whole number", tuple: "a list", str: "a word"}


@dataclass(frozen=True, slots=True)
class Selection:
    """What the command line selects: only these rules if any are named, and not those."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()


def resolve(
    catalog: Catalog,
    settings: PathSettings,
    selection: Selection,
    packs: Sequence[str] = (),
    house: Iterable[tuple[str, Option]] = (),
) -> tuple[Rule, ...]:
    """Give the rules that hold, with severities and options as configured, sorted by id.

    `house` are options that the house sets for all rules that have them; what is said of a rule itself weighs more.
    """
    ignored = _meant(catalog, (*settings.ignore, *selection.ignore))
    chosen, packed = _meant(catalog, selection.select), _meant(catalog, packs)
    rules = []
    for rule in catalog.rules:
        setting = _setting(rule, settings.rules)
        on = setting.on if setting and setting.on is not None else rule.on or rule.id in packed
        if (rule.id in chosen if selection.select else on) and rule.id not in ignored:
            rules.append(_furnished(_configured(rule, setting) if setting else rule, house))
    return tuple(rules)


def check(catalog: Catalog, config: Config, selection: Selection) -> None:
    """Raise UserErrors for every selector that means no rule, and every option that its rule does not have."""
    errors = [
        UserError(f"There is no rule or family “{name}”.", place, did_you_mean(name, catalog.selectors))
        for name, place in (*config.named, *((name, None) for name in (*selection.select, *selection.ignore)))
        if name not in catalog.selectors
    ]
    for rules in (config.rules, *(section.rules for section in config.sections)):
        for name, setting in rules.items():
            if name in catalog.selectors:
                errors += _option_problems(catalog, name, setting)
    if errors:
        raise UserErrors(errors)


def asks_archive(catalog: Catalog, selection: Selection) -> bool:
    """Say whether a rule that is selected may ask what is known of names beyond the article."""
    chosen = _meant(catalog, selection.select or (ALL,)) - _meant(catalog, selection.ignore)
    return any(
        rule.id in chosen and str(getattr(rule.body, "check", "")).startswith("names_") for rule in catalog.rules
    )


def _meant(catalog: Catalog, selectors: Iterable[str]) -> set[str]:
    return {rule.id for selector in selectors for rule in catalog.matching(selector)}


def _option_problems(catalog: Catalog, name: str, setting: RuleSetting) -> Iterator[UserError]:
    known = {option: default for rule in catalog.matching(name) for option, default in rule.options.items()}
    for key, value in setting.options.items():
        place = setting.option_places.get(key, setting.place)
        if key not in known:
            hint = did_you_mean(key, known) or (f"Known: {', '.join(sorted(known))}." if known else "It has none.")
            yield UserError(f"{name} has no option “{key}”.", place, hint)
        elif type(rulefile.option(value)) is not type(known[key]):
            wanted = _KINDS[type(known[key])]
            yield UserError(f"The option “{key}” of {name} must be {wanted}.", place, f"Its default is {known[key]}.")


def _setting(rule: Rule, settings: Mapping[str, RuleSetting]) -> RuleSetting | None:
    """Join what is said of `all`, of the family and of the rule; the more special word weighs more."""
    said = [settings[name] for name in ("all", rule.family, rule.id) if name in settings]
    joined: RuleSetting | None = None
    for setting in said:
        joined = setting.over(joined) if joined else setting
    return joined


def _furnished(rule: Rule, house: Iterable[tuple[str, Option]]) -> Rule:
    """Give the rule what the house says for options that it has: a list grows, anything else is set where it is empty."""
    options: dict[str, Option] = {}
    for name, value in house:
        own = rule.options.get(name)
        if isinstance(own, tuple) and isinstance(value, tuple):
            options[name] = (*own, *value)
        elif own == "":
            options[name] = value
    return replace(rule, options={**rule.options, **options}) if options else rule


def _configured(rule: Rule, setting: RuleSetting) -> Rule:
    options: dict[str, Option] = {
        key: rulefile.option(value) for key, value in setting.options.items() if key in rule.options
    }
    if setting.severity is None and not options:
        return rule
    return replace(rule, severity=setting.severity or rule.severity, options={**rule.options, **options})
