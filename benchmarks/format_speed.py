"""Print how fast each format is read, from 10 KB to 20 MB: the cost is linear when a column stays as it is.

python benchmarks/format_speed.py [--format NAME ...] [--largest MEGABYTES]
"""

import argparse
import time

from lint.formats import FORMATS, read
from lint.source import Source

SIZES = (10_000, 100_000, 1_000_000, 5_000_000, 20_000_000)
SENTENCE = "The harbour council will not decide before June whether the old quay is to be rebuilt, said Ada Moreno. "
LINE = "The *harbour* council won’t decide before [June](https://paper.example/june) whether the old quay is to be rebuilt.\n"
MARKDOWN = (
    f"## The quay\n\n{(SENTENCE * 3 + chr(10) * 2) * 4}{LINE}"
    f"“It is ours,” she said, and `quay` &amp; all.\n\n> {SENTENCE}\n\n- {LINE}- Two\n\n"
)
SAMPLES = {
    "markdown": (
        "",
        MARKDOWN + '{{< figure src="a.jpg" caption="A red boat" >}}\n\n<p>Some <b>bold</b> words.</p>\n\n',
        "",
    ),
    "mdx": ("", MARKDOWN + '<Note title="Mind it">\nInside {props.a} here.\n</Note>\n\n', ""),
    "html": (
        "<!doctype html><html><body>",
        f"<h2>The quay</h2>\n<p>{SENTENCE * 3}<b>Bold</b> &amp; all.</p>\n",
        "</body></html>",
    ),
    "plain": ("The quay\n\n", f"{SENTENCE * 3}\n\n", ""),
    "rst": ("", f"{SENTENCE * 3}*Bold* words.\n\n* {SENTENCE}\n\n", ""),
    "lektor": ("title: The quay\n---\nbody:\n\n", MARKDOWN, ""),
    "json": ('{"parts": [', f'{{"text": "{SENTENCE * 3}"}},\n', '{"text": ""}]}'),
    "yaml": ("parts:\n", f"  - text: {SENTENCE * 3}\n", ""),
    "toml": ("", f'[[parts]]\ntext = "{SENTENCE * 3}"\n', ""),
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--format", action="append", choices=sorted(FORMATS), help="only this format; may be repeated")
    parser.add_argument("--largest", type=float, default=20, help="megabytes")
    arguments = parser.parse_args()
    print(f"{'format':10}{'bytes':>12}{'seconds':>10}{'MB/s':>8}{'words/s':>12}")
    for name in arguments.format or FORMATS:
        for size in SIZES:
            if size <= arguments.largest * 1_000_000 and name in SAMPLES:
                _measure(name, size)


def _measure(name: str, size: int) -> None:
    head, body, tail = SAMPLES[name]
    text = head + body * max(1, size // len(body)) + tail
    source = Source("draft", text)
    begin = time.process_time()
    document = read(source, name)
    spent = time.process_time() - begin
    words = sum(len(block.text.split()) for block in document.blocks)
    print(f"{name:10}{len(text):12,}{spent:10.3f}{len(text) / spent / 1e6:8.2f}{words / spent:12,.0f}", flush=True)


if __name__ == "__main__":
    main()
