"""`copydesk cache`: what is kept from run to run, and taking it away."""

from typing import TYPE_CHECKING

import click

from lint.cli.output import write
from lint.cli.parameters import cache_option

if TYPE_CHECKING:
    from lint.store.inventory import Inventory


@click.group()
def cache() -> None:
    """Show what is kept to save time, or take it away."""


@cache.command()
@cache_option
def show(cache_dir: str | None) -> None:
    """Tell where what is kept lies, and how large it is.

    Kept are results and indexes of archives. How often a result was known is told too.
    """
    from lint.cachefolder import cache_folder
    from lint.store.inventory import take

    write(_told(take(cache_folder(cache_dir))))


@cache.command()
@cache_option
def clear(cache_dir: str | None) -> None:
    """Take away results and indexes of archives. They are made again when they are needed."""
    from lint.cachefolder import cache_folder
    from lint.store import inventory

    folder = cache_folder(cache_dir)
    freed = inventory.clear(folder)
    write(f"{folder}: {_bytes(freed)} taken away.\n" if freed else f"{folder}: there is nothing to take away.\n")


def _told(found: "Inventory") -> str:
    usage = found.usage
    asked = usage.hits + usage.misses
    share = f"; {usage.hits:,} of {asked:,} drafts needed no check ({usage.hits / asked:.0%})" if asked else ""
    return (
        f"{found.folder}\n"
        f"  results   {_bytes(found.results)}, {usage.entries:,} entries{share}\n"
        f"  archives  {_bytes(found.archives)}\n"
    )


def _bytes(number: int) -> str:
    return f"{number / 1_000_000:,.1f} MB" if number >= 100_000 else f"{number / 1_000:,.1f} kB"
