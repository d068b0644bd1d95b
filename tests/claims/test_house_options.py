"""What a house may decide for itself: how near is near, who is exempt, which words name nobody, what anonymity costs."""

import pytest

from lint import catalog
from lint.model import Severity

VAGUE, STUDIES, SOURCES = "claims/vague-source", "claims/studies-show", "claims/bare-sources"
FAR = (
    "It rained.\n\nThe pump broke.\n\nIt was mended.\n\nAnd again.\n\nExperts say the dam leaks.\n\nThe road is shut.\n\n"
    "“It leaks,” said Ruth Amdahl, a professor of hydrology."
)


@pytest.mark.parametrize(
    ("window", "severity"), [(0, Severity.WARNING), (1, Severity.WARNING), (2, Severity.SUGGESTION)]
)
def test_the_window_says_how_far_the_answer_may_be(house, window, severity):
    (finding,) = house(VAGUE, FAR, window=window)
    assert finding.severity is severity


def test_the_message_tells_the_window(house):
    (near,) = house(VAGUE, FAR, window=0)
    (next_one,) = house(VAGUE, FAR, window=1)
    assert near.message == "Which experts? Nobody from that group is named before the end of this paragraph."
    assert next_one.message == "Which experts? Nobody from that group is named before the end of the next paragraph."


def test_the_deck_is_answered_by_the_body_however_far(house):
    deck = "---\ndescription: Experts say the dam leaks.\n---\n\nIt rained.\n\n"
    body = FAR.replace("Experts say the dam leaks.", "It rained again.") + "\n\nAmdahl said the dam leaks."
    found = house(VAGUE, deck + body, window=0)
    assert [finding.severity for finding in found] == [Severity.SUGGESTION]


@pytest.mark.parametrize(
    "front", ["section: Opinion", "type: interview", "tags: [letters, harbour]", "category: Op-Ed"]
)
def test_pieces_in_their_own_voice_are_exempt(house, front):
    assert house(VAGUE, f"---\n{front}\n---\n\nExperts say the dam leaks.") == ()


def test_a_house_names_its_own_exempt_sections(house):
    text = "---\nsection: Gossip\n---\n\nExperts say the dam leaks."
    assert len(house(VAGUE, text)) == 1
    assert house(VAGUE, text, exempt=("gossip",)) == ()


def test_a_house_may_exempt_nothing(house):
    assert len(house(VAGUE, "---\nsection: Opinion\n---\n\nExperts say the dam leaks.", exempt=())) == 1


def test_a_house_names_groups_that_name_nobody(house):
    text = "The fee rose. Some stakeholders say it is too high."
    assert house(VAGUE, text) == ()
    (finding,) = house(VAGUE, text, groups=("stakeholders",))
    assert (finding.text, finding.severity) == ("Some stakeholders say", Severity.WARNING)


def test_a_house_is_content_with_some_groups(house):
    text = "The fund fell. Investors believe it will recover."
    assert len(house(VAGUE, text)) == 1
    assert house(VAGUE, text, known=("investors",)) == ()


def test_a_link_is_a_source_unless_the_house_says_no(house):
    text = "[Studies show](https://example.org/naps) that naps help."
    assert house(STUDIES, text) == ()
    assert len(house(STUDIES, text, links="no")) == 1


def test_a_footnote_is_a_source_unless_the_house_says_no(house):
    text = "Studies show that naps help.[^1]\n\n[^1]: A journal of sleep."
    assert house(STUDIES, text) == ()
    assert len(house(STUDIES, text, links="no")) == 1


def test_a_house_that_prints_no_unnamed_source_asks_even_with_a_reason(house):
    text = "Sources said the sale had stalled. They asked not to be named because they still work there."
    assert house(SOURCES, text) == ()
    (finding,) = house(SOURCES, text, anonymous="never")
    assert finding.message == "Who says so? The house prints no unnamed sources."


@pytest.mark.parametrize(("times", "found"), [(2, 1), (3, 1), (4, 0)])
def test_a_house_says_how_often_is_too_often(house, times, found):
    text = "Experts say it leaks. Critics say it is old. Many analysts say it will fall."
    assert len(house("claims/vague-density", text, times=times)) == found


@pytest.mark.parametrize(("spread", "found"), [(2, 0), (300, 1)])
def test_a_house_says_over_how_many_words_vague_sources_are_too_dense(house, spread, found):
    text = "Experts say it leaks. Critics say it is old. Many analysts say it will fall. Some observers say it has."
    assert len(house("claims/vague-density", text, spread=spread)) == found


def test_every_rule_of_claims_that_exempts_pieces_exempts_opinion():
    exempting = [rule for rule in catalog.load().rules if rule.family == "claims" and "exempt" in rule.options]
    assert len(exempting) > 10
    assert all("opinion" in rule.options["exempt"] for rule in exempting)
