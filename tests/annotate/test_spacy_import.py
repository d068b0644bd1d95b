"""What `import_spacy` leaves out, and that nobody misses it. Each test has a process of its own: spaCy comes but once."""

import subprocess
import sys
from pathlib import Path
from textwrap import dedent

import pytest

ROOT = Path(__file__).parents[2]
COMPONENTS = (
    "tok2vec tagger morphologizer trainable_lemmatizer parser ner attribute_ruler lemmatizer senter sentencizer "
    "entity_ruler textcat spancat"
)


def run(script: str, *, path: Path = ROOT) -> str:
    """Run the script after `import_spacy`, with a further folder of packages, and give what it prints."""
    ended = subprocess.run(
        [sys.executable, "-c", "from lint.annotate.spacy_import import import_spacy\n" + dedent(script)],
        cwd=ROOT, env={"PYTHONPATH": f"{ROOT}:{path}"}, capture_output=True, check=False, encoding="utf-8",
    )  # fmt: skip
    assert ended.returncode == 0, ended.stderr
    return ended.stdout.strip()


def test_the_command_line_of_spacy_is_left_out():
    script = """
        import sys
        import_spacy()
        print([name for name in sys.modules if name.startswith(("spacy.cli", "typer", "weasel"))], "spacy" in sys.modules)
    """
    assert run(script) == "[] True"


@pytest.mark.parametrize(
    "asked",
    [
        "spacy.cli.download.__name__",
        "__import__('spacy.cli').cli.download.__name__",
        "'download' if spacy.info(silent=True)['spacy_version'] == spacy.__version__ else ''",
    ],
)
def test_the_command_line_is_there_for_whoever_asks_for_it(asked):
    assert run(f"import_spacy()\nimport_spacy()\nimport spacy\nprint({asked})") == "download"


def test_an_attribute_that_spacy_has_not_is_missed_as_ever():
    assert run("import_spacy()\nimport spacy\nprint(hasattr(spacy, 'cli'), hasattr(spacy, 'clip'))") == "True False"


@pytest.mark.parametrize("line", ["from .cli import download", "from .cli.info import info_model", "from . import cli"])
def test_a_spacy_that_wants_more_of_its_command_line_gets_it(line):
    script = f"""
        import sys
        from importlib.machinery import PathFinder, SourceFileLoader

        class Altered(SourceFileLoader):
            def get_data(self, path):
                return super().get_data(path).replace(b"from .errors import Errors\\n", b"from .errors import Errors\\n{line}\\n")

            def path_stats(self, path):
                raise OSError("not from the byte code")

        class Finder(PathFinder):
            @classmethod
            def find_spec(cls, name, path=None, target=None):
                spec = super().find_spec(name, path, target) if name == "spacy" else None
                if spec:
                    spec.loader = Altered(name, spec.origin)
                return spec

        sys.meta_path.insert(0, Finder)
        import_spacy()
        import spacy.cli
        print(spacy.cli.download.__name__, spacy.blank("en").lang)
    """
    assert run(script) == "download en"


def test_every_component_can_be_made():
    script = f"""
        import_spacy()
        import spacy
        nlp = spacy.blank("en")
        for name in "{COMPONENTS}".split():
            nlp.add_pipe(name)
        print(*nlp.pipe_names)
    """
    assert run(script) == COMPONENTS


def test_components_of_other_packages_are_found_by_their_entry_points(tmp_path):
    about = tmp_path / "guest-1.0.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: guest\nVersion: 1.0\n", encoding="utf-8")
    (about / "entry_points.txt").write_text("[spacy_factories]\nguest = guest:make\n", encoding="utf-8")
    (tmp_path / "guest.py").write_text(
        dedent(
            """
            from spacy.language import Language

            @Language.factory("guest")
            def make(nlp, name):
                return lambda doc: doc
            """
        ),
        encoding="utf-8",
    )
    script = 'import_spacy()\nimport spacy\nnlp = spacy.blank("en")\nnlp.add_pipe("guest")\nprint(*nlp.pipe_names)'
    assert run(script, path=tmp_path) == "guest"
