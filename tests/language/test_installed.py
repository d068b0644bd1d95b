"""Which pipeline a configuration means, what it can do, and what is told of one that cannot be used."""

import json
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from lint.annotate import installed
from lint.annotate.installed import Installed
from lint.annotate.layers import Layer
from lint.errors import Place, UserErrors

PLACE = Place(".copydesk.yaml", 2, 13)
OWN = "or leave “language.pipeline” out to use Copydesk's own."
CONFIG = """
[nlp]
lang = "en"
pipeline = {pipeline}
disabled = {disabled}

[components]

[components.encoder]
factory = "tok2vec"

[components.tags]
factory = "tagger"

[components.tags.model]
@architectures = "spacy.Tagger.v2"

[components.tags.model.tok2vec]
@architectures = "spacy.Tok2VecListener.v1"

[components.spice]
factory = "acme_spice"

[components.names]
factory = "ner"

[components.names.model]
@architectures = "spacy.TransitionBasedParser.v2"

[components.names.model.tok2vec]
@architectures = "spacy.HashEmbedCNN.v2"
"""
Folder = Callable[..., Path]


@pytest.fixture(autouse=True)
def _folders_are_trusted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(installed.TRUST, "1")


@pytest.fixture
def pipeline(tmp_path: Path) -> Folder:
    """Write a pipeline's config.cfg into a folder, by default `models/small` of `tmp_path`."""

    def write(
        *pipeline: str, folder: str = "models/small", disabled: tuple[str, ...] = (), config: str = CONFIG
    ) -> Path:
        names = pipeline or ("encoder", "tags", "spice", "names")
        (tmp_path / folder).mkdir(parents=True)
        text = config.replace("{pipeline}", json.dumps(names)).replace("{disabled}", json.dumps(disabled))
        (tmp_path / folder / "config.cfg").write_text(text, encoding="utf-8")
        (tmp_path / folder / "meta.json").write_text('{"spacy_version": ">=3.8.0,<3.9.0"}', encoding="utf-8")
        return tmp_path / folder

    return write


@pytest.fixture
def own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Give a copy of the package's own pipeline, which passes for it."""
    folder = tmp_path / "own"
    shutil.copytree(installed.SHIPPED, folder)
    monkeypatch.setattr(installed, "SHIPPED", folder)
    return folder


def told(name: str, root: Path) -> str:
    with pytest.raises(UserErrors) as raised:
        installed.find(name, root, PLACE)
    (error,) = raised.value.errors
    return str(error)


def told_of(found: Installed, part: str) -> str:
    with pytest.raises(UserErrors) as raised:
        found.verify(part)
    return str(raised.value)


def test_without_a_name_it_is_the_pipeline_of_the_package(tmp_path):
    assert installed.find("", tmp_path, PLACE).is_shipped
    assert {"tags", "morphology", "lemmas", "parse"} <= installed.shipped().provides


def test_a_pipeline_lies_in_a_folder_that_counts_from_the_configuration(pipeline, tmp_path):
    folder = pipeline()
    assert installed.find("models/small", tmp_path, PLACE).folder == folder
    assert installed.find("../models/small", tmp_path / "models", PLACE).folder.resolve() == folder
    assert installed.find(str(folder), Path("elsewhere"), PLACE).folder == folder


