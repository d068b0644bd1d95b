"""Prose in a stretch of HTML that stands in a file of another format: a raw block of Markdown, an inline `<img>`."""

from dataclasses import dataclass

from lint.document import Block, Directive, Image, Link
from lint.markup import DEFAULT, Markup
from lint.source import Source


@dataclass(frozen=True, slots=True)
class FragmentResult:
    """What stands in the stretch. `blocks` come sorted by their place in the source."""

    blocks: tuple[Block, ...] = ()
    directives: tuple[Directive, ...] = ()
    links: tuple[Link, ...] = ()
    images: tuple[Image, ...] = ()


def fragment(source: Source, start: int, end: int, markup: Markup = DEFAULT) -> FragmentResult:
    """Read the HTML in `source.lf[start:end]`: blocks, comments as directives, links, images with their alt text.

    Nothing in the text raises; what is cut off by `end` counts as closed there.
    """
    raise NotImplementedError(source, start, end, markup)
