"""HTML: whole pages, and the bodies of pages that a site generator completes, with front matter and template code.

Where a page marks its article, with `<main>` or as its only `<article>`, what stands beside that is page furniture and
not read. Its headline is the first `<h1>`; only where there is none, it is the `<title>`.
"""

from collections.abc import Iterator, Sequence

from lint.document import Block, BlockKind, Directive, Document, Link, Notice
from lint.formats import frontmatter, html_attributes, shortcodes, values
from lint.formats.code import Ranges
from lint.formats.found import Found as Code
from lint.formats.html_blocks import Findings, Walker
from lint.formats.html_elements import Look
from lint.formats.html_line import Found
from lint.formats.html_page import Page, page
from lint.formats.html_result import Result, in_order
from lint.formats.html_text import is_empty
from lint.formats.html_tokens import Broken
from lint.formats.masks import LETTERS, Mask, Masks
from lint.markup import DEFAULT, Markup
from lint.model import Span
from lint.source import Source


def read(source: Source, markup: Markup = DEFAULT) -> Document:
    """Read a page. What is not read because a tag or a comment never closes stands in the notices; nothing raises."""
    front = frontmatter.read(source, markup)
    code = Code().add(shortcodes.scan(source.lf, front.end, markup))
    masks = Masks(Mask(mask.start, mask.end, mask.opaque, LETTERS) for mask in code.masks)
    masked = masks.apply(source.lf)
    findings = Walker(source, masks, masked, markup, Look()).walk(front.end, len(source.lf))
    told = page(masked, findings.tags)
    result = Result(findings, _kept(findings.blocks, titled=front.titled))
    has_deck = any(block.kind is BlockKind.DECK for block in front.blocks)
    deck = () if has_deck else _deck(source, masks, masked, told)
    words = [*_values(source, code, findings, markup)]
    return Document(
        source,
        in_order((*front.blocks, *deck, *result.blocks, *(block for block, _ in words))),
        {**told.meta, **front.meta},
        front.published or told.published,
        tuple(_directives(source, code, findings)),
        (*front.notices, *(_notice(source, broken) for broken in findings.broken)),
        (*front.links, *result.links, *(link for _, links in words for link in links)),
        result.images,
        front.meta_spans,
    )


def _values(source: Source, code: Code, findings: Findings, markup: Markup) -> Iterator[tuple[Block, list[Link]]]:
    """Read the prose in the parameters of template tags, but for those in a script or a comment."""
    unread = Ranges(findings.unread)
    for value in code.values:
        if value.start not in unread and (read_value := values.block(source, value, markup)):
            yield read_value


def _kept(found: Sequence[Found], *, titled: bool) -> dict[Found, BlockKind]:
    """Give what belongs to the article, and its kind."""
    titles = [each for each in found if each.look.kind is BlockKind.HEADLINE]
    prose = [each for each in found if each.look.kind is not BlockKind.HEADLINE]
    kept = {each: each.look.kind for each in _article(prose)}
    headline = next((each for each in (*kept, *prose) if each.look.level == 1), None)
    if headline:
        kept[headline] = BlockKind.HEADING if titled else BlockKind.HEADLINE
    elif titles and not titled:
        kept[titles[0]] = BlockKind.HEADLINE
    return kept


def _article(found: Sequence[Found]) -> Sequence[Found]:
    """Give what stands in `<main>`, or else in the page's only `<article>`, or else everything."""
    if inside := [each for each in found if each.look.is_main]:
        return inside
    articles = {each.look.article for each in found} - {0}
    return [each for each in found if each.look.article] if len(articles) == 1 else found


def _deck(source: Source, masks: Masks, masked: str, told: Page) -> Iterator[Block]:
    if told.description:
        prose = html_attributes.prose(source, masks, masked, told.description)
        if not is_empty(prose):
            yield Block(BlockKind.DECK, prose, path=("meta",))


def _directives(source: Source, code: Code, findings: Findings) -> list[Directive]:
    """Give the comments of HTML and those of the template language, in order."""
    told = list(findings.directives)
    for comment in code.comments:
        span = Span(source.offset(comment.start), source.offset(comment.end))
        told.append(Directive(source.lf[comment.inner_start : comment.inner_end].strip(), span))
    return sorted(told, key=lambda directive: directive.span.start)


def _notice(source: Source, broken: Broken) -> Notice:
    message = f"The {broken.what} that begins here is never closed: a browser shows nothing of the rest."
    return Notice(message, Span(source.offset(broken.opened), source.offset(broken.end)))