def test_a_folder_may_lie_at_home(pipeline, tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    folder = pipeline()
    assert installed.find("~/models/small", Path("elsewhere"), PLACE).folder == folder


def test_a_pipeline_that_is_a_package_is_found_without_importing_it(pipeline, tmp_path, monkeypatch):
    folder = pipeline(folder="acme_news/acme_news-1.2.0")
    (tmp_path / "acme_news" / "__init__.py").write_text("raise ImportError('broken')", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    assert installed.find("acme_news", Path("elsewhere"), PLACE).folder == folder
    assert "acme_news" not in sys.modules


@pytest.mark.parametrize("name", ["models/small", "./models/small", "small"])
def test_a_folder_is_not_loaded_unless_the_user_trusts_it(pipeline, tmp_path, monkeypatch, name):
    pipeline()
    pipeline(folder="small")
    monkeypatch.setenv(installed.TRUST, "yes")
    assert told(name, tmp_path).startswith(
        f".copydesk.yaml:2:13: The language pipeline “{name}” is a folder, and loading one can run code that is in it."
    )


def test_a_folder_does_not_stand_in_for_the_package_of_its_name(pipeline, tmp_path, monkeypatch):
    package = pipeline(folder="site/acme_news/acme_news-1.2.0")
    pipeline(folder="repository/acme_news")
    monkeypatch.delenv(installed.TRUST)
    monkeypatch.syspath_prepend(tmp_path / "site")
    assert installed.find("acme_news", tmp_path / "repository", PLACE).folder == package


def test_a_package_in_the_folder_we_are_in_is_not_installed(pipeline, tmp_path, monkeypatch):
    pipeline(folder="acme_news/acme_news-1.2.0")
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend("")
    assert "“acme_news” is not installed" in told("acme_news", tmp_path)


@pytest.mark.parametrize("name", ["acme-news", "acme_news-1.2.0", "acme_news==1.2.0", "acme_newz"])
def test_a_name_that_is_not_quite_that_of_the_package_meets_a_hint(name, tmp_path, monkeypatch):
    package = tmp_path / "acme_news-1.2.0.dist-info"
    package.mkdir()
    (package / "METADATA").write_text("Metadata-Version: 2.1\nName: acme-news\nVersion: 1.2.0\n", encoding="utf-8")
    (package / "entry_points.txt").write_text("[spacy_models]\nacme_news = acme_news\n", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    expected = f".copydesk.yaml:2:13: The language pipeline “{name}” is not installed. Did you mean “acme_news”?"
    assert told(name, tmp_path) == expected


@pytest.mark.parametrize(
    "name", ["en_no_such_pipeline", "en-no-such-pipeline", "__main__", "six", ".", "..", "ö ü", "~nobody"]
)
def test_what_is_not_there_is_not_installed(name, tmp_path):
    problem = f".copydesk.yaml:2:13: The language pipeline “{name}” is not installed."
    assert told(name, tmp_path) == f"{problem} Install it where Copydesk runs, {OWN}"


@pytest.mark.parametrize("name", ["models/small", "./small", "~/models", "~nobody/models", "C:\\models", "x/" * 3000])
def test_a_folder_that_is_not_there_is_told(name, tmp_path):
    problem = f".copydesk.yaml:2:13: There is no language pipeline in the folder “{name}”: it has no config.cfg."
    assert told(name, tmp_path) == f"{problem} Paths count from this file."


@pytest.mark.parametrize("name", ["click", "json"])
def test_a_package_that_is_no_pipeline_is_told(name, tmp_path):
    problem = f".copydesk.yaml:2:13: “{name}” is installed, but is no language pipeline."
    assert told(name, tmp_path) == f"{problem} Name a spaCy pipeline, {OWN}"


@pytest.mark.parametrize(("code", "called"), [("de", "German"), ("cy", "“cy”"), ("", "no language that it names")])
def test_a_pipeline_for_another_language_is_told(pipeline, tmp_path, code, called):
    pipeline(config=CONFIG.replace('"en"', json.dumps(code)))
    expected = f".copydesk.yaml:2:13: The language pipeline “models/small” is for {called}. Name one for English, {OWN}"
    assert told("models/small", tmp_path) == expected


@pytest.mark.parametrize(
    ("components", "disabled", "has"),
    [
        (("encoder", "names"), (), "only encoder, names"),
        (("encoder", "tags"), ("tags",), "only encoder"),
        (("tags",), ("tags",), "nothing"),
    ],
)
def test_a_pipeline_without_a_tagger_is_told(pipeline, tmp_path, components, disabled, has):
    pipeline(*components, disabled=disabled)
    problem = f".copydesk.yaml:2:13: The language pipeline “models/small” has no tagger, {has}."
    assert told("models/small", tmp_path) == f"{problem} Name one that tags, {OWN}"


@pytest.mark.parametrize(
    ("config", "why"),
    [
        ("no ini", "config.cfg cannot be read (File contains no section headers."),
        ("[nlp]\nlang = en\n", "“lang” in [nlp] of config.cfg cannot be read (Expecting value"),
        ('[nlp]\nlang = "en"\npipeline = "tagger"\n', "“pipeline” in [nlp] of config.cfg is no list of names."),
        ('[nlp]\nlang = "en"\npipeline = [1]\n', "“pipeline” in [nlp] of config.cfg is no list of names."),
        ('[nlp]\nlang = "en"\npipeline = [', "“pipeline” in [nlp] of config.cfg cannot be read"),
        ("[nlp]\nlang = \xff\n", "config.cfg cannot be read ('utf-8' codec can't decode"),
    ],
)
def test_a_config_that_cannot_be_read_is_told(tmp_path, config, why):
    (tmp_path / "models").mkdir()
    (tmp_path / "models" / "config.cfg").write_bytes(config.encode("latin-1"))
    line = told("./models", tmp_path)
    assert line.startswith(f".copydesk.yaml:2:13: The language pipeline “./models” is broken: {why}")
    assert line.endswith(f"Install it again, {OWN}")
    assert "\n" not in line


@pytest.mark.parametrize(
    ("meta", "why"),
    [
        ("[]", "meta.json holds no mapping."),
        ("{", "meta.json cannot be read (Expecting"),
        (None, "meta.json cannot be read ([Errno 2]"),
    ],
)
def test_a_meta_json_that_cannot_be_read_is_told(pipeline, tmp_path, meta, why):
    file = pipeline() / "meta.json"
    file.unlink()
    if meta is not None:
        file.write_text(meta, encoding="utf-8")
    found = installed.find("models/small", tmp_path, PLACE)
    with pytest.raises(UserErrors, match=r"^\.copydesk\.yaml:2:13: .* is broken: ") as raised:
        _ = found.spacy_version
    assert why in str(raised.value)


def test_a_long_reason_of_many_lines_is_told_in_one_short_line(pipeline, tmp_path):
    pipeline()
    line = str(installed.find("models/small", tmp_path, PLACE).broken("why \n" * 1000))
    assert "why why" in line
    assert "\n" not in line
    assert len(line) < 600


def test_layers_are_known_from_the_components_that_run(pipeline, tmp_path):
    pipeline(disabled=("names",))
    found = installed.find("models/small", tmp_path, PLACE)
    assert found.provides == {"tags"}
    assert list(found.components) == ["encoder", "tags", "spice"]


def test_a_layer_needs_its_makers_and_an_encoder_only_where_they_listen_to_it(pipeline, tmp_path):
    pipeline()
    found = installed.find("models/small", tmp_path, PLACE)
    assert found.needed([Layer.TAGS]) == ("encoder", "tags")
    assert found.needed([Layer.ENTITIES]) == ("names",)
    assert found.needed([Layer.TAGS, Layer.ENTITIES]) == ("encoder", "tags", "names")
    assert found.needed([Layer.PARSE]) == ()


def test_every_file_of_the_own_pipeline_is_as_it_was_shipped():
    found = installed.shipped()
    parts = sorted(entry.name for entry in installed.SHIPPED.iterdir() if entry.name != "SHA256SUMS")
    assert {"config.cfg", "meta.json", "tagger", "vocab"} <= set(parts)
    for part in parts:
        found.verify(part)


def test_a_file_of_the_own_pipeline_that_was_changed_or_cut_is_told(own):
    model = own / "tagger" / "model"
    model.write_bytes(model.read_bytes()[:-1])
    assert told_of(installed.shipped(), "tagger") == (
        "The language pipeline “en_copydesk” is broken: tagger/model is not as it was shipped. "
        "Install Copydesk again: pip install --force-reinstall copydesk."
    ).replace("en_copydesk", own.name)
    installed.shipped().verify("parser")


def test_a_file_of_the_own_pipeline_that_is_missing_or_too_many_is_told(own):
    (own / "tagger" / "cfg").unlink()
    assert "tagger/cfg is missing." in told_of(installed.shipped(), "tagger")
    (own / "parser" / "more").write_bytes(b"more")
    assert "parser/more is not as it was shipped." in told_of(installed.shipped(), "parser")


def test_checksums_that_are_missing_or_cut_are_told(own):
    sums = own / "SHA256SUMS"
    sums.write_bytes(sums.read_bytes()[:40])
    assert "config.cfg is not as it was shipped." in told_of(installed.shipped(), "config.cfg")
    sums.unlink()
    assert "SHA256SUMS cannot be read" in told_of(installed.shipped(), "config.cfg")


def test_an_own_pipeline_that_is_not_there_is_told(own):
    shutil.rmtree(own)
    with pytest.raises(UserErrors, match="Install Copydesk again"):
        _ = installed.shipped().provides
