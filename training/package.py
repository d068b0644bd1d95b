"""Put the assembled pipeline where the package has it, with its card, its sources, its licence and its checksums."""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from string import Template
from tempfile import TemporaryDirectory
from typing import Any

HERE = Path(__file__).parent
SUMS, CARD = "SHA256SUMS", "MODEL_CARD.md"
DOCUMENTS = (CARD, "NOTICE", "LICENSE")
OF_WEIGHTS = ("tags", "tree", "sentences", "lemmas", "names")
"""How groups of figures begin that tell of the weights alone, and not of rules, which change without them."""
LICENCE = """\
The files in this folder are licensed under the Creative Commons Attribution-ShareAlike 4.0 International Public License
(CC BY-SA 4.0): https://creativecommons.org/licenses/by-sa/4.0/legalcode

NOTICE names those whose work they were made from, and says what was changed.
The program around this folder has a licence of its own.
"""
HEAD = """\
English for Copydesk: a language pipeline
© The Copydesk developers, CC BY-SA 4.0 (https://creativecommons.org/licenses/by-sa/4.0/)

The weights were trained on the works below; they hold statistics of these works, and no text of them. Licences are
those at the commits named. Nobody named here endorses this pipeline.
"""
MIT = """\
Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
"""


def main() -> None:
    """Read the command line, and write the folder."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--assembled", type=Path, required=True, help="what assemble.py wrote")
    parser.add_argument("--metrics", type=Path, required=True, help="what `evaluate --json` wrote")
    parser.add_argument("--treebanks", type=Path, required=True, help="the folder with gum-sources.tsv")
    parser.add_argument("--out", type=Path, required=True, help="the folder in the package; it is written anew")
    options = parser.parse_args()
    if json.loads(options.metrics.read_text(encoding="utf-8"))["pipeline"] != digest(options.assembled):
        raise SystemExit(f"{options.metrics} is not of {options.assembled}: evaluate it first.")
    with TemporaryDirectory(dir=options.out.parent) as folder:
        made = Path(shutil.copytree(options.assembled, Path(folder, options.out.name)))
        (made / "LICENSE").write_text(LICENCE, encoding="utf-8")
        (made / "NOTICE").write_text(notice(options.treebanks), encoding="utf-8")
        checksums(made)
        (made / CARD).write_text(card(made, options.metrics), encoding="utf-8")
        checksums(made)
        shutil.rmtree(options.out, ignore_errors=True)
        made.rename(options.out)
    print(f"{options.out}: {digest(options.out)}")


def sources() -> list[dict[str, Any]]:
    """Give the works that the weights have learned from."""
    found: list[dict[str, Any]] = json.loads((HERE / "sources.json").read_text(encoding="utf-8"))
    return found


def notice(treebanks: Path) -> str:
    """Give the notice: each source, the texts of GUM one by one, and the licence text that asks to be passed on."""
    parts = [HEAD, *map(paragraph, sources())]
    parts.append("Texts in the GUM corpus\n\n" + "".join(f"- {line}\n" for line in gum_texts(treebanks)))
    parts.append("The licence of CrossNER (MIT License, Copyright (c) 2020 Zihan Liu)\n\n" + MIT)
    return "\n".join(parts)


def paragraph(source: dict[str, Any]) -> str:
    """Give what a licence asks to be told of one source."""
    lines = [f"{source['name']}. {source['author']}. {source['license']}. {source['url']}", source.get("texts", "")]
    lines += [f"Changed: {source['changed']}.", *(f"- {work}" for work in source["works"])]
    return "".join(f"{line}\n" for line in lines if line)


def gum_texts(treebanks: Path) -> Iterator[str]:
    """Give author, title, date and address of each text that was trained on."""
    with (treebanks / "gum-sources.tsv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            if row["split"] == "train":
                yield f"{row['author'].strip()}: {row['title']} ({row['created']}), {row['source']}"


def card(folder: Path, metrics: Path) -> str:
    """Give the model card: the template beside this script, with figures, labels and the digest."""
    meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    template = Template((HERE / "model_card.md").read_text(encoding="utf-8"))
    return template.substitute(
        version=meta["version"],
        spacy=meta["spacy_version"],
        digest=digest(folder),
        size=f"{sum(path.stat().st_size for path in folder.rglob('*') if path.is_file()) / 1e6:.1f}",
        sources="\n".join(f"- {s['name']} ({s['author']}), {s['license']}" for s in sources()),
        figures="\n".join(figure_rows(metrics)),
    )


def figure_rows(metrics: Path) -> Iterator[str]:
    """Give the rows of the card's table."""
    groups: dict[str, dict[str, float | None]] = json.loads(metrics.read_text(encoding="utf-8"))["figures"]
    for group, figures in groups.items():
        if group.startswith(OF_WEIGHTS):
            yield from (f"| {group} | {name} | {value:.1f} |" for name, value in figures.items() if value is not None)


def checksums(folder: Path) -> None:
    """Write the SHA-256 of each file of the folder, as `sha256sum` does."""
    files = sorted(path for path in folder.rglob("*") if path.is_file() and path.name != SUMS)
    lines = [
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.relative_to(folder).as_posix()}\n" for path in files
    ]
    (folder / SUMS).write_text("".join(lines), encoding="ascii")


def digest(folder: Path) -> str:
    """Give the SHA-256 of the lines of SHA256SUMS, but for those of the documents: the weights and all they need."""
    lines = (folder / SUMS).read_text(encoding="ascii").splitlines(keepends=True)
    kept = (line for line in lines if line.rstrip().split("  ")[1] not in DOCUMENTS)
    return hashlib.sha256("".join(kept).encode()).hexdigest()


if __name__ == "__main__":
    main()
