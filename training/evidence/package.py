"""Put a model with its levels where the package has it, with its card, its sources, its licence and its checksums.

In the root of the repository:

    python -m training.evidence.package MODEL lint/language/en_evidence
"""

from __future__ import annotations

import argparse
import json
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from string import Template
from tempfile import TemporaryDirectory
from typing import Any

from lint.annotate.evidence.scorer import ABOUT, FILES
from training.package import CARD, LICENCE, checksums, digest, paragraph, sources

HERE = Path(__file__).parent
PROSE = "selection of paragraphs"
"""How what was changed begins for the sources that are running prose."""
HEAD = """\
The evidence scorer of Copydesk
© The Copydesk developers, CC BY-SA 4.0 (https://creativecommons.org/licenses/by-sa/4.0/)

The weights go on from sentence-transformers/all-MiniLM-L6-v2 (which goes on from nreimers/MiniLM-L6-H384-uncased),
Apache License 2.0, https://www.apache.org/licenses/LICENSE-2.0. Changed: word pieces left out, a signal for capitals and an
output of our own added, trained on the works below, quantized to 8 bits.

The works below were trained on, with slips put in on purpose. The weights hold statistics of them, and no text; `words.txt`
lists single words of theirs. Licences are those at the commits named. Nobody named here endorses this scorer.
"""


def package(model: Path, out: Path) -> str:
    """Write the folder anew; give its digest."""
    with TemporaryDirectory(dir=out.parent) as folder:
        made = Path(folder, out.name)
        made.mkdir()
        for name in FILES:
            shutil.copyfile(model / name, made / name)
        (made / "LICENSE").write_text(LICENCE, encoding="utf-8")
        (made / "NOTICE").write_text("\n".join((HEAD, *map(paragraph, prose()))), encoding="utf-8")
        checksums(made)
        (made / CARD).write_text(card(made), encoding="utf-8")
        checksums(made)
        shutil.rmtree(out, ignore_errors=True)
        made.rename(out)
    return digest(out)


def prose() -> list[dict[str, Any]]:
    """Give the works that were trained on."""
    changed = f"{PROSE}, markup removed, slips put in"
    return [source | {"changed": changed} for source in sources() if source["changed"].startswith(PROSE)]


def card(folder: Path) -> str:
    """Give the model card: the template beside this script, with figures and the digest."""
    about = json.loads((folder / ABOUT).read_text(encoding="utf-8"))
    found = about["figures"]
    return Template((HERE / "model_card.md").read_text(encoding="utf-8")).substitute(
        digest=digest(folder),
        size=f"{sum((folder / name).stat().st_size for name in FILES) / 1e6:.1f}",
        steps=f"{about['steps']:,}",
        read=f"{about['words'] / 1e6:.0f}",
        layers=about["layers"],
        words=f"{found['words']:,}",
        samples=f"{found['samples']:,}",
        figures="\n".join(rows(found["classes"])),
        sources="\n".join(f"- {s['name']} ({s['author']}), {s['license']}" for s in prose()),
    )


def rows(classes: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    """Give the rows of the card's table."""
    for name, row in classes.items():
        pairs = zip((row["look"], row["warn"]), row["caught"], row["false"], strict=True)
        told = (f"{score:.2f} | {caught} | {false}" if score <= 1 else "never | |" for score, caught, false in pairs)
        yield f"| {name} | {' | '.join(told)} |"


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", type=Path, help="what `export` and `levels` wrote")
    parser.add_argument("out", type=Path, help="the folder in the package; it is written anew")
    options = parser.parse_args()
    print(f"{options.out}: {package(options.model, options.out)}")


if __name__ == "__main__":
    main()
