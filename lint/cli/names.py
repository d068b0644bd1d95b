"""`copydesk names`: who is in an article, and what the repository has always called them."""

import click


@click.group()
def names() -> None:
    """Learn the names of the archive, or list those of an article."""
