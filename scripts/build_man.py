"""Build docs/copydesk.1, the page of the manual, from what the commands say with --help."""

import sys
from collections.abc import Iterator
from inspect import cleandoc
from pathlib import Path

import click

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))
_HEAD = r""".\" Built by scripts/build_man.py; what it says is said in lint/cli.
.TH COPYDESK 1 "" "Copydesk"
.SH NAME
copydesk \- find slips, unattributed claims and inconsistent names in drafts
"""
_FOOT = r""".SH EXIT STATUS
.TP
.B 0
Nothing at the level that fails.
.TP
.B 1
Findings.
.TP
.B 2
Something could not be read, or is set wrongly.
.SH FILES
.TP
.I .copydesk.yaml
The configuration, looked for from each article upwards to the root of the repository.
.TP
.I \(ti/.cache/copydesk
Results, and the index of the archive. They are made again where they are missing.
.SH SEE ALSO
.BR git (1)
"""


def escaped(text: str) -> str:
    """Keep text from being read as commands of the typesetter."""
    lines = text.replace("\\", "\\e").replace("-", "\\-").split("\n")
    return "\n".join(f"\\&{line}" if line.startswith((".", "'")) else line for line in lines)


def told(command: click.Command) -> Iterator[str]:
    """Give the paragraphs of the help; in what stands behind a backspace, click leaves the lines as they are."""
    for paragraph in cleandoc(command.help or "").split("\n\n"):
        lines = paragraph.removeprefix("\b\n")
        yield f".PP\n{escaped(lines)}\n" if lines == paragraph else f".PP\n.nf\n{escaped(lines)}\n.fi\n"


def options(context: click.Context) -> Iterator[str]:
    """Give the options of a command; the one for help stands with the first command alone."""
    for parameter in context.command.get_params(context):
        record = parameter.get_help_record(context) if isinstance(parameter, click.Option) else None
        if record and (context.parent is None or "--help" not in parameter.opts):
            yield f".TP\n.B {escaped(record[0])}\n{escaped(record[1])}\n"


def commands(context: click.Context) -> Iterator[str]:
    """Give the commands under one, each with those under it."""
    group = context.command
    for name, command in sorted(group.commands.items()) if isinstance(group, click.Group) else ():
        inner = click.Context(command, context, name)
        yield f".SS {escaped(inner.command_path)} {escaped(' '.join(command.collect_usage_pieces(inner)))}\n"
        yield from (*told(command), *options(inner), *commands(inner))


def page() -> str:
    """Give the page."""
    from lint.cli.commands import copydesk

    context = click.Context(copydesk, info_name="copydesk", **copydesk.context_settings)
    synopsis = f".SH SYNOPSIS\n.B copydesk\n{escaped(' '.join(copydesk.collect_usage_pieces(context)))}\n"
    parts = [_HEAD, synopsis, ".SH DESCRIPTION\n", *told(copydesk), ".SH OPTIONS\n", *options(context)]
    return "".join([*parts, ".SH COMMANDS\n", *commands(context), _FOOT])


if __name__ == "__main__":
    (ROOT / "docs" / "copydesk.1").write_text(page(), encoding="utf-8")
