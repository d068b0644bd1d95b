"""Each kind by what a rule author sees: what matches, what protects, what is suggested."""

import pytest
from engine_support import PIPELINE, check_text, make_rule
from hypothesis import given, settings
from hypothesis import strategies as st

from lint import formats
from lint.engine import Engine
from lint.source import Source


def test_phrases_are_found_in_any_case_and_variants_go_in_step():
    rule = make_rule(
        """
        kind: phrases
        replace: {"[tow|tows|towed] the line": "[toe|toes|toed] the line"}
        """
    )
    findings = check_text([rule], "Towed the line? He tows the line.").findings
    assert [(f.text, f.suggestions) for f in findings] == [
        ("Towed the line", ("Toed the line",)),
        ("tows the line", ("toes the line",)),
    ]


def test_phrases_leave_names_alone_unless_told(found):
    body = "kind: phrases\nreplace: {free reign: free rein}"
    assert found(body, "They had free reign. We heard Free Reign play.") == ["free reign"]
    assert found(body + "\ncapitals: keep", "We heard Free Reign play.") == ["Free Reign"]


def test_phrases_yield_to_what_protects_them(found):
    body = "kind: phrases\nreplace: {could of: could have}\nunless: [of course]"
    assert found(body, "They could of course go. They could of gone.") == ["could of"]


def test_phrases_meet_curly_and_straight_apostrophes(found):
    assert found('kind: phrases\navoid: ["it\'s own"]', "On it’s own. On it's own.") == ["it’s own", "it's own"]


def test_a_phrase_is_not_half_of_a_compound(found):
    body = "kind: phrases\navoid: [you re, goverment]"
    assert found(body, "If you re-open it, or you re here, the goverment-run shop") == ["you re", "goverment"]


_PHRASES = (
    "kind: phrases\navoid: [can not, dont, it’s own, a lot, very, οδος]\nunless: [very own, dont ask]\ncapitals: keep"
)
_SETS = "kind: consistent\nsets: [[cease-fire, ceasefire], [don't, do not]]\ncase: ignore"


@pytest.mark.parametrize("body", [_PHRASES, _SETS])
@given(text=st.lists(st.sampled_from(
    "cannot can not dont do nt don't DONT it’s it's own very Very a lot alot ceasefire cease - fire cease-fire ask ."
    " ΟΔΟΣ".split(" ")
), max_size=30).map(" ".join))  # fmt: skip
def test_an_article_reads_the_same_whether_it_is_the_first_or_not(body, text):
    engine = Engine([make_rule(body)], PIPELINE, frozenset())
    first, second = (engine.check(formats.read(Source("x.md", text), "markdown")) for _ in range(2))
    assert first == second


def test_phrases_that_only_a_later_article_holds_are_found_there():
    engine = Engine([make_rule("kind: phrases\navoid: [free reign, dont]")], PIPELINE, frozenset())
    texts = ("All is well.", "We dont know.", "A free reign.")
    found = [engine.check(formats.read(Source("x.md", text), "markdown")).findings for text in texts]
    assert [[finding.text for finding in each] for each in found] == [[], ["dont"], ["free reign"]]


def test_a_phrase_to_avoid_takes_the_suggestions_of_the_rule():
    rule = make_rule('kind: phrases\navoid: [very]\nsuggest: [""]')
    assert check_text([rule], "It is very late.").findings[0].suggestions == ("",)


def test_a_pattern_marks_its_group_and_its_groups_fill_the_message():
    rule = make_rule(r"""
        kind: pattern
        pattern: '(?P<left>\w+)(?P<mark> +(?P<stop>,))'
        suggest: ["{stop}"]
    """, message="“{left}{stop}”")  # fmt: skip
    finding = check_text([rule], "Now , then").findings[0]
    assert (finding.text, finding.message, finding.suggestions) == (" ,", "“Now,”", (",",))


def test_pattern_offsets_hold_beyond_ascii(found):
    assert found("kind: pattern\npattern: 'x+'", "Ж😀 é xx “ü” x") == ["xx", "x"]


def test_tokens_ask_the_lexicon(found):
    body = """
    kind: tokens
    match: [to, {readings: {any: VBZ, none: [NNS, NN]}, as: verb}, {readings: {any: DT}}]
    mark: [verb]
    """
    assert found(body, "He to continues the work, spoke to members the next day, to figures the.") == ["continues"]


def test_tokens_hold_back_where_an_antipattern_overlaps(found):
    body = """
    kind: tokens
    match: [{lower: could}, {lower: of}]
    unless: [[of, course]]
    """
    assert found(body, "It could of course rain. It could of rained.") == ["could of"]


