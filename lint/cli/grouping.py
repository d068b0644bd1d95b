"""Help that reads well where a command has many options: they stand in groups, each under its title."""

from collections.abc import Mapping, Sequence
from typing import Any

import click

_OTHERS = "Other"


class GroupedCommand(click.Command):
    """A command whose help lists its options by group, in the order of the groups."""

    def __init__(self, *arguments: Any, groups: Mapping[str, Sequence[str]], **settings: Any) -> None:
        """Take, beside what a command takes, the names of the parameters in each group; the rest come last."""
        super().__init__(*arguments, **settings)
        self._group_of = {name: group for group, names in groups.items() for name in names}
        self._order = (*groups, _OTHERS)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, group by group."""
        records: dict[str, list[tuple[str, str]]] = {group: [] for group in self._order}
        for parameter in self.get_params(ctx):
            if isinstance(parameter, click.Option) and (record := parameter.get_help_record(ctx)):
                records[self._group_of.get(parameter.name or "", _OTHERS)].append(record)
        for group, lines in records.items():
            if lines:
                with formatter.section(group):
                    formatter.write_dl(lines)
