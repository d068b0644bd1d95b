"""`copydesk names`: who is in an article, and what the repository has always called them."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from lint.cli.jobs import jobs_option
from lint.cli.output import columns, complain, use_color, write
from lint.cli.parameters import archive_option, cache_option, color_option, form_option, format_option, paths_argument
from lint.cli.progress import Progress
from lint.cli.streams import standard_input

if TYPE_CHECKING:
    from lint.archive.names import Learnt

_LIST = "names.yaml"
_KINDS = {
    "person": ("person", "people"),
    "place": ("place", "places"),
    "body": ("body", "bodies"),
    "term": ("term", "terms"),
}
INTERRUPTED = 130


@click.group()
def names() -> None:
    """Learn the names of the archive, or list those of an article."""


@names.command()
@paths_argument()
@click.option(
    "-o", "--output", metavar="FILE", help=f"The list to propose or renew; “-” prints it.  [default: {_LIST}]"
)
@click.option(
    "--least", type=click.IntRange(1), default=2, show_default=True, help="Propose what stands in so many articles."
)
@jobs_option
@cache_option
def learn(
    paths: tuple[str, ...], output: str | None, least: int, jobs: int | None, cache_dir: str | None
) -> int | None:
    """Propose a list of names from published articles.

    PATHS are folders and files of articles, by default the configuration's “archive”, or “.”. A list that is there is
    renewed: what an editor wrote in it stays. Articles that have not changed since the last time are not read again.
    """
    from lint.archive import names as archive
    from lint.archive import setups
    from lint.cachefolder import cache_folder
    from lint.cli.rulebook import config_here

    config = config_here()
    roots = [Path(path) for path in paths] or list(config.archive) or [Path()]
    path = None if output == "-" else Path(output) if output else config.names or Path(_LIST)
    try:
        with Progress() as progress:
            cache = cache_folder(cache_dir)
            setup = setups.make(config, roots, cache, progress.complain, progress.stage("reading"), jobs or 0)
            learnt = archive.learn(setup, path, least)
    except KeyboardInterrupt:
        complain(["interrupted; what was read is kept, and the same command goes on from there"])
        return INTERRUPTED
    if path is None:
        write(learnt.text)
        return None
    if learnt.text != learnt.before:
        archive.write(path, learnt)
    write(_told(path, learnt))
    return None


def _told(path: Path, learnt: "Learnt") -> str:
    kinds = ", ".join(f"{n:,} {names[n != 1]}" for kind, names in _KINDS.items() for n in [learnt.counts.get(kind, 0)])
    read = f"{learnt.articles:,} article{'' if learnt.articles == 1 else 's'}, {learnt.read:,} of them read anew"
    done = f"{learnt.added:,} added" if learnt.text != learnt.before else "nothing to change"
    return f"{path}: {kinds} ({done}); from {read}.\n"


@names.command(name="list")
@click.argument("file", type=click.Path(allow_dash=True))
@form_option("text", "json", "html")
@archive_option
@cache_option
@click.option("--stdin-filename", default="stdin.md", metavar="PATH", help="What standard input is: name and format.")
@format_option
@color_option
def list_names(  # noqa: PLR0913 - one parameter an option
    *,
    file: str,
    form: str,
    archive: tuple[str, ...],
    cache_dir: str | None,
    stdin_filename: str,
    format_as: str | None,
    color: str,
) -> None:
    """List who and what an article names.

    Tells the forms of each name, where they stand, which older articles have it, and what is new: the list that a
    fact-checker starts from. FILE is an article, or “-” for standard input.
    """
    from lint.archive import names as archives
    from lint.archive import setups
    from lint.archive.desk import Desk
    from lint.cachefolder import cache_folder
    from lint.reporters import names as reporter
    from lint.reporters.view import Look

    path = stdin_filename if file == "-" else file
    config = setups.config_at(Path(path))
    data = standard_input() if file == "-" else setups.data_of(file)
    roots = [Path(root) for root in archive] or list(config.archive)
    with Progress() as progress:
        cache = cache_folder(cache_dir)
        desk = Desk(setups.make(config, roots, cache, progress.complain, progress.stage("reading the archive")))
        found = archives.of_article(config, desk, path, data, format_as)
    if form == "text":
        write(reporter.text(found, Look(columns(), use_color(color))))
    else:
        write(reporter.to_json(found) if form == "json" else reporter.html(found))
