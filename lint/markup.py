"""What in a source is prose, where the format leaves it open: fields, parameters, shortcodes, tags."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from lint.document import BlockKind

_HEADLINE, _DECK, _CAPTION, _ALT = BlockKind.HEADLINE, BlockKind.DECK, BlockKind.CAPTION, BlockKind.ALT


def _fields() -> dict[str, BlockKind]:
    kinds = {
        _HEADLINE: "title headline linktitle seo_title",
        _DECK: "description summary subtitle dek deck excerpt lead standfirst abstract",
        _CAPTION: "caption image_caption",
        _ALT: "alt image_alt",
    }
    return {name: kind for kind, names in kinds.items() for name in names.split()}


def _parameters() -> dict[str, BlockKind]:
    return {"caption": _CAPTION, "title": _CAPTION, "alt": _ALT, "description": _CAPTION, "attr": BlockKind.CREDIT}


@dataclass(frozen=True, slots=True)
class Markup:
    """A repository's word on what is prose. Names are in lower case.

    `prose_fields` are keys of front matter and data files, `prose_parameters` named arguments of shortcodes and
    attributes of components, each with the kind of block its text becomes. `prose_arguments` are unnamed arguments, by
    shortcode: the kinds of its arguments in order, None for one that is no prose. The body between the tags of a
    shortcode is read, but for those in `opaque_shortcodes`. `skip_tags` are HTML elements that are not read, beside
    those that never are.
    """

    prose_fields: Mapping[str, BlockKind] = field(default_factory=_fields)
    prose_parameters: Mapping[str, BlockKind] = field(default_factory=_parameters)
    prose_arguments: Mapping[str, tuple[BlockKind | None, ...]] = field(default_factory=dict)
    opaque_shortcodes: frozenset[str] = frozenset(
        {"raw", "verbatim", "comment", "highlight", "mermaid", "katex", "math", "code", "code-toggle", "gist"}
    )
    skip_tags: frozenset[str] = frozenset()

    def extended(self, other: "Markup") -> "Markup":
        """Give this markup with what `other` adds."""
        return replace(
            self,
            prose_fields={**self.prose_fields, **other.prose_fields},
            prose_parameters={**self.prose_parameters, **other.prose_parameters},
            prose_arguments={**self.prose_arguments, **other.prose_arguments},
            opaque_shortcodes=self.opaque_shortcodes | other.opaque_shortcodes,
            skip_tags=self.skip_tags | other.skip_tags,
        )


DEFAULT = Markup()
NOTHING = Markup({}, {}, {}, frozenset(), frozenset())
