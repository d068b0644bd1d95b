"""Read random and mutated documents in every format, and report what goes wrong.

    python benchmarks/hostile_formats.py [--documents N] [--seed S] [--limit SECONDS] [--format NAME ...]

A document is wrong when its reading raises, takes longer than the limit, or breaks a promise: an identity segment is no
slice of the source, a place lies outside of the source, blocks stand out of order. Exit status 1 if one is.
"""

import argparse
import random
import signal
import sys
import time
from collections import Counter
from collections.abc import Iterator
from types import FrameType

from lint.document import Document
from lint.formats import FORMATS, read
from lint.source import Source
from lint.sourcemap import SegmentKind

FRAGMENTS = (
    "a B é 😀 \u0301 \u2028 \x85 \x0b \0 \t # ## > - * _ ** ` ``` ~~~ ~~ [ ] ( ) ![ ](u) & &amp; &#0; &#xD800; \\ | |-| "
    "--- +++ === ::: :::note !!! ??? [[a|b]] [[ ]] :smile: ^a^ ~b~ ==c== $ $$ @ab http:// www. \" ' : 1. [^1] [^1]: "
    "{{ }} {% %} {% raw %} {% comment %} {% endcomment %} {{< >}} {{% %}} {{/* */}} {# #} {#a} {: {::comment} \\\\( \\\\) "
    "caption=\"a\" <b> </b> <p> </p> <div> <pre> </pre> <script> </script> <table> <td> <img alt='x'> <br> <!-- --> "
    "<!doctype html> <![CDATA[ <? import export { } `${ {/* */} <Note <Note> </Note> <> /> [!NOTE] *[A]: [TOC] "
    '.. .. note:: :: `a`_ |a| .. |a| == ** :a: ___ title: body: | >- {"title": [ ] , "a" \\n \\ud800 = [a] [[a]] \'\'\' '
    '""" &a *a !!python/object: By Photo: 2021-05-04'
).split(" ")
GAPS = (" ", "  ", "\n", "\n\n", "\r\n", "\r", "    ", "\n  ", "\n> ", "\n- ", "")
HEADS = ("", "", "", "---\ntitle: ", "+++\ntitle = ", '{"title": "', "title: a\n---\nbody:\n\n", "<html>", "\ufeff")
ARTICLES = {
    "markdown": """---
title: The *old* quay
hero:
  caption: 'At sea'
---

# Ships

The “Marta” left [port](a.md)[^1] at ten,
said *Ada* {{< ref >}}.

> She will be back.

- One
- Two

:::note[Mind it]
Inside.
:::

!!! tip "So"
    Deep.

| A | B |
|---|---|
| c | d |

{{< figure src="a.jpg" caption="A *red* boat" >}}

<p>Some <b>bold</b> words</p>

[^1]: So they say.
""",
    "mdx": """import A from 'a'

<Note title="Mind it">
  Text {props.a} and {`b${c}`} here.
</Note>

{/* stet */}

```js
a
```
""",
    "html": """<!doctype html>
<html><head><title>T</title><script>a < b</script></head><body><h1>Top</h1><p>One &amp; two<br>three</p>
<figure><img src=a alt='b'><figcaption>C</figcaption></figure><pre>x</pre><ul><li>d</ul></body></html>
""",
    "plain": """The quay

By Ada Moreno
March 1, 2024

She said: “It is ours.”
Photo: Jo Doe

***

Share this article
""",
    "rst": """Top
===

A *word* and ``code``.

.. note:: Mind it

   Inside.

* One
* Two

+---+---+
| a | b |
+---+---+
""",
    "lektor": """title: The quay
---
body:

Some *words*.

----

#### text ####
text: More
""",
    "json": """{"title": "The quay", "parts": [{"text": "One\\n\\nTwo", "caption": "A \\u2019b"}]}
""",
    "yaml": """title: The quay
parts:
  - text: |
      One

      Two
    caption: 'It''s'
""",
    "toml": '''title = "The quay"
[[parts]]
text = """
One
"""
''',
}


