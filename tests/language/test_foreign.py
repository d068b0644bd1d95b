"""A pipeline that is not ours: the whole road from the configuration to a finding, and what is told when it is barred.

The pipeline is a tiny one, trained here on three sentences with the labels of spaCy's own English pipelines, and saved.
"""

import json
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path
from textwrap import dedent

import pytest

from lint import packages, session
from lint.annotate import installed
from lint.annotate.layers import Layer
from lint.annotate.pipeline import Pipeline
from lint.annotate.spacy_import import import_spacy
from lint.cli import boundary
from lint.errors import Place, UserErrors
from lint.report import Report
from lint.session import CheckOptions

SENTENCES = [
    ("The council repairs the bridge .", "DT NN VBZ DT NN .", [1, 2, 2, 4, 2, 2], "det nsubj ROOT det dobj punct", ""),
    ("The mayor opens the ferry .", "DT NN VBZ DT NN .", [1, 2, 2, 4, 2, 2], "det nsubj ROOT det dobj punct", ""),
    ("Ann opens the bridge .", "NNP VBZ DT NN .", [1, 1, 3, 1, 1], "nsubj ROOT det dobj punct", "B-PERSON"),
]
SPEECH = {"DT": "DET", "NN": "NOUN", "NNP": "PROPN", "VBZ": "VERB", ".": "PUNCT"}
TEXT = "The mayor repairs the ferry.\n\nAnn opens the bridge.\n"
RULE = """
    kind: tokens
    summary: A rule of the test
    message: Found it.
    severity: error
    confidence: high
    why: For a test.
    source: Nobody
    match: [{lower: the}, {pattern}]
    """
Check = Callable[..., Report]
Breaker = Callable[[Path], object]


def encoder() -> dict[str, object]:
    return {
        "@architectures": "spacy.HashEmbedCNN.v2",
        "width": 16,
        "depth": 1,
        "embed_size": 200,
        "window_size": 1,
        "maxout_pieces": 2,
        "subword_features": True,
        "pretrained_vectors": None,
    }


def transitions(state: str, tok2vec: dict[str, object]) -> dict[str, object]:
    return {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": state,
        "extra_state_tokens": False,
        "hidden_width": 16,
        "maxout_pieces": 2,
        "use_upper": True,
        "tok2vec": tok2vec,
    }


def untrained():
    """Give a pipeline made like spaCy's own, with a component in its middle that is none of our concern."""
    import spacy

    listener = {"@architectures": "spacy.Tok2VecListener.v1", "width": 16, "upstream": "*"}
    nlp = spacy.blank("en")
    nlp.add_pipe("tok2vec", config={"model": encoder()})
    nlp.add_pipe("tagger", config={"model": {"@architectures": "spacy.Tagger.v2", "tok2vec": listener}})
    nlp.add_pipe("sentencizer")
    nlp.add_pipe("parser", config={"model": transitions("parser", listener), "min_action_freq": 1})
    nlp.add_pipe("attribute_ruler")
    nlp.add_pipe("ner", config={"model": transitions("ner", encoder())})
    return nlp


@pytest.fixture(autouse=True)
def _folders_are_trusted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(installed.TRUST, "1")


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder of the tiny pipeline."""
    import_spacy()
    from spacy.tokens import Doc
    from spacy.training import Example
    from spacy.util import fix_random_seed

    fix_random_seed(0)
    nlp = untrained()
    examples = []
    for text, tags, heads, deps, first in SENTENCES:
        words, ents = text.split(), [first or "O", *["O"] * (len(heads) - 1)]
        gold = Doc(nlp.vocab, words=words, tags=tags.split(), heads=heads, deps=deps.split(), ents=ents)
        examples.append(Example(nlp.make_doc(text), gold))
    optimizer = nlp.initialize(lambda: examples)
    optimizer.learn_rate = 0.02
    for _ in range(15):
        nlp.update(examples, sgd=optimizer)
    patterns = [{"patterns": [[{"TAG": tag}]], "attrs": {"POS": pos}} for tag, pos in SPEECH.items()]
    nlp.get_pipe("attribute_ruler").add_patterns(patterns)
    folder = tmp_path_factory.mktemp("models") / "tiny"
    nlp.to_disk(folder)
    return folder


@pytest.fixture
def tiny(trained: Path, tmp_path: Path) -> Path:
    """Give a copy of the tiny pipeline in the folder `tiny` of the repository, which is where we are."""
    return Path(shutil.copytree(trained, tmp_path / "tiny"))


@pytest.fixture
def check(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Check:
    """Check an article in a repository that names the tiny pipeline, with one rule that looks for “the” and a token."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(packages, "own_rules", lambda: tmp_path / "none")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".copydesk.yaml").write_text("language:\n  pipeline: ./tiny\n", encoding="utf-8")
    (tmp_path / "rules" / "house").mkdir(parents=True)
    (tmp_path / "draft.md").write_text(TEXT, encoding="utf-8")

    def run(*patterns: str, paths: Iterable[str] = ("draft.md",)) -> Report:
        for number, pattern in enumerate(patterns):
            rule = dedent(RULE).replace("{pattern}", f"{{{pattern}}}")
            (tmp_path / "rules" / "house" / f"rule-{number}.yaml").write_text(rule, encoding="utf-8")
        return session.check(list(paths), CheckOptions())

    return run


