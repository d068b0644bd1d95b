import datetime as dt
import subprocess
import sys

import pytest

from lint.formats import read
from lint.formats.rst import LONGEST_LINE, MOST_LINES
from lint.markup import DEFAULT, NOTHING
from lint.source import Source


@pytest.fixture
def rst():
    return lambda text: read(Source("article.rst", text))


@pytest.mark.parametrize(
    ("written", "prose"),
    [
        ("Some *words* and **more** here", "Some words and more here"),
        ("A name\\ s, a \\*star\\* and a \\\\ here", "A names, a *star* and a \\ here"),
        ("The ``code`` runs", "The \ufffc runs"),
        ("See `the page <https://a.example/b>`_ now", "See the page now"),
        ("See `<https://a.example/b>`_ now", "See \ufffc now"),
        ("See there_ and `over there`__ now", "See there and over there now"),
        ("As shown [1]_ and [#]_ here", "As shown and here"),
        ("An _`inline target` here", "An inline target here"),
        ("The |name| says", "The \ufffc says"),
        ("Water is H\\ :sub:`2`\\ O, says :emphasis:`she`", "Water is H2O, says she"),
        ("A :ref:`title <label>` and a :ref:`label` here", "A title and a \ufffc here"),
        ("A `name`:code: and :py:func:`len` here", "A \ufffc and \ufffc here"),
        ("An :abbr:`NGO (non-governmental organisation)` here", "An NGO (non-governmental organisation) here"),
        ("A house:style role :house:`remark` here", "A house:style role remark here"),
        ("Never *closed and **never and ``never", "Never *closed and **never and ``never"),
        ("Read https://a.example/b now", "Read \ufffc now"),
        ("Wrapped *over\ntwo* lines", "Wrapped over two lines"),
        ("Ends in code::", "Ends in code:"),
        ("Ends in code ::", "Ends in code"),
    ],
)
def test_what_the_reader_reads(rst, pairs, written: str, prose: str) -> None:
    assert pairs(rst(f"{written}\n\n   literal\n" if written.endswith("::") else written)) == [("paragraph", prose)]


def test_the_kinds_of_blocks(rst) -> None:
    text = """
==========
 Headline
==========

First.

Section
-------

- An item

  goes on

1. Numbered

Term
    Meaning

:field: Value

After.

    Quoted words.

    -- A. Author

| A line
| of verse

Code::

    not read

>>> not.read()

.. [1] A footnote.

"""
    assert [(str(b.kind), b.level, b.path, b.text) for b in rst(text).blocks] == [
        ("headline", 1, (), "Headline"),
        ("paragraph", 0, (), "First."),
        ("heading", 2, (), "Section"),
        ("list item", 0, ("list",), "An item"),
        ("list item", 0, ("list",), "goes on"),
        ("list item", 0, ("list",), "Numbered"),
        ("list item", 0, ("list",), "Term"),
        ("list item", 0, ("list",), "Meaning"),
        ("list item", 0, ("list",), "Value"),
        ("paragraph", 0, (), "After."),
        ("quote", 0, ("quote",), "Quoted words."),
        ("credit", 0, ("quote",), "A. Author"),
        ("paragraph", 0, (), "A line"),
        ("paragraph", 0, (), "of verse"),
        ("paragraph", 0, (), "Code:"),
        ("paragraph", 0, ("footnote",), "A footnote."),
    ]


def test_cells_of_tables_are_found_where_they_stand(rst, pairs) -> None:
    grid = "+-----+-----+\n| a   | a b |\n| c   |     |\n+-----+-----+\n| é 語| a   |\n+-----+-----+\n"
    simple = "===  ===\na    a\n===  ===\nb c  a\n===  ===\n"
    document = rst(grid + "\n" + simple)
    assert pairs(document) == [("table cell", text) for text in ("a c", "a b", "é 語", "a", "a", "a", "b c", "a")]
    starts = [block.span(0, 1).start for block in document.blocks]
    assert starts == sorted(set(starts))