class TooSlow(BaseException):
    """A document took longer than the limit."""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--documents", type=int, default=10_000, help="how many, over all formats")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--limit", type=float, default=2.0, help="seconds a document may take")
    parser.add_argument("--format", action="append", choices=sorted(FORMATS), help="only this format; may be repeated")
    arguments = parser.parse_args()
    signal.signal(signal.SIGALRM, _too_slow)
    chance = random.Random(arguments.seed)  # noqa: S311
    names = arguments.format or sorted(FORMATS)
    wrong: Counter[str] = Counter()
    spent: Counter[str] = Counter()
    for index in range(arguments.documents):
        name = names[index % len(names)]
        text = _made_up(chance) if chance.random() < 0.5 else _mutated(chance, name)
        begin = time.perf_counter()
        problem = _problem(name, text, arguments.limit)
        spent[name] += time.perf_counter() - begin
        if problem:
            wrong[name] += 1
            print(f"{name}: {problem}\n  {text!r}")
    for name in names:
        count = len(range(names.index(name), arguments.documents, len(names)))
        print(f"{name:10} {count:9,} documents  {1000 * spent[name] / max(count, 1):6.2f} ms each  {wrong[name]} wrong")
    return 1 if wrong else 0


def _made_up(chance: random.Random) -> str:
    parts = [chance.choice(FRAGMENTS) + chance.choice(GAPS) for _ in range(chance.randrange(30))]
    return chance.choice(HEADS) + "".join(parts)


def _mutated(chance: random.Random, name: str) -> str:
    """Give an article with a few places cut, doubled, or filled with a fragment."""
    own = ARTICLES.get(name, "")
    text = own if own and chance.random() < 0.7 else chance.choice(list(ARTICLES.values()))
    for _ in range(chance.randrange(1, 6)):
        start = chance.randrange(len(text) + 1)
        end = min(len(text), start + chance.randrange(8))
        middle = chance.choice(("", text[start:end] * 2, chance.choice(FRAGMENTS), chance.choice(GAPS)))
        text = text[:start] + middle + text[end:]
    return text.replace("\n", chance.choice(("\n", "\n", "\r\n", "\r")))


def _too_slow(_signal: int, _frame: FrameType | None) -> None:
    raise TooSlow


def _problem(name: str, text: str, limit: float) -> str:
    """Say what is wrong with the reading of a text; nothing if all is well."""
    signal.setitimer(signal.ITIMER_REAL, limit)
    try:
        document = read(Source("draft", text), name)
    except TooSlow:
        return f"longer than {limit} s"
    except Exception as error:  # noqa: BLE001
        return f"{type(error).__name__}: {error}"
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
    return next(_broken_promises(document), "")


def _broken_promises(document: Document) -> Iterator[str]:
    size = len(document.source.text)
    starts = [block.span(0, 1).start for block in document.blocks]
    if starts != sorted(starts):
        yield "blocks out of order"
    for block in document.blocks:
        yield from _broken_map(document.source.text, block.text, block.prose.segments)
    spans = [part.span for part in (*document.directives, *document.notices, *document.images)]
    if any(span.end > size for span in spans):
        yield "a place outside of the source"
    if any(not 0 <= link.start < link.end <= len(link.block.text) for link in document.links):
        yield "a link outside of its block"


def _broken_map(source: str, text: str, segments: tuple) -> Iterator[str]:
    last = 0
    for segment, end in zip(segments, [*(each.start for each in segments[1:]), len(text)], strict=True):
        if not last <= segment.source_start <= segment.source_end <= len(source):
            yield "segments out of order"
        last = segment.source_end
        is_slice = source[segment.source_start : segment.source_end] == text[segment.start : end]
        if segment.kind is SegmentKind.IDENTITY and not is_slice:
            yield f"no slice of the source: {text[segment.start : end]!r}"


if __name__ == "__main__":
    sys.exit(main())
