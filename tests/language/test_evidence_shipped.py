"""The evidence scorer of the package: what lies in its folder, and what is told of it."""

import hashlib
import io
import json
import zipfile

from lint.annotate.evidence import scorer
from lint.annotate.evidence.edits import Slip

FOLDER = scorer.SHIPPED
LARGEST = 24 << 20
DOCUMENTS = ("MODEL_CARD.md", "NOTICE", "LICENSE")


def read(name: str) -> str:
    return (FOLDER / name).read_text(encoding="utf-8")


def sums() -> dict[str, str]:
    return {line[66:]: line[:64] for line in read("SHA256SUMS").splitlines()}


def test_every_file_is_as_its_checksum_says() -> None:
    found = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in FOLDER.iterdir()}
    del found["SHA256SUMS"]
    assert sums() == found
    assert sums().keys() == {*scorer.FILES, *DOCUMENTS}


def test_the_card_is_of_these_weights_and_tells_their_levels_and_origin() -> None:
    lines = read("SHA256SUMS").splitlines(keepends=True)
    digest = hashlib.sha256("".join(line for line in lines if line[66:-1] not in DOCUMENTS).encode()).hexdigest()
    about, card = json.loads(read("model.json")), read("MODEL_CARD.md")
    assert f"Digest: `{digest}`" in card
    assert "sentence-transformers/all-MiniLM-L6-v2" in card
    assert "Apache-2.0" in card
    assert all(f"| {name} | {look:.2f} | " in card for name, (look, _) in about["levels"].items() if look <= 1)


def test_each_class_has_levels_and_warns_no_sooner_than_it_suggests() -> None:
    levels = json.loads(read("model.json"))["levels"]
    assert set(levels) == {slip.value for slip in Slip}
    assert all(0 < look <= warn for look, warn in levels.values())


def test_the_notice_names_the_origin_and_each_work_that_was_trained_on() -> None:
    notice = read("NOTICE")
    assert "sentence-transformers/all-MiniLM-L6-v2" in notice
    assert "Apache License 2.0, https://www.apache.org/licenses/LICENSE-2.0" in notice
    assert notice.count("Changed: selection of paragraphs, markup removed, slips put in.\n") == 12
    assert "https://creativecommons.org/licenses/by-sa/4.0/legalcode" in read("LICENSE")


def test_it_is_small_on_disk_and_in_the_wheel() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(FOLDER.iterdir()):
            archive.write(path, path.name)
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) <= LARGEST
    assert len(packed.getvalue()) <= LARGEST
