"""What each HTML element is to the reader. There is no tree builder: this table is all that a page's structure needs."""

from dataclasses import dataclass, replace

from lint.document import BlockKind

HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
VOID = frozenset(
    "area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr".split()
)
UNREAD_BLOCKS = frozenset("footer listing nav plaintext pre search xmp".split())
"""Elements that break a paragraph, and are not read, but for the `footer` of a quotation, which names its speaker."""
UNREAD = UNREAD_BLOCKS | frozenset("noembed noframes noscript script style template".split())
"""Elements that leave no trace in the line they stand in."""
OPAQUE = frozenset(
    "audio button canvas code iframe kbd map math meter object progress samp select svg textarea tt var video".split()
)
"""Elements that stand in a line as one U+FFFC, whatever is in them."""
OPAQUE_VOID = frozenset({"embed", "img", "input"})
CLOSES_PARAGRAPH = HEADINGS | frozenset(
    "address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure footer form "
    "header hgroup hr li listing main menu nav ol plaintext pre p search section summary table ul xmp".split()
)
TABLE_PARTS = frozenset("caption tbody td tfoot th thead tr".split())
BLOCKS = CLOSES_PARAGRAPH | TABLE_PARTS | frozenset("body head html legend optgroup option title".split())
"""Elements at whose tags a block begins or ends."""
UNSTACKED = frozenset({"body", "head", "html", "hr"})
INTEGRATION = frozenset("annotation-xml desc foreignobject mi mn mo ms mtext".split())
"""Elements of SVG and MathML in which HTML goes on."""
BREAKOUT = HEADINGS | frozenset(
    "b big blockquote body br center code dd div dl dt em embed head hr i img li listing menu meta nobr ol p pre ruby s "
    "small span strike strong sub sup table tt u ul var".split()
)
"""Start tags that end an SVG or a formula which somebody forgot to close."""

SCOPE = frozenset("applet caption marquee object table td template th".split()) | INTEGRATION
BUTTON_SCOPE = SCOPE | {"button"}
ITEM_SCOPE = SCOPE | {"ol", "ul"}
FORMATTING = frozenset("a b big code em font i nobr s small strike strong tt u".split())
SCOPED = BLOCKS | frozenset("applet button marquee object select".split())
"""Elements whose end tag reaches through blocks that are open inside them, as that of `FORMATTING` does."""
SPECIAL = SCOPED | SCOPE | UNREAD
NEAR = SPECIAL - {"address", "div", "p"}
TABLE_SCOPE = frozenset({"table", "template"})

_ROW = ("tr", "td", "th", "caption")
_GROUP = ("tbody", "thead", "tfoot", *_ROW)
IMPLIED_ENDS = {
    "button": (("button",), SCOPE),
    "li": (("li",), NEAR),
    "dd": (("dd", "dt"), NEAR),
    "dt": (("dd", "dt"), NEAR),
    "td": (("td", "th", "caption"), TABLE_SCOPE),
    "th": (("td", "th", "caption"), TABLE_SCOPE),
    "tr": (_ROW, TABLE_SCOPE),
    **dict.fromkeys(("tbody", "thead", "tfoot", "caption"), (_GROUP, TABLE_SCOPE)),
}
"""By start tag: the elements that it ends, and the barriers that it does not reach beyond."""

_KINDS = {
    **dict.fromkeys(HEADINGS, BlockKind.HEADING),
    **dict.fromkeys(("li", "dd", "dt"), BlockKind.LIST_ITEM),
    **dict.fromkeys(("td", "th"), BlockKind.TABLE_CELL),
    **dict.fromkeys(("figcaption", "caption"), BlockKind.CAPTION),
    "blockquote": BlockKind.QUOTE,
    "title": BlockKind.HEADLINE,
}
_CLASSES = {
    **dict.fromkeys(("byline", "post-byline", "article-byline"), BlockKind.BYLINE),
    **dict.fromkeys(("credit", "photo-credit", "image-credit"), BlockKind.CREDIT),
    **dict.fromkeys(("dek", "deck", "standfirst"), BlockKind.DECK),
}
_CONTAINERS = {
    **dict.fromkeys(("ul", "ol", "menu", "dir", "dl"), "list"),
    "blockquote": "quote",
    "table": "table",
    "figure": "figure",
    "aside": "aside",
}
_DEEPEST = 32


@dataclass(frozen=True, slots=True)
class Look:
    """What text is in the element it stands in. `article` numbers the outermost `<article>` around it, from 1."""

    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    path: tuple[str, ...] = ()
    is_main: bool = False
    article: int = 0


def kind_in(path: tuple[str, ...]) -> BlockKind:
    """Give the kind of plain text in the containers `path`."""
    if "quote" in path:
        return BlockKind.QUOTE
    return BlockKind.LIST_ITEM if "list" in path else BlockKind.PARAGRAPH


def look_inside(around: Look, name: str, classes: list[str]) -> Look:
    """Give the look of text in an element, from that of what is around it. Very deep paths are cut."""
    container = _CONTAINERS.get(name)
    path = (*around.path, container) if container and len(around.path) < _DEEPEST else around.path
    level = int(name[1]) if name in HEADINGS else 0
    kind = _kind(around, name, classes, path)
    if (kind, level, path) == (around.kind, around.level, around.path):
        return around
    return replace(around, kind=kind, level=level, path=path)


def _kind(around: Look, name: str, classes: list[str], path: tuple[str, ...]) -> BlockKind:
    if named := next((_CLASSES[each] for each in classes if each in _CLASSES), None):
        return named
    kind = _KINDS.get(name, around.kind)
    if kind is BlockKind.LIST_ITEM:
        return kind_in((*path, "list"))
    # A heading that nobody closed does not make headings of the paragraphs in it.
    return kind_in(path) if name == "p" and kind is BlockKind.HEADING else kind
