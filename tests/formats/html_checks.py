"""What must hold of every document that is read."""

from lint.document import Block, Document
from lint.sourcemap import SegmentKind

Origin = tuple[str, int, int]
"""A character of prose and the half-open range of the source it stands for."""


def provenance(block: Block) -> tuple[Origin, ...]:
    spans = [block.span(at, at + 1) for at in range(len(block.text))]
    return tuple((character, span.start, span.end) for character, span in zip(block.text, spans, strict=True))


def check(document: Document) -> None:
    """Identity segments are slices, everything is in order, and links lie in their blocks."""
    text = document.source.text
    starts = [block.span(0, 1).start for block in document.blocks]
    assert starts == sorted(starts)
    for block in document.blocks:
        last, ends = 0, [segment.start for segment in block.prose.segments[1:]] + [len(block.text)]
        for segment, end in zip(block.prose.segments, ends, strict=True):
            assert last <= segment.source_start <= segment.source_end <= len(text)
            last = segment.source_end
            if segment.kind is SegmentKind.IDENTITY:
                assert text[segment.source_start : segment.source_end] == block.text[segment.start : end]
    for link in document.links:
        assert link.block in document.blocks
        assert 0 <= link.start < link.end <= len(link.block.text)
    for image in document.images:
        assert {image.alt, image.caption} - {None} <= set(document.blocks)
