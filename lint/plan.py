"""The plan: the rules and options that hold for one path, from catalog, configuration and command line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from lint.errors import UserError, UserErrors, by_place, did_you_mean

if TYPE_CHECKING:
    from lint.catalog import Catalog
    from lint.config import Config, PathSettings, RuleSetting
    from lint.rule import Option, OptionSpec, Rule

_ALL_RULES = "“copydesk rules list” shows all rules."


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
        setting = said_of(rule, settings.rules)
        on = setting.on if setting and setting.on is not None else rule.on or rule.id in packed
        if (rule.id in chosen if selection.select else on) and rule.id not in ignored:
            rules.append(_furnished(_configured(rule, setting) if setting else rule, house))
    return tuple(rules)


def check(catalog: Catalog, config: Config, selection: Selection) -> None:
    """Raise UserErrors for every selector that means no rule, and every option that its rule does not have."""
    errors = [
        UserError(f"There is no rule or pack “{name}”.", place, did_you_mean(name, catalog.selectors) or _ALL_RULES)
        for name, place in (*config.named, *((name, None) for name in (*selection.select, *selection.ignore)))
        if name not in catalog.selectors
    ]
    for rules in (config.rules, *(section.rules for section in config.sections)):
        for name, setting in rules.items():
            if name in catalog.selectors:
                errors += _option_problems(catalog, name, setting)
    if errors:
        raise UserErrors(by_place(errors))


def said_of(rule: Rule, settings: Mapping[str, RuleSetting]) -> RuleSetting | None:
    """Join what is said of `all`, of the rule's folders and of the rule; the more special word weighs more."""
    said = [settings[name] for name in ("all", *rule.folders, rule.id) if name in settings]
    joined: RuleSetting | None = None
    for setting in said:
        joined = setting.over(joined) if joined else setting
    return joined


def asks_archive(catalog: Catalog, selection: Selection) -> bool:
    """Say whether a rule that is selected may ask what is known of names beyond the article."""
    chosen = _meant(catalog, selection.select or ("all",)) - _meant(catalog, selection.ignore)
    checks = (str(getattr(rule.body, "check", "")) for rule in catalog.rules if rule.id in chosen)
    return any(check.startswith("names_") or ":" in check for check in checks)


def _meant(catalog: Catalog, selectors: Iterable[str]) -> set[str]:
    return {rule.id for selector in selectors for rule in catalog.matching(selector)}


def _option_problems(catalog: Catalog, name: str, setting: RuleSetting) -> Iterator[UserError]:
    """Give what is wrong with the options of a rule; those of a family must suit every rule that has them."""
    rules = catalog.matching(name)
    for key, value in setting.options.items():
        place = setting.places.get(key, setting.place)
        specs = [rule.declared[key] for rule in rules if key in rule.declared]
        if not specs:
            known = {option for rule in rules for option in rule.declared}
            hint = did_you_mean(key, {*known, "severity"}) or (
                f"Known: {', '.join(sorted(known))}." if known else "It has none."
            )
            yield UserError(f"{name} has no option “{key}”.", place, hint)
        elif wanted := next(filter(None, (_unsuited(spec, value) for spec in specs)), ""):
            default = specs[0].default
            shown = ", ".join(default) if isinstance(default, tuple) else default
            remedy = f"Its default is {shown}." if shown else "It has no value by default."
            yield UserError(f"The option “{key}” of {name} must be {wanted}.", place, remedy)


def _unsuited(spec: OptionSpec, value: str | list[str]) -> str:
    """Say what the option must be, if it is not; empty if it is."""
    try:
        spec.read(value)
    except ValueError as wanted:
        return str(wanted)
    return ""


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
    """Give the rule as configured; its options have been looked at before."""
    options = {key: rule.declared[key].read(value) for key, value in setting.options.items() if key in rule.declared}
    if setting.severity is None and not options:
        return rule
    return replace(rule, severity=setting.severity or rule.severity, options={**rule.options, **options})
