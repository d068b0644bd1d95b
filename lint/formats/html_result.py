"""From what was found in HTML to what a document holds: blocks, links, images."""

from collections.abc import Iterable, Iterator, Mapping

from lint.document import Block, BlockKind, Image, Link
from lint.formats.html_blocks import Findings
from lint.formats.html_line import Found


class Result:
    """The blocks that are kept of the findings, in the order found, and the links and images in them."""

    def __init__(self, findings: Findings, kinds: Mapping[Found, BlockKind]) -> None:
        """Take the findings, and the kind of each one that is kept."""
        self._findings = findings
        self._blocks = {found: _block(found, kind) for found, kind in kinds.items()}

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks."""
        return tuple(self._blocks.values())

    @property
    def links(self) -> tuple[Link, ...]:
        """The links, in the order of their blocks."""
        return tuple(self._links())

    def _links(self) -> Iterator[Link]:
        for found in self._findings.blocks:
            if block := self._blocks.get(found):
                yield from (Link(block, start, end, target) for start, end, target in found.links)

    @property
    def images(self) -> tuple[Image, ...]:
        """The images that stand in what is kept, or have words there."""
        return tuple(self._images())

    def _images(self) -> Iterator[Image]:
        looks = {(found.look.is_main, found.look.article) for found in self._blocks}
        for picture in self._findings.pictures:
            alt = self._blocks.get(picture.alt) if picture.alt else None
            caption = self._blocks.get(picture.caption) if picture.caption else None
            if alt or caption or not self._blocks or (picture.look.is_main, picture.look.article) in looks:
                yield Image(picture.target, picture.span, alt, caption)


def in_order(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Sort blocks by their place in the source."""
    return tuple(sorted(blocks, key=lambda block: block.span(0, 1).start))


def _block(found: Found, kind: BlockKind) -> Block:
    return Block(kind, found.prose, found.look.level, found.look.path)
