"""The words of reStructuredText, docutils' and Sphinx's: what is prose in which directive, and which roles are code."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum


class Argument(Enum):
    """What the words on a directive's first line are, where they are prose."""

    TITLE = "title"
    BODY = "body"
    QUOTE = "quote"


TITLE, BODY, QUOTE = Argument.TITLE, Argument.BODY, Argument.QUOTE


@dataclass(frozen=True, slots=True)
class Reads:
    """How a directive is read: what its first line is (None: no prose), and whether its body is prose."""

    argument: Argument | None = None
    body: bool = True


_WORDS: Mapping[Reads, str] = {
    Reads(BODY): (
        "attention caution danger error hint important note tip warning seealso todo compound line-block glossary hlist "
        "grid"
    ),
    Reads(QUOTE): "epigraph highlights pull-quote",
    Reads(TITLE): "admonition topic sidebar table list-table tab tab-item dropdown card grid-item-card details",
    Reads(TITLE, body=False): "rubric centered",
    Reads(): "figure container class rst-class only versionadded versionchanged deprecated tabs tab-set grid-item",
    Reads(body=False): (
        "image code code-block sourcecode highlight math raw include literalinclude toctree contents sectnum "
        "section-numbering header footer meta csv-table target-notes replace unicode date role default-role title index "
        "parsed-literal productionlist graphviz mermaid plot bibliography tabularcolumns currentmodule module "
        "automodule autoclass autofunction automethod autosummary doctest testcode testoutput testsetup testcleanup "
        "youtube video audio button-link button-ref"
    ),
}
READS: Mapping[str, Reads] = {name: reads for reads, names in _WORDS.items() for name in names.split()}
"""By the name of a directive, in lower case. One that is not here is not read."""

CODE_ROLES = frozenset(
    "code math literal raw file samp kbd command program envvar option regexp mailheader makevar mimetype newsgroup rfc "
    "pep cve cwe func class meth method mod module attr attribute data exc exception obj const token keyword index "
    "eq numref ref doc download any download cite footcite type var macro member enum enumerator issue pr source".split()
)
"""Roles whose text is no prose, unless a title stands before an address in angle brackets."""
