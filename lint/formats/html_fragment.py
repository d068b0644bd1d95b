"""Prose in a stretch of HTML that stands in a file of another format: a raw block of Markdown, an inline `<img>`."""

from dataclasses import dataclass

from lint.document import Block, BlockKind, Directive, Image, Link
from lint.formats.html_blocks import Walker
from lint.formats.html_elements import Look, kind_in
from lint.formats.html_result import Result, in_order
from lint.formats.masks import Masks
from lint.markup import DEFAULT, Markup
from lint.source import Source


@dataclass(frozen=True, slots=True)
class Around:
    """What surrounds the stretch.

    `masks` are those of the whole text, and `masked` is `source.lf` as they leave it, of the same length; other marks
    that are no HTML (the `>` of a quotation in Markdown) may stand in it as blanks too. `path` are the containers
    around the stretch, outermost first: blocks in a `quote` or a `list` take their kind from it.
    """

    masks: Masks
    masked: str
    path: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FragmentResult:
    """What stands in the stretch. `blocks` come sorted by their place in the source."""

    blocks: tuple[Block, ...] = ()
    directives: tuple[Directive, ...] = ()
    links: tuple[Link, ...] = ()
    images: tuple[Image, ...] = ()


def fragment(
    source: Source, start: int, end: int, markup: Markup = DEFAULT, around: Around | None = None
) -> FragmentResult:
    """Read the HTML in `source.lf[start:end]`: blocks, comments as directives, links, images with their alt text.

    Without `around`, nothing is masked. Nothing in the text raises; what `end` cuts off counts as closed there. A
    first-level heading is a heading, not the headline.
    """
    around = around or Around(Masks([]), source.lf)
    look = Look(kind_in(around.path), path=around.path)
    findings = Walker(source, around.masks, around.masked, markup, look).walk(start, end)
    kinds = {found: found.look.kind for found in findings.blocks if found.look.kind is not BlockKind.HEADLINE}
    result = Result(findings, kinds)
    return FragmentResult(in_order(result.blocks), tuple(findings.directives), result.links, result.images)