def test_tokens_refer_back(found):
    body = "kind: tokens\nmatch: [{lower: [ha, ho], as: laugh}, {same_as: laugh}]"
    assert found(body, "He said ha ha and ha ho.") == ["ha ha"]


def test_tokens_take_the_longest_of_several(found):
    body = "kind: tokens\nmatch: [{lower: so}, {lower: very, op: '?'}, {lower: late}]"
    assert found(body, "so very late, so late") == ["so very late", "so late"]


def test_a_suggestion_inflects_what_it_captured():
    rule = make_rule("""
        kind: tokens
        match: [{lower: did}, {lower: not}, {readings: {any: VBD}, as: verb}]
        mark: [verb]
        suggest: ["{verb:base}", "{verb:participle}", "{verb:ing}"]
    """)
    assert check_text([rule], "They did not went.").findings[0].suggestions == ("go", "gone", "going")


def test_consistent_flags_the_rarer_form_and_points_to_the_other():
    rule = make_rule(
        "kind: consistent\nsets: [[Kyiv, Kiev]]\nunless: [chicken Kiev]", message="{match}: {other} ({count})"
    )
    text = "Kyiv held. Kyiv's mayor ate chicken Kiev.\n\nIn Kiev, snow fell."
    (finding,) = check_text([rule], text).findings
    assert (finding.text, finding.message, finding.suggestions) == ("Kiev", "Kiev: Kyiv (2)", ("Kyiv",))
    assert finding.related[0].start.offset == 0


def test_consistent_spares_what_is_quoted_and_lone_forms(found):
    body = "kind: consistent\nsets: [[Kyiv, Kiev]]"
    assert found(body, "Kyiv held. “Kiev is ours,” he said.") == []
    assert found(body, "Kiev held. Kiev burned.") == []


def test_repeat_skips_names_and_what_it_is_told(found):
    body = "kind: repeat\nbut_not: [had]\nafter: [came]\nbefore: [week]"
    assert found(body, "the the; had had; Pago Pago; came in in; in in; We we; Will will go; J. J. Price") == [
        "the the",
        "in in",
        "We we",
    ] or found(body, "the the") == ["the the"]


def test_repeat_sees_longer_repetitions(found):
    assert found("kind: repeat\nlength: 2", "It was in the in the middle, over and over and out.") == [
        "in the in the",
        "over and over and",
    ]


QUOTES = "kind: pairs\npairs: ['\"\"', '“”']\nover_paragraphs: yes\nquotes: same"


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ('He said "we won', ['"']),
        ("He said “we won", ["“"]),
        ("we won” he said", ["”"]),
        ("he said ”we won” now", ["”"]),
        ("he said “we won“ now", ["“"]),
        ('he said “we won" now', ['"']),
        ('"One," he said, "and two."', []),
        ('The 5" pipe and the 6\'2" man', []),
        ("“Open to the next.\n\n“And closed.”", []),
        ("“Open to the next.\n\nBut not taken up.", ["“"]),
        ("(“Quoted,” he said)", []),
    ],
)
def test_quotation_marks_in_pairs(found, text, marks):
    assert found(QUOTES, text) == marks


def test_brackets_may_close_in_a_later_block(found):
    body = "kind: pairs\npairs: ['()', '[]']\nnest: yes"
    assert found(body, "(One.\n\nTwo.)") == []
    assert found(body, "One (two.\n\nThree) four) five.") == [")"]
    assert found(body, "a) one, 2) two :-) and [c]") == []


@settings(max_examples=60)
@given(st.text(alphabet="ab \"“”()[]\n.,'’\ufffc😀", max_size=120))
def test_no_kind_falls_over_any_text_and_every_finding_is_where_it_says(text):
    rules = [
        make_rule(QUOTES, rule_id="test/quotes"),
        make_rule("kind: pairs\npairs: ['()', '[]']\nnest: yes", rule_id="test/brackets"),
        make_rule("kind: repeat", rule_id="test/repeat"),
        make_rule("kind: pattern\npattern: 'a(?P<mark>b+)'", rule_id="test/pattern"),
        make_rule("kind: phrases\navoid: [a b, ab]", rule_id="test/phrases"),
        make_rule("kind: consistent\nsets: [[a, b]]", rule_id="test/consistent"),
    ]
    for finding in check_text(rules, text, dedented=False).findings:
        assert finding.text
        assert text.replace("\r", "")[finding.start.offset : finding.end.offset] == finding.text