def found(report: Report) -> list[str]:
    assert report.errors == ()
    return [finding.text for file in report.files for finding in file.findings]


def changed(file: str, old: str, new: str) -> Breaker:
    def change(folder: Path) -> None:
        text = (folder / file).read_text(encoding="utf-8")
        assert old in text
        (folder / file).write_text(text.replace(old, new), encoding="utf-8")

    return change


def cut(file: str) -> Breaker:
    def halve(folder: Path) -> None:
        data = (folder / file).read_bytes()
        (folder / file).write_bytes(data[: len(data) // 2])

    return halve


def with_version(constraint: str) -> Breaker:
    def write(folder: Path) -> None:
        meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
        (folder / "meta.json").write_text(json.dumps({**meta, "spacy_version": constraint}), encoding="utf-8")

    return write


@pytest.mark.usefixtures("tiny")
@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("tag: NN", ["The mayor", "the ferry", "the bridge"]),
        ("pos: NOUN", ["The mayor", "the ferry", "the bridge"]),
        ("dep: nsubj", ["The mayor"]),
        ("dep: obj", ["the ferry", "the bridge"]),
        ("dep: dobj", ["the ferry", "the bridge"]),
    ],
)
def test_rules_work_on_a_pipeline_with_other_labels_than_ours(check, pattern, expected):
    assert found(check(pattern)) == expected


@pytest.mark.parametrize(
    ("pattern", "expected"), [("dep: obj", 2), ("dep: dobj", 2), ("dep: nsubj", 1), ("tag: NN", 3)]
)
def test_the_same_rules_work_on_our_own(check, tmp_path, pattern, expected):
    (tmp_path / ".copydesk.yaml").write_text("language: {}\n", encoding="utf-8")
    assert len(found(check(pattern))) == expected


@pytest.mark.usefixtures("tiny")
@pytest.mark.parametrize(("label", "expected"), [("PER", ["Ann"]), ("PERSON", ["Ann"]), ("ORG", []), ("LOC", [])])
def test_names_are_looked_for_by_our_labels_and_by_theirs(check, tmp_path, label, expected):
    rule = dedent(RULE).replace("[{lower: the}, {pattern}]", f"[{{text: Ann, ent: {label}}}]")
    (tmp_path / "rules" / "house" / "name.yaml").write_text(rule, encoding="utf-8")
    assert found(check()) == expected


def test_docs_are_those_that_spacy_itself_makes(tiny):
    import spacy

    source = installed.find(str(tiny), Path(), Place("c.yaml"))
    theirs = spacy.load(tiny, exclude=["sentencizer"])("The mayor repairs the ferry.")
    [ours] = Pipeline(source).docs(["The mayor repairs the ferry."], frozenset(Layer))
    assert ours.to_json() == theirs.to_json()


def test_components_that_no_rule_needs_are_not_loaded(check, tiny):
    for name in ("parser", "ner"):
        shutil.rmtree(tiny / name)
    assert len(found(check("tag: NN"))) == 3


@pytest.mark.parametrize(
    "change",
    [
        changed("config.cfg", 'factory = "sentencizer"', 'factory = "acme_spice"'),
        changed("config.cfg", "disabled = []", 'disabled = ["ner", "sentencizer"]'),
        lambda folder: shutil.rmtree(folder / "ner"),
    ],
    ids=["unknown", "disabled", "missing"],
)
def test_components_that_are_none_of_our_concern_may_be_anything(check, tiny, change):
    change(tiny)
    assert len(found(check("dep: dobj"))) == 2


def test_rules_that_need_what_the_pipeline_lacks_are_named_and_the_others_run(check, tiny):
    changed("config.cfg", "disabled = []", 'disabled = ["parser"]')(tiny)
    report = check("tag: NN", "dep: obj")
    assert len(found(report)) == 3
    [skipped] = report.skipped_rules
    assert (skipped.path, skipped.reason) == ("house/rule-1", "the language pipeline “./tiny” gives no parse")


