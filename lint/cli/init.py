"""`copydesk init`: a first configuration, from a look at the repository."""

from pathlib import Path

import click

from lint.cli.output import remark, write


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, exists=True, file_okay=False), default=".")
@click.option("--print", "show", is_flag=True, help="Print the configuration, and write nothing.")
@click.option("--force", is_flag=True, help="Write over a configuration that is there.")
def init(folder: Path, *, show: bool, force: bool) -> None:
    """Look at a repository, and write a configuration for it.

    FOLDER is the repository, or a folder in it; by default “.”. Nothing is asked: what builds the site, where the articles
    are, how they are spelt and which fields hold prose is read from them. What is not certain is written as a comment.
    """
    from lint import config, starter
    from lint.survey import survey

    root = config.root_of(folder)
    there = next((root / name for name in config.NAMES if (root / name).is_file()), None)
    path = there or root / config.NAMES[0]
    if there and not (show or force):
        _refuse(there)
    found = survey(root)
    text = starter.text(found)
    if show:
        write(text)
        return
    _save(path, text)
    remark(f"Written: {path}. Read it, and change what is not right.\n")
    write(_next(found.content))


def _refuse(path: Path) -> None:
    from lint.errors import Place, UserError

    raise UserError(
        "There is a configuration already.",
        Place(str(path)),
        "--force writes over it, --print shows what would be written.",
    )


def _save(path: Path, text: str) -> None:
    from lint import writing
    from lint.errors import Place, UserError

    try:
        writing.replace(path, text)
    except OSError as error:
        raise UserError(f"Cannot be written: {error.strerror}.", Place(str(path)), "Check its permissions.") from None


def _next(content: tuple[str, ...]) -> str:
    """Say what to do next: words for a shell, and a pattern in the single quotation marks of YAML."""
    import re
    import shlex

    from lint import __version__

    folders = [f"{folder}/" for folder in content]
    pattern = f"^({'|'.join(map(re.escape, folders))})".replace("'", "''")
    files = f"        files: '{pattern}'\n" if folders else ""
    return f"""\
Next, check the articles: copydesk check {shlex.join(folders) or "."}
With every commit, in .pre-commit-config.yaml:

repos:
  - repo: https://github.com/copydesk/copydesk
    rev: v{__version__}
    hooks:
      - id: copydesk
{files}"""
