"""What other programs rely on: valid documents, whatever the article, the rule or the file's name holds."""

import json
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path, PureWindowsPath
from typing import Any, NamedTuple
from xml.etree import ElementTree as ET

import jsonschema
import marko
import pytest
import sample
from hypothesis import given, settings
from hypothesis import strategies as st

from lint.errors import Place, UserError
from lint.model import Fix, Position, Related, Safety, Severity
from lint.report import FileReport, Report, Skipped
from lint.reporters.columns import Ruler, Unit
from lint.reporters.github_summary import escaped
from lint.reporters.registry import FORMATS, render
from lint.reporters.wellformed import slashed, uri
from lint.reporters.wording import told
from lint.source import Source

SCHEMA = Path(__file__).parent / "schemas" / "sarif-2.1.0-rtm.5.json"
TRAPS = [
    "::",
    "##[",
    "%0A",
    "\n",
    "\r",
    "]]>",
    "&",
    "<",
    "\x00",
    "\udce9",
    "](",
    "|",
    "`",
    "🎡",
    "@a",
    "www.a.b",
    "{0}",
]
TEXT = st.lists(st.sampled_from(TRAPS) | st.text(max_size=6), max_size=6).map("".join)
ARTICLE = TEXT.filter(lambda text: "\udce9" not in text)  # an article is decoded UTF-8
GITLAB = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string"},
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "minLength": 1},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}, "end": {"type": "integer"}},
                    },
                },
            },
        },
    },
}
_PLACE = {
    "type": "object",
    "required": ["line"],
    "properties": {"line": {"type": "integer", "minimum": 1}, "column": {"type": "integer", "minimum": 1}},
    "additionalProperties": False,
}
_RANGE = {"type": "object", "required": ["start"], "properties": {"start": _PLACE, "end": _PLACE}}
RDJSON = {
    "type": "object",
    "required": ["source", "diagnostics"],
    "properties": {
        "diagnostics": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["message", "location"],
                "additionalProperties": False,
                "properties": {
                    "message": {"type": "string", "minLength": 1},
                    "severity": {"enum": ["ERROR", "WARNING", "INFO"]},
                    "code": {"type": "object", "required": ["value"]},
                    "location": {
                        "type": "object",
                        "required": ["path"],
                        "properties": {"path": {"type": "string", "minLength": 1}, "range": _RANGE},
                    },
                    "suggestions": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "required": ["range", "text"],
                            "properties": {"range": _RANGE, "text": {"type": "string"}},
                        },
                    },
                },
            },
        },
    },
}


@cache
def sarif_schema() -> jsonschema.protocols.Validator:
    return jsonschema.Draft4Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))


@st.composite
def reports(draw: st.DrawFn) -> Report:
    """Make a report of one file with one finding somewhere in it, one problem, one file skipped."""
    source = Source(draw(TEXT) or "a.md", draw(ARTICLE))
    start, end = sorted(draw(st.tuples(*[st.integers(0, len(source.text))] * 2)))
    stretch = {"start": source.position(start), "end": source.position(end)}
    found = sample.finding(
        source,
        "",
        draw(TEXT) or "a/b",
        draw(st.sampled_from(Severity)),
        message=draw(TEXT) or "No.",
        text=source.text[start:end],
        suggestions=tuple(draw(st.lists(ARTICLE, max_size=2))),
        fixes=(Fix(draw(ARTICLE), Safety.SAFE, (sample.Edit(start, end, draw(ARTICLE)),)),),
        related=(Related(draw(TEXT), **stretch),),
        **stretch,
    )
    problem = UserError(draw(TEXT) or "No.", Place(draw(TEXT) or "a.md", *draw(st.tuples(*[st.integers(0, 9)] * 2))))
    skipped = Skipped(draw(TEXT) or "a.md", draw(TEXT))
    return Report((FileReport(source.path, source, (found,)),), (problem,), (skipped,), (problem,), (skipped,))