def test_the_command_line_counts_the_rules_that_were_not_run(check, tiny, capsys):
    changed("config.cfg", "disabled = []", 'disabled = ["parser"]')(tiny)
    check("dep: obj")
    assert boundary.run(["check", "draft.md"]) == 0
    assert (
        "1 rule was not run (the language pipeline “./tiny” gives no parse): house/rule-0." in capsys.readouterr().out
    )
    assert boundary.run(["check", "--format", "json", "draft.md"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert report["skipped_rules"] == [
        {"name": "house/rule-0", "reason": "the language pipeline “./tiny” gives no parse"}
    ]
    assert boundary.run(["rules", "test"]) == 1
    assert "not run: the language pipeline “./tiny” gives no parse" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (cut("tagger/model"), "“./tiny” is broken: "),
        (cut("tok2vec/model"), "“./tiny” is broken: "),
        (cut("parser/moves"), "“./tiny” is broken: "),
        (cut("parser/cfg"), "“./tiny” is broken: "),
        (cut("vocab/strings.json"), "“./tiny” is broken: "),
        (cut("tokenizer"), "“./tiny” is broken: "),
        (lambda folder: (folder / "tagger" / "cfg").unlink(), "“./tiny” is broken: "),
        (lambda folder: shutil.rmtree(folder / "parser"), "“./tiny” is broken: "),
        (lambda folder: shutil.copy(folder / "ner" / "model", folder / "tok2vec"), "“./tiny” is broken: "),
        (lambda folder: (folder / "meta.json").write_text("{}"), "“./tiny” is broken: ValueError: [E054]"),
        (changed("config.cfg", "spacy.HashEmbedCNN.v2", "acme.Net.v1"), "“./tiny” is broken: "),
        (changed("config.cfg", "width = 16", "width = 24"), "“./tiny” is broken: "),
        (with_version(">=3.1.0,<3.2.0"), "“./tiny” is for spaCy >=3.1.0,<3.2.0, and here is 3."),
        (
            changed("config.cfg", 'factory = "tok2vec"', 'factory = "curated_transformer"'),
            "“./tiny” has a component “tok2vec” of the kind “curated_transformer”, which spaCy does not have here.",
        ),
    ],
)
def test_a_pipeline_that_cannot_be_used_is_told_once_at_its_place_and_nothing_is_checked(
    check, tiny, capfd, change, problem
):
    change(tiny)
    Path("second.md").write_text(TEXT, encoding="utf-8")
    report = check("dep: obj", "tag: NN", paths=["."])
    assert report.files == ()
    [error] = report.errors
    assert str(error).startswith(f".copydesk.yaml:2:3: The language pipeline {problem}")
    assert error.remedy.startswith("Install ")
    assert "\n" not in str(error)
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("file", ["tokenizer", "vocab/strings.json", "meta.json"])
def test_words_alone_need_the_tokenizer_and_no_component(check, tiny, file):
    for name in ("tok2vec", "tagger", "parser", "ner", "attribute_ruler"):
        shutil.rmtree(tiny / name)
    assert found(check("lower: mayor")) == ["The mayor"]
    cut(file)(tiny)
    [error] = check().errors
    assert str(error).startswith(".copydesk.yaml:2:3: The language pipeline “./tiny” is broken: ")


def test_the_command_line_ends_with_2_where_a_pipeline_cannot_be_used(check, tiny, capsys):
    cut("tagger/model")(tiny)
    check("tag: NN")
    assert boundary.run(["check", "draft.md"]) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert boundary.run(["rules", "test"]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_folders_with_another_pipeline_are_checked_all_the_same(check, tiny, tmp_path):
    cut("tagger/model")(tiny)
    shutil.copytree(tmp_path / "rules", tmp_path / "sub" / "rules", dirs_exist_ok=True)
    check("tag: NN")
    shutil.copytree(tmp_path / "rules", tmp_path / "sub" / "rules", dirs_exist_ok=True)
    (tmp_path / "sub" / ".copydesk.yaml").write_text("language: {}\n", encoding="utf-8")
    (tmp_path / "sub" / "draft.md").write_text(TEXT, encoding="utf-8")
    report = check("tag: NN", paths=["."])
    assert len(report.errors) == 1
    assert [file.path for file in report.files] == ["sub/draft.md"]


def test_a_tokenizer_that_alters_the_text_is_no_use(tiny):
    import_spacy()
    from spacy import registry
    from spacy.tokens import Doc

    @registry.tokenizers("test.squeezing.v1")
    def create():
        return lambda nlp: Squeezing(nlp.vocab)

    class Squeezing:
        def __init__(self, vocab):
            self.vocab = vocab

        def __call__(self, text):
            return Doc(self.vocab, words=text.split())

        def from_disk(self, path, exclude=()):  # noqa: ARG002 - as spaCy calls it
            return self

    changed("config.cfg", '"spacy.Tokenizer.v1"', '"test.squeezing.v1"')(tiny)
    source = installed.find(str(tiny), Path(), Place("c.yaml"))
    with pytest.raises(UserErrors, match="its tokenizer does not give back the text that it was given"):
        Pipeline(source).load(["tags"])
