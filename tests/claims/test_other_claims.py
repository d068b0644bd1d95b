"""Quotations of a crowd, bare sources, display quotations and nameless studies: severities, pointers and traps."""

import pytest

from lint.model import Severity

CROWD, SOURCES, DISPLAY, STUDIES = (
    f"claims/{name}" for name in ("quote-by-crowd", "bare-sources", "display-quote", "studies-show")
)


@pytest.mark.parametrize(
    ("rule", "text", "match", "severity"),
    [
        (CROWD, 'Other experts said it shows a wish to "win back the old trade routes."',
         '"win back the old trade routes."', Severity.WARNING),
        (CROWD, "“The ferry is a floating coffin,” many critics say.", "“The ferry is a floating coffin,”", Severity.WARNING),
        (CROWD, "The plan “would drown the old town,” according to activists.", "“would drown the old town,”", Severity.WARNING),
        (CROWD, "Falk and Berg agreed that the town “needs a second bridge.”", "“needs a second bridge.”", Severity.SUGGESTION),
        (SOURCES, "Falk will resign, multiple sources said.", "multiple sources said", Severity.WARNING),
        (SOURCES, "The board split, said people familiar with the vote.", "said people", Severity.WARNING),
        (SOURCES, "A person with knowledge of the talks told the Courier that they failed.",
         "A person with knowledge of the talks told", Severity.SUGGESTION),
        (STUDIES, "Several recent studies have found that cats sleep more in winter.",
         "Several recent studies have found", Severity.WARNING),
        (STUDIES, "A new survey suggests that cats sleep more.", "A new survey suggests", Severity.WARNING),
        (DISPLAY, "# Falk: 'I will never sell the ferry'\n\n“I would not sell that ferry,” Falk said.",
         "'I will never sell the ferry'", Severity.WARNING),
    ],
)  # fmt: skip
def test_a_claim_that_nobody_stands_behind_is_found(findings, rule, text, match, severity):
    (finding,) = findings(rule, text)
    assert (finding.text, finding.severity) == (match, severity)


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        (CROWD, "In an open letter, some economists said the tax was “a gift to the idle rich.”"),
        (CROWD, "Activists held signs that said “give us our river back.”"),
        (CROWD, "Analysts called it a “price war.”"),
        (CROWD, "“It will never sail again,” said Ann Lee, whom critics call stubborn."),
        (CROWD, "Police said the man had shouted “I did it for her.”"),
        (
            SOURCES,
            "Sources said Falk would resign. They spoke on condition of anonymity because the talks are private.",
        ),
        (SOURCES, "A person familiar with the talks, who was not authorized to speak, said they had failed."),
        (SOURCES, "Diplomatic sources said the talks had failed."),
        (SOURCES, "She is familiar with the river and its sources."),
        (STUDIES, "Studies show that cats sleep more, said Ann Lee, a vet."),
        (STUDIES, "Studies by the Lund Institute show that cats sleep more."),
        (
            STUDIES,
            "Research shows that cats sleep more.\n\nA 2019 study, published in Feline Review, followed 300 cats.",
        ),
        (STUDIES, "The polls show nothing new."),
        (DISPLAY, "# Falk: “We … sell nothing”\n\n“We, the people of this town, sell nothing,” Falk said."),
        (DISPLAY, "# “The Ferry at Dawn” wins the prize\n\nThe novel is her first."),
        (DISPLAY, "# Why the 'open sea' matters\n\nIt is wide."),
    ],
)
def test_a_trap_is_left_alone(findings, rule, text):
    assert findings(rule, text) == ()


def test_a_display_quotation_points_to_the_nearest_one(findings):
    text = "# “We will never sell the ferry”\n\nIt rained.\n\n“We shall never sell that ferry,” Falk said. “Ask Berg.”"
    (finding,) = findings(DISPLAY, text)
    (pointer,) = finding.related
    assert text[pointer.start.offset : pointer.end.offset] == "“We shall never sell that ferry,”"


def test_sources_named_again_are_a_suggestion(findings):
    first, again = findings(
        SOURCES, "The sale stalled, people familiar with it said. The price was too high, the people said."
    )
    assert (first.severity, again.severity) == (Severity.WARNING, Severity.SUGGESTION)


@pytest.mark.parametrize("rule", [CROWD, SOURCES, DISPLAY, STUDIES])
@pytest.mark.parametrize("unit", ["“experts say ", "# “a b c”\n\n", "sources said ", "studies show that “x y z” "])
def test_long_and_strange_texts_end_in_time(findings, rule, unit):
    findings(rule, unit * 3_000)