def parsed(form: str, report: Report) -> Any:
    return json.loads(render(form, report, sample.view()))


class Command(NamedTuple):
    name: str
    properties: Mapping[str, str]
    data: str


def _unescaped(text: str, *, property_too: bool = False) -> str:
    for code, char in [("%0D", "\r"), ("%0A", "\n"), *([("%3A", ":"), ("%2C", ",")] if property_too else [])]:
        text = text.replace(code, char)
    return text.replace("%25", "%")


def obeyed(log: str) -> list[Command]:
    """Give the commands that a runner finds in a log; fail where it would find one of the old kind, or none, in a line."""
    commands = []
    for line in re.split(r"\r\n|\r|\n", log)[:-1]:
        head, colons, data = line.removeprefix("::").partition("::")
        name, _, properties = head.partition(" ")
        assert line.startswith("::")
        assert colons
        pairs = [pair.split("=", 1) for pair in properties.split(",")]
        commands.append(
            Command(name, {key: _unescaped(value, property_too=True) for key, value in pairs}, _unescaped(data))
        )
    return commands


@given(reports())
def test_github_obeys_one_command_for_each_query_and_each_problem_and_no_other(report: Report) -> None:
    problem, query, notice = obeyed(render("github", report, sample.view()))
    file = report.files[0]
    names = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.SUGGESTION: "notice"}
    assert (problem.name, query.name, notice.name) == ("error", names[file.findings[0].severity], "notice")
    assert set(query.properties) <= {"file", "line", "endLine", "col", "endColumn", "title"}
    assert query.properties["file"] == slashed(Path(file.path))
    assert set(problem.properties) <= {"file", "line", "col", "title"}
    assert query.data == "\n".join(told(file.findings[0]))


def test_github_is_told_first_when_there_is_more_than_it_shows(report) -> None:
    words = [f"word{number}" for number in range(10, 22)]
    many = report(" ".join(words), *words)
    told_first, *others = obeyed(render("github", many, sample.view()))
    assert len(others) == 12
    assert (told_first.name, told_first.data) == ("notice", "12 errors; GitHub shows the first 10 of each in a step.")
    few = obeyed(render("github", report(" ".join(words), *words[:10]), sample.view()))
    assert [command.name for command in few] == ["error"] * 10


