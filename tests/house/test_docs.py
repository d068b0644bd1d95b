"""The pages tell the truth: what they show is run, loaded, proved or looked up.

A block of `console` is a command and what it prints. A block of `yaml` that begins with the path of a rule or of
`.copydesk.yaml` is one; a rule may leave out its head. A block of `python` that begins with a module and a function is
that function.
"""

import inspect
import json
import os
import re
import shlex
from importlib import import_module
from pathlib import Path

import pytest

from lint import catalog, config, plan, selftest
from lint.formats import FORMATS
from lint.plan import Selection

ROOT = Path(__file__).parents[2]
_TOPICS = sorted(path.stem for path in (ROOT / "docs").glob("*.md") if path.stem not in {"formats", "rules"})
PAGES = [
    "README.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "examples/README.md",
    *(f"docs/{topic}.md" for topic in _TOPICS),
]
_CONSOLE = re.compile(r"(?ms)^```console\n\$ copydesk ([^\n]*)\n.*?^```$")
_PYTHON = re.compile(r"(?ms)^```python\n# (lint/[\w/]+)\.py: (\w+)\n.*?^```$")
_YAML = re.compile(r"(?ms)^```yaml\n# (\S+)\n(.*?)^```$")
_LINK = re.compile(r"\]\(((?!https?:)[^)#]+)\)")
_HEAD = {
    "summary": "An example of the documentation",
    "message": "“{match}” is not right.",
    "severity": "warning",
    "confidence": "high",
    "why": "To show a kind of rule.",
    "source": "The documentation",
}


def page(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def blocks_of_yaml() -> dict[str, str]:
    return {path: text for name in PAGES for path, text in _YAML.findall(page(name))}


def with_head(rule: str) -> str:
    missing = [key for key in _HEAD if not re.search(rf"(?m)^{key}:", rule)]
    return "".join(f"{key}: {json.dumps(_HEAD[key], ensure_ascii=False)}\n" for key in missing) + rule


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """Give a folder with the rules that the pages show."""
    for path, text in blocks_of_yaml().items():
        if path.startswith("rules/"):
            file = tmp_path / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(with_head(text), encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("name", PAGES)
def test_what_a_page_shows_is_what_comes_out(name: str, copydesk, golden) -> None:
    def run(match: re.Match[str]) -> str:
        ended = copydesk(*shlex.split(match[1]))
        assert ended.stderr == ""
        return f"```console\n$ copydesk {match[1]}\n{ended.stdout}```"

    def look_up(match: re.Match[str]) -> str:
        function = getattr(import_module(match[1].replace("/", ".")), match[2])
        return f"```python\n# {match[1]}.py: {match[2]}\n{inspect.getsource(function)}```"

    golden(ROOT / name, _PYTHON.sub(look_up, _CONSOLE.sub(run, page(name))))


def test_the_rules_that_are_shown_load_and_prove_their_examples(desk: Path) -> None:
    shown = catalog.load([desk / "rules"]).matching("house")
    assert len(shown) >= 8
    assert [f"{each.rule}: {each.problem}" for each in selftest.run(shown) if not each.ok] == []


def test_every_kind_is_shown() -> None:
    from lint.kinds.registry import KINDS

    shown = set(re.findall(r"(?m)^kind: (\w+)$", page("CONTRIBUTING.md")))
    assert shown == set(KINDS) - {"stets"}


def test_every_format_is_told_of_in_the_readme() -> None:
    install = page("README.md").split("\n## Install\n")[1].split("\n## ")[0]
    assert [name for name, form in FORMATS.items() if f"`{form.suffixes[0]}`" not in install] == []


@pytest.mark.parametrize("name", [name for name in PAGES if "\n# .copydesk.yaml\n" in page(name)])
def test_the_configuration_that_is_shown_is_one(name: str, tmp_path: Path) -> None:
    for path, text in _YAML.findall(page(name)):
        if "/" not in path:
            (tmp_path / path).write_text(text, encoding="utf-8")
    plan.check(catalog.load(), config.read(tmp_path / ".copydesk.yaml"), Selection())


def test_the_report_that_is_shown_has_the_shape_of_a_real_one(copydesk) -> None:
    def shape(value: object) -> object:
        if isinstance(value, dict):
            return {key: shape(inner) for key, inner in value.items()}
        return [shape(inner) for inner in value[:1]] if isinstance(value, list) else type(value).__name__

    report = json.loads(copydesk("check", "--format", "json", "examples/ferry.md").stdout)
    findings = report["files"][0]["findings"]
    report["files"][0]["findings"] = [finding for finding in findings if finding["fixes"]][-1:]
    shown = json.loads(re.findall(r"(?ms)^```json\n(.*?)^```$", page("README.md"))[0])
    assert shape(shown) == shape(report)


def test_copydesk_has_nothing_to_query_in_its_own_pages(copydesk) -> None:
    ended = copydesk("check", "--fail-on", "warning", *PAGES)
    assert (ended.returncode, ended.stderr) == (0, ""), ended.stdout


def test_the_readme_opens_with_a_sentence_and_two_commands() -> None:
    title, what, block = page("README.md").split("\n\n")[:3]
    assert title == "# Copydesk"
    assert what.startswith("Copydesk reads")
    assert re.findall(r"(?m)^\S+", block)[1:-1] == ["scripts/demo", "scripts/test"]


@pytest.mark.parametrize(
    "script", ["scripts/setup", "scripts/demo", "scripts/test", "scripts/test-lowest", ".ci/run", "benchmarks/run"]
)
def test_scripts_can_be_run(script: str) -> None:
    assert os.access(ROOT / script, os.X_OK)
    assert page(script).startswith("#!/")


def test_continuous_integration_runs_the_test_command_of_the_readme() -> None:
    assert page(".ci/run").splitlines()[-1] == "exec scripts/test"


@pytest.mark.parametrize("name", PAGES)
def test_links_lead_somewhere(name: str) -> None:
    folder = (ROOT / name).parent
    assert [link for link in _LINK.findall(page(name)) if not (folder / link).exists()] == []
