"""Where reports go: standard output in one format, and any number of files, each in its own."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click
from click.shell_completion import CompletionItem

from lint.cli.output import for_log, write
from lint.errors import UserError, did_you_mean
from lint.reporters.registry import FORMATS, by_suffix, render

if TYPE_CHECKING:
    from lint.report import Report
    from lint.reporters.view import View

_Command = TypeVar("_Command", bound=Callable[..., Any])
_STDOUT = "-"
_TEXT = "text"
_FOR_PEOPLE = frozenset({_TEXT, "line"})
_WIDTH_OF_A_FILE = 100
_PREFIX = re.compile(r"([A-Za-z][\w-]+):(.+)", re.DOTALL)  # one letter alone is a drive


@dataclass(frozen=True, slots=True)
class Output:
    """A report to be written: its format and the file it goes to, `-` for standard output."""

    form: str
    file: str


def report_options(command: _Command) -> _Command:
    """Add `--format` and `--output`; the command's parameters are `form` and `outputs`."""
    form = click.option(
        "--format",
        "form",
        type=click.Choice(list(FORMATS)),
        metavar="FORMAT",
        help=f"How to report on standard output: {', '.join(FORMATS)}.  [default: {_TEXT}]",
    )
    output = click.option(
        "--output",
        "outputs",
        multiple=True,
        metavar="[FORMAT:]FILE",
        callback=_outputs,
        shell_complete=_complete_output,
        help="Report to a file too, in this format or the one its suffix tells. Repeatable.",
    )
    return form(output(command))


def planned(form: str | None, outputs: Sequence[Output]) -> tuple[Output, ...]:
    """Give all outputs of a run, standard output last; raise UsageError if two would go to the same place."""
    piped = [output.form for output in outputs if output.file == _STDOUT]
    if len(piped) + (form is not None) > 1:
        raise click.UsageError("Standard output takes one report: give --format or one “--output FORMAT:-”, not both.")
    files = [output for output in outputs if output.file != _STDOUT]
    names = [Path(output.file).absolute() for output in files]
    if twice := next((output.file for output, name in zip(files, names, strict=True) if names.count(name) > 1), None):
        raise click.UsageError(f"Two reports would be written to {twice}.")
    return (*files, Output(form or next(iter(piped), _TEXT), _STDOUT))


def deliver(
    report: "Report",
    outputs: Iterable[Output],
    view: "View",
    tell: Callable[[str], None] = write,
    filed: "Report | None" = None,
) -> list[UserError]:
    """Write a report to all outputs, and give what could not be written; a file is never coloured.

    `tell` takes the one for standard output; `filed` is what files get, if that is more.

    Raises PipeClosed or OutputLost if that is standard output, and UserErrors of the rules, where a format tells of them.
    """
    plain = replace(view, look=replace(view.look, width=_WIDTH_OF_A_FILE, color=False))
    failed: list[UserError] = []
    for output in outputs:
        if output.file == _STDOUT:
            text = render(output.form, report, view)
            tell(for_log(text) if output.form in _FOR_PEOPLE else text)
        else:
            failed += _write(output.file, render(output.form, filed or report, plain))
    return failed


def _write(name: str, text: str) -> list[UserError]:
    """Replace a file as a whole; what is no file, such as a device or a pipe, is written to."""
    from lint import writing

    path, encodable = Path(name), text.encode("utf-8", "backslashreplace").decode("utf-8")
    try:
        if path.is_file() or not path.exists():
            writing.replace(path, encodable)
        else:
            path.write_text(encodable, encoding="utf-8", newline="")
    except OSError as error:
        return [UserError(f"The report cannot be written to {name}: {error.strerror}.")]
    return []


def _outputs(_context: click.Context, _parameter: click.Parameter, values: tuple[str, ...]) -> tuple[Output, ...]:
    return tuple(_placed(_output(value)) for value in values)


def _complete_output(_context: click.Context, _parameter: click.Parameter, begun: str) -> list[CompletionItem]:
    """Offer files, which come first for bash's sake: there they stand in only where no format fits."""
    formats = [f"{name}:" for name in FORMATS]
    return [CompletionItem(begun, type="file"), *(CompletionItem(name) for name in formats if name.startswith(begun))]


def _output(value: str) -> Output:
    if match := _PREFIX.fullmatch(value):
        return Output(_known(match[1], match[2]), match[2])
    if value == _STDOUT:
        return Output(_TEXT, _STDOUT)
    if form := by_suffix(value.lower()):
        return Output(form, value)
    raise click.BadParameter(f"{value}: which format? {_remedy(value)}")


def _known(form: str, file: str) -> str:
    if form in FORMATS:
        return form
    hint = did_you_mean(form, FORMATS) or f"There are {', '.join(FORMATS)}."
    raise click.BadParameter(f"“{form}” is no format for {file}. {hint}")


def _remedy(value: str) -> str:
    """Give the suffix that was meant, or say how to name the format."""
    suffixes = [suffix for each in FORMATS.values() for suffix in each.suffixes]
    meant = did_you_mean(Path(value).suffix or value, suffixes)
    return meant or f"Name it: FORMAT:{value}, or end the name with one of {', '.join(suffixes)}."


def _placed(output: Output) -> Output:
    """Refuse a file in a folder that is not there before anything is checked."""
    folder = Path(output.file).parent
    if not folder.is_dir():
        raise click.BadParameter(f"there is no folder {folder} to write {output.file} to. Make it first.")
    if Path(output.file).is_dir():
        raise click.BadParameter(f"{output.file} is a folder. Name a file in it.")
    return output