@pytest.mark.parametrize("form", ["junit", "checkstyle"])
@given(report=reports())
def test_xml_is_well_formed_whatever_it_holds(form: str, report: Report) -> None:
    text = render(form, report, sample.view())
    root = ET.fromstring(text.encode("utf-8"))  # noqa: S314 - our own
    name = re.sub("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "\ufffd", report.files[0].path)
    assert root[0].get("name") == name


@settings(max_examples=40)
@given(reports())
def test_sarif_is_valid_whatever_it_holds(report: Report) -> None:
    sarif_schema().validate(parsed("sarif", report))


def test_sarif_of_a_report_with_everything_and_of_an_empty_one_is_valid() -> None:
    sarif_schema().validate(parsed("sarif", sample.report()))
    sarif_schema().validate(parsed("sarif", Report(())))


@given(reports())
def test_gitlab_and_reviewdog_get_what_they_ask_for_whatever_it_holds(report: Report) -> None:
    jsonschema.validate(parsed("gitlab", report), GITLAB)
    jsonschema.validate(parsed("rdjson", report), RDJSON)


def test_gitlab_and_reviewdog_get_what_they_ask_for_from_a_report_with_everything() -> None:
    issues = parsed("gitlab", sample.report())
    jsonschema.validate(issues, GITLAB)
    jsonschema.validate(parsed("rdjson", sample.report()), RDJSON)
    assert len({issue["fingerprint"] for issue in issues}) == len(issues) == 12


@given(TEXT)
def test_markdown_shows_a_text_and_makes_nothing_of_it(text: str) -> None:
    page = marko.Markdown(extensions=["gfm"]).parse(
        f"- Copydesk: {escaped(text)}\n\n| a |\n|---|\n| b {escaped(text)} |\n"
    )
    allowed = {"Document", "List", "ListItem", "Paragraph", "RawText", "Literal", "Table", "TableRow", "TableCell"}
    allowed |= {"BlankLine", "InlineHTML"}
    kinds = []

    def walk(element: Any) -> None:
        kinds.append(type(element).__name__)
        if kinds[-1] == "InlineHTML":
            assert element.children == "<!-- -->"
        for child in element.children if isinstance(getattr(element, "children", None), list) else []:
            walk(child)

    walk(page)
    assert set(kinds) <= allowed
    assert kinds.count("TableCell") == 2
    assert kinds.count("List") == 1


@given(ARTICLE, st.data())
def test_columns_are_what_encoding_the_line_would_count(text: str, data: st.DataObject) -> None:
    source = Source("a.md", text)
    place = source.position(data.draw(st.integers(0, len(source.text))))
    before = source.text[: place.offset]
    line = before[len(before) - place.column + 1 :]
    assert Ruler(source.text, Unit.UTF8).column(place) == len(line.encode()) + 1
    assert Ruler(source.text, Unit.UTF16).column(place) == len(line.encode("utf-16-le")) // 2 + 1
    assert Ruler(source.text, Unit.UTF16).offset(place.offset) == len(before.encode("utf-16-le")) // 2


def test_a_wheel_counts_one_for_us_two_for_github_and_four_for_reviewdog(report) -> None:
    found = report("🎡 wheel", "wheel", path="a.md")
    assert found.files[0].findings[0].start == Position(1, 3, 2)
    assert "col=4,endColumn=9" in render("github", found, sample.view())
    assert parsed("sarif", found)["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"] == {
        "startLine": 1,
        "startColumn": 4,
        "endLine": 1,
        "endColumn": 9,
        "charOffset": 3,
        "charLength": 5,
        "snippet": {"text": "wheel"},
    }
    assert parsed("rdjson", found)["diagnostics"][0]["location"]["range"]["start"] == {"line": 1, "column": 6}


def test_paths_are_uris_on_every_system() -> None:
    assert uri(PureWindowsPath("drafts\\über uns\\a b.md")) == "drafts/%C3%BCber%20uns/a%20b.md"
    assert uri(PureWindowsPath("C:\\drafts\\a.md")) == "file:///C:/drafts/a.md"
    assert uri(Path("a:b%.md")) == "a%3Ab%25.md"
    assert uri(Path("/srv/a b.md")) == "file:///srv/a%20b.md"
    assert uri(Path("../caf\udce9.md")) == "../caf%E9.md"
    assert slashed(PureWindowsPath("drafts\\a.md")) == "drafts/a.md"


@given(reports())
def test_what_stands_around_a_finding_is_more_than_the_finding_or_left_out(report: Report) -> None:
    place = parsed("sarif", report)["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    inner, outer = place["region"], place.get("contextRegion", place["region"])
    before = inner["charOffset"] - outer["charOffset"]
    after = outer["charLength"] - inner["charLength"] - before
    assert min(before, after) >= 0
    assert (before or after) or "contextRegion" not in place


def test_sarif_tells_of_each_rule_once_and_of_its_family() -> None:
    run = parsed("sarif", sample.report())["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == sorted(
        ["elsewhere/unknown-here", "house/going-forward", "house/spelt", "house/utilise", "house/very"]
    )
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in run["results"])
    taxa = run["taxonomies"][0]["taxa"]
    targets = [rule["relationships"][0]["target"] for rule in rules]
    assert [taxa[target["index"]]["id"] for target in targets] == [rule["id"].split("/")[0] for rule in rules]
    assert rules[3]["help"]["markdown"].startswith("# house/utilise\n")


def test_sarif_says_whether_the_run_succeeded() -> None:
    def told(report: Report) -> tuple[bool, int | None]:
        invocation = parsed("sarif", report)["runs"][0]["invocations"][0]
        return invocation["executionSuccessful"], invocation.get("exitCode")

    assert told(sample.report()) == (False, 2)
    assert told(Report(())) == (True, None)


def test_a_message_with_brackets_is_no_link_in_sarif(report) -> None:
    found = report("the the fair", "the the", message="See [the fair](1).")
    assert parsed("sarif", found)["runs"][0]["results"][0]["message"]["text"] == "See \\[the fair\\](1)."


def test_what_stands_around_a_finding_is_a_piece_of_a_long_line(report) -> None:
    found = report("x " * 5000 + "the the" + " y" * 5000, "the the")
    region = parsed("sarif", found)["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["contextRegion"]
    assert region["charLength"] == 407
    assert region["snippet"]["text"].strip("xy ") == "the the"


def test_a_stream_begins_with_the_run_and_ends_with_the_summary() -> None:
    lines = [json.loads(line) for line in render("jsonl", sample.report(), sample.view()).splitlines()]
    kinds = [line["type"] for line in lines]
    assert (kinds[0], kinds[-1]) == ("run", "summary")
    whole = parsed("json", sample.report())
    findings = [
        {"type": "finding", "path": file["path"], **each} for file in whole["files"] for each in file["findings"]
    ]
    assert [line for line in lines if line["type"] == "finding"] == findings
    assert len(findings) == 10


def test_a_summary_that_would_be_too_long_for_github_says_what_is_missing(report) -> None:
    words = [f"word{number}" for number in range(1000, 2000)]
    many = report(" ".join(words), *words, message="x" * 2000)
    page = render("github-summary", many, sample.view())
    listed = page.count("| error |")
    assert 0 < listed < 1000
    assert len(page.encode()) < 1_000_000
    assert page.endswith(f"\n{1000 - listed} findings more would not fit here.\n")


def test_cases_are_counted_in_junit() -> None:
    root = ET.fromstring(render("junit", sample.report(), sample.view()))  # noqa: S314 - our own
    counts = {name: root.get(name) for name in ("tests", "failures", "errors", "skipped")}
    assert counts == {"tests": "14", "failures": "10", "errors": "2", "skipped": "1"}


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_ends_its_last_line(form: str) -> None:
    assert render(form, sample.report(), sample.view()).endswith("\n")


def _at(text: str, place: Mapping[str, int]) -> int:
    """Give the offset, in bytes of UTF-8, of a line and column as reviewdog counts them."""
    ends = [0, *(len(text[: match.end()].encode()) for match in re.finditer("\r\n|\r|\n", text))]
    return ends[place["line"] - 1] + place["column"] - 1


@given(reports())
def test_a_fix_applied_as_its_format_says_is_the_fix(report: Report) -> None:
    text, (edit,) = report.files[0].source.text, report.files[0].findings[0].fixes[0].edits
    fixed = text[: edit.start] + edit.text + text[edit.end :]
    change = parsed("sarif", report)["runs"][0]["results"][0]["fixes"][0]["artifactChanges"][0]["replacements"][0]
    units, start = text.encode("utf-16-le"), 2 * change["deletedRegion"]["charOffset"]
    end = start + 2 * change["deletedRegion"]["charLength"]
    written = change["insertedContent"]["text"].encode("utf-16-le")
    assert (units[:start] + written + units[end:]).decode("utf-16-le") == fixed
    suggestion = parsed("rdjson", report)["diagnostics"][1]["suggestions"][0]
    data, stretch = text.encode(), suggestion["range"]
    start, end = _at(text, stretch["start"]), _at(text, stretch["end"])
    assert (data[:start] + suggestion["text"].encode() + data[end:]).decode() == fixed


def test_two_edits_of_one_fix_are_one_suggestion_to_reviewdog() -> None:
    suggestions = [each.get("suggestions", []) for each in parsed("rdjson", sample.report())["diagnostics"]]
    assert [each["text"] for several in suggestions for each in several] == [
        "big wheel,” said Chen Mei-ling",
        "and",
        "the",
    ]
