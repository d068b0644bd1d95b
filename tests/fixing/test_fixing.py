"""Fixes are made until none is left, and only such as change nothing else."""

from pathlib import Path

import pytest

from lint.edits import proposals

TEH = "kind: phrases\nreplace: {teh: the}\nfix: safe"


def swap(wrong: str, right: str, *more: str) -> str:
    return "\n".join((f"kind: pattern\npattern: '{wrong}'\nsuggest: ['{right}']\nquotes: same", *more, "fix: safe"))


def text(name: str = "a.md") -> str:
    return Path(name).read_bytes().decode("utf-8")


def notices(report) -> list[str]:
    return [str(notice) for notice in report.notices]


def left(report) -> list[str]:
    return [finding.text for file in report.files for finding in file.findings]


def test_what_is_fixed_is_counted_by_file_and_rule_and_the_rest_is_reported(desk, fix):
    rules = {"teh": TEH, "alot": swap(r"\balot\b", "a lot"), "very": "kind: phrases\navoid: [very]\nsuggest: ['']"}
    desk(rules, a_md="It is teh end of alot, very late, of teh day.\n", b_md="Nothing here.\n")
    report = fix("a.md", "b.md")
    assert text() == "It is the end of a lot, very late, of the day.\n"
    assert [file.fixed for file in report.files] == [(("house/alot", 1), ("house/teh", 2)), ()]
    assert (report.fixed, left(report), report.errors) == (3, ["very"], ())


def test_findings_are_those_of_the_new_text_at_its_places(desk, fix):
    desk(
        {"alot": swap(r"\balot\b", "a lot"), "very": "kind: phrases\navoid: [very]"}, a_md="There is alot, very late.\n"
    )
    (finding,) = fix().files[0].findings
    assert text()[finding.start.offset : finding.end.offset] == "very"


def test_unsafe_fixes_are_made_only_where_they_are_asked_for(desk, fix):
    from lint.model import Safety

    desk({"teh": TEH.replace("safe", "unsafe")}, a_md="It is teh end.\n")
    assert (fix().fixed, text()) == (0, "It is teh end.\n")
    assert (fix(safeties=frozenset({Safety.SAFE, Safety.UNSAFE})).fixed, text()) == (1, "It is the end.\n")


def test_a_fix_that_is_one_of_several_is_not_safe(desk, fix):
    desk({"thir": "kind: phrases\nreplace: {thir: [their, this]}\nfix: safe"}, a_md="It is thir day.\n")
    assert (fix().fixed, text()) == (0, "It is thir day.\n")


def test_a_fix_may_lead_to_the_next_one(desk, fix):
    desk(
        {"one": swap("grene", "greene"), "two": swap("greene", "green", "severity: warning")}, a_md="The grene door.\n"
    )
    report = fix()
    assert (text(), report.files[0].fixed) == ("The green door.\n", (("house/one", 1), ("house/two", 1)))


def test_of_fixes_that_touch_the_graver_is_made_first_and_the_other_looks_again(desk, fix):
    rules = {
        "first": swap(r"\bblu\b", "blue", "severity: warning"),
        "second": swap("-ish", "ey"),
        "third": swap("bluey", "navy", "severity: warning"),
    }
    desk(rules, a_md="The blu-ish door.\n")
    report = fix()
    assert text() == "The navy door.\n"
    assert report.files[0].fixed == (("house/second", 1), ("house/third", 1))


def test_fixes_that_undo_each_other_are_not_made_and_told(desk, fix):
    grey, gray = (
        swap(rf"\b{one}\b", other, "severity: warning") for one, other in (("grey", "gray"), ("gray", "grey"))
    )
    desk({"grey": grey, "gray": gray, "teh": TEH}, a_md="It is grey.\n\nTeh end.\n")
    report = fix()
    once = text()
    assert once.endswith("The end.\n")
    assert ["another fix undoes it" in notice for notice in notices(report)] == [True]
    assert [str(notice) for notice in fix().notices] != []
    assert text() == once


def test_a_fix_that_never_ends_is_not_made_and_told(desk, fix):
    desk({"so": swap(r"\bso\b", "so so")}, a_md="It is so.\n")
    report = fix()
    assert (text(), report.fixed) == ("It is so.\n", 0)
    assert notices(report) == ["a.md:1:7: A fix of house/so was not made: fixing did not come to rest."]


