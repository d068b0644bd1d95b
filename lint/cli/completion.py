"""`copydesk completion`: the script by which a shell completes commands, rules and formats."""

import click
from click.shell_completion import BashComplete, FishComplete, ShellComplete, ZshComplete

from lint.cli.output import write

_ADD = "COMPREPLY+=($value)"


class _Bash(BashComplete):
    """As click has it, but after “sarif:”, where a file is to follow, no space is put."""

    source_template = BashComplete.source_template.replace(
        _ADD, f"{_ADD}\n            [[ $value == *: ]] && compopt -o nospace"
    )


_SHELLS: dict[str, type[ShellComplete]] = {"bash": _Bash, "zsh": ZshComplete, "fish": FishComplete}


@click.command()
@click.argument("shell", type=click.Choice(list(_SHELLS)))
@click.pass_context
def completion(context: click.Context, shell: str) -> None:
    """Print a completion script for a shell.

    \b
    For bash, in ~/.bashrc:    eval "$(copydesk completion bash)"
    For zsh, in ~/.zshrc:      eval "$(copydesk completion zsh)"
    For fish, in config.fish:  copydesk completion fish | source
    """  # noqa: D301 - what click takes for “leave these lines as they are” is that character
    command = context.find_root().command
    write(_SHELLS[shell](command, {}, "copydesk", "_COPYDESK_COMPLETE").source() + "\n")