@pytest.mark.parametrize(
    ("directive", "expected"),
    [
        (".. note:: First\n   words.\n\n   More.", [("paragraph", "First words."), ("paragraph", "More.")]),
        (".. warning::\n   :class: loud\n\n   Words.", [("paragraph", "Words.")]),
        (".. admonition:: A *title*\n\n   Words.", [("heading", "A title"), ("paragraph", "Words.")]),
        (".. sidebar:: Aside\n\n   Words.", [("heading", "Aside"), ("paragraph", "Words.")]),
        (".. epigraph::\n\n   Words.\n\n   -- Somebody", [("quote", "Words."), ("credit", "Somebody")]),
        (
            ".. figure:: a.png\n   :width: 3\n   :alt: A boat\n\n   The caption.\n\n   The legend.",
            [("alt", "A boat"), ("caption", "The caption."), ("caption", "The legend.")],
        ),
        (".. image:: a.png\n   :alt: A boat", [("alt", "A boat")]),
        (".. table:: Figures\n\n   == ==\n   a  b\n   == ==\n", [("caption", "Figures"), *[("table cell", c) for c in "ab"]]),
        (
            ".. list-table:: Figures\n   :widths: 1 1\n\n   * - a\n     - b",
            [("caption", "Figures"), *[("list item", c) for c in "ab"]],
        ),
        (".. rubric:: Words", [("heading", "Words")]),
        (".. versionadded:: 2.0\n   Words.", []),
        (".. code-block:: python\n   :caption: Words\n\n   code()", [("caption", "Words")]),
        (".. raw:: html\n\n   <b>no</b>", []),
        (".. include:: /etc/passwd", []),
        (".. toctree::\n   :caption: Contents\n\n   a\n   b", [("caption", "Contents")]),
        (".. |name| replace:: words", []),
        (".. _target: https://a.example/", []),
        (".. csv-table::\n\n   a, b", []),
    ],
)  # fmt: skip
def test_what_of_a_directive_is_prose(rst, pairs, directive: str, expected: list[tuple[str, str]]) -> None:
    document = rst(f"Before.\n\n{directive}\n\nAfter.\n")
    assert pairs(document) == [("paragraph", "Before."), *expected, ("paragraph", "After.")]
    assert document.notices == ()


def test_a_directive_nobody_knows_is_counted(rst, pairs) -> None:
    document = rst("Before.\n\n.. sparkle:: words\n\n   More.\n\nAfter.\n")
    assert pairs(document) == [("paragraph", "Before."), ("paragraph", "After.")]
    (notice,) = document.notices
    assert (notice.message, notice.broken) == ("The directive “sparkle” was not read: it is not known.", False)
    assert document.source.position(notice.span.start).line == 3


def test_fields_at_the_top_are_front_matter(rst, pairs) -> None:
    text = ":title: A title\n:date: 2026-03-01\n:tags: a, b\n:summary: Short *words*\n  here\n\nText.\n"
    document = rst(text)
    assert pairs(document) == [("headline", "A title"), ("deck", "Short words here"), ("paragraph", "Text.")]
    assert document.published == dt.date(2026, 3, 1)
    assert document.meta["tags"] == "a, b"
    span = document.meta_spans["tags"]
    assert text[span.start : span.end] == "a, b"


def test_what_is_prose_is_the_markups_to_say(pairs) -> None:
    text = ":summary: Words\n\n.. image:: a.png\n   :alt: A boat\n"
    assert pairs(read(Source("a.rst", text), markup=DEFAULT)) == [("deck", "Words"), ("alt", "A boat")]
    assert pairs(read(Source("a.rst", text), markup=NOTHING)) == []


def test_links_and_images(rst) -> None:
    document = rst(
        "See `the\npage <https://a.example/b>`_ and docs_.\n\n.. _docs: https://c.example/\n\n"
        ".. figure:: a.png\n   :alt: A boat\n\n   At sea.\n"
    )
    links = [(link.block.text[link.start : link.end], link.target) for link in document.links]
    assert links == [("the page", "https://a.example/b"), ("docs", "https://c.example/")]
    (image,) = document.images
    assert image.target == "a.png"
    assert document.source.text[image.span.start : image.span.end] == ".. figure:: a.png"
    assert (image.alt.text, image.caption.text) == ("A boat", "At sea.")


@pytest.mark.parametrize(
    ("text", "comment"),
    [
        (".. one line\n\nText.\n", ".. one line"),
        ("Text.\n\n.. over\n   two lines\n\nText.\n", ".. over\n   two lines"),
        ("- An item\n\n  .. inside\n\nText.\n", ".. inside"),
        ("..\n   below\n", "..\n   below"),
    ],
)
def test_a_comment_is_a_directive(rst, text: str, comment: str) -> None:
    (directive,) = rst(text).directives
    assert text[directive.span.start : directive.span.end] == comment
    assert directive.text == comment.removeprefix("..").strip()


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("word " * LONGEST_LINE, "line 1 has more than"),
        ("a\n" * (MOST_LINES + 1), "it has more than"),
        ("".join("  " * depth + "- a\n\n" for depth in range(400)), "nested too deeply"),
    ],
)
def test_what_is_too_much_is_not_read_and_told(rst, text: str, reason: str) -> None:
    document = rst(text)
    assert document.blocks == ()
    assert reason in document.notices[0].message
    assert not document.notices[0].broken


def test_a_title_out_of_place_is_told(rst) -> None:
    document = rst("A\n=\n\nB\n-\n\nC\n=\n\nD\n~\n\nWords.\n")
    assert document.blocks[-1].text == "Words."
    assert "not read" in document.notices[0].message


def test_docutils_is_imported_when_an_rst_is_read_and_not_before() -> None:
    code = (
        "import sys; from lint.formats import read; from lint.source import Source; read(Source('a.md', 'Words.')); "
        "assert 'docutils' not in sys.modules; read(Source('a.rst', 'Words.')); assert 'docutils' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_nothing_is_said_on_standard_error(rst, capfd) -> None:
    rst(".. note\n  *a\n===\n\n`b\n\n.. include:: x\n\nA\n-\n")
    assert capfd.readouterr() == ("", "")