def test_a_fix_that_would_bring_another_rule_s_error_is_not_made_and_the_others_are(desk, fix):
    rules = {"teh": TEH, "use": swap(r"\butilise\b", "yuse"), "yuse": "kind: phrases\navoid: [yuse]"}
    desk(rules, a_md="Of teh end. They utilise teh door.\n\nAnd teh rest.\n")
    report = fix()
    assert text() == "Of the end. They utilise the door.\n\nAnd the rest.\n"
    assert notices(report) == ["a.md:1:18: A fix of house/use was not made: it would bring an error of house/yuse."]
    assert left(report) == ["utilise"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a_md", "hashmark here\n\nteh end\n"),
        ("a_md", "One.\nhashmark here and teh end.\n"),
        ("a_html", "<p>hashmark here</p><p>the</p>"),
        ("a_md", "---\ntitle: 'A hashmark here'\n---\n\nIt is teh end.\n"),
    ],
)
def test_a_fix_that_would_change_the_markup_is_not_made_and_the_others_are(desk, fix, name, content):
    sign = {"a_html": "<b>", "a_md": "# "}[name] if "title" not in content else "it''s d'"
    desk({"hash": swap("hashmark ", sign.replace("'", "''")), "teh": TEH}, **{name: content})
    report = fix(name.replace("_", "."))
    assert text(name.replace("_", ".")) == content.replace("teh", "the")
    assert ["house/hash" in notice for notice in notices(report)] == [True]


def test_words_between_quotation_marks_are_never_changed(desk, fix):
    content = 'She said, "It is teh end."\n\n“It is teh end,” he said.\n\n> It is teh end.\n\nIt is “teh.”\n'
    desk({"teh": TEH + "\nquotes: same"}, a_md=content)
    report = fix()
    assert (text(), report.fixed, len(left(report))) == (content, 0, 4)


def test_the_marks_themselves_may_be_set_right(desk, fix):
    desk({"space": swap("[.]”she", ".” she")}, a_md="“It is done.”she said.\n")
    fix()
    assert text() == "“It is done.” she said.\n"


@pytest.mark.parametrize("content", ["It is t&#101;h end.\n", "It is t*e*h end.\n", "It is `teh` end.\n"])
def test_what_is_broken_by_markup_is_not_fixed(desk, fix, content):
    desk({"teh": TEH}, a_md=content)
    fix()
    assert text() == content


@pytest.mark.parametrize(
    "around",
    [
        b"One.\r\n\r\n%s\r\n\r\nTwo.\r\n",
        b"One.\r\r%s\r\rTwo.",
        b"One.\n\n%s\r\n\nTwo.\r\r\n",
        b"\xef\xbb\xbfOne.\n\n%s",
        "Ünë “quoted”…  \n\n%s\u2028 \U0001f30a e\u0301\n".encode().replace(b"%%", b"%"),
        b"---\r\ntitle: x\r\n---\r\n\r\n%s \t\r\n",
    ],
)
def test_outside_the_edits_every_byte_stays(desk, fix, around):
    desk({"teh": TEH}, a_md=around.replace(b"%s", b"It is teh end of teh day."))
    assert fix().fixed == 2
    assert Path("a.md").read_bytes() == around.replace(b"%s", b"It is the end of the day.")


def test_what_is_not_utf_8_is_not_touched(desk, fix):
    desk({"teh": TEH}, a_md=b"It is teh end\xff.\n", b_md="It is teh end.\n")
    report = fix("a.md", "b.md")
    assert Path("a.md").read_bytes() == b"It is teh end\xff.\n"
    assert (text("b.md"), len(report.errors)) == ("It is the end.\n", 1)


def test_standard_input_is_fixed_without_touching_the_file_of_that_name(desk, fix):
    from lint.session import STDIN

    desk({"teh": TEH}, stdin_md="It is teh end.\n")
    texts: list[bytes] = []
    report = fix(STDIN, stdin=b"Of teh day.\r\n", texts=texts)
    assert (texts, report.fixed) == ([b"Of the day.\r\n"], 1)
    assert text("stdin.md") == "It is teh end.\n"


def test_a_crash_while_fixing_is_told_and_the_file_stays(desk, fix, monkeypatch):
    from lint import edits

    def crash(*_: object) -> list[str]:
        raise ZeroDivisionError

    desk({"teh": TEH}, a_md="It is teh end.\n")
    monkeypatch.setattr(edits, "read_after", crash)
    report = fix()
    assert "ZeroDivisionError" in str(report.errors[0])
    assert (text(), left(report), report.fixed) == ("It is teh end.\n", ["teh"], 0)


def test_many_bad_fixes_end_in_time_and_are_told(desk, fix):
    from lint.model import Safety

    rules = {"use": swap(r"\butilise\b", "yuse"), "yuse": "kind: phrases\navoid: [yuse]"}
    desk(rules, a_md="".join(f"They utilise it {number}.\n\n" for number in range(60)))
    before = text()
    report = fix()
    assert text() == before
    assert len(notices(report)) == 60
    assert "too many others" in notices(report)[-1]
    assert len(proposals(report.files[0].findings, frozenset({Safety.SAFE}))) == 60


def test_a_stet_that_holds_nothing_back_goes_and_one_that_does_keeps_its_words(desk, fix):
    rules = {"old": "kind: stets\nfix: safe\nseverity: warning", "teh": TEH, "alot": swap(r"\balot\b", "a lot")}
    stet = "<!-- stet house/teh: as carved -->\n"
    desk(rules, a_md=f"{stet}It is the end.\n\n{stet}It is teh end of alot.\n")
    report = fix()
    assert text() == f"It is the end.\n\n{stet}It is teh end of a lot.\n"
    assert (left(report), report.files[0].stet) == ([], 1)
