"""Who are “some experts”? A warning when nobody from the group is named, a pointer when somebody is."""

import pytest

from lint.model import Severity

RULE = "claims/vague-source"

RESOLVED = [
    (
        (
            "Some experts have said the harbour deal suits both towns.\n\n"
            "“Both get a ferry out of it,” said Ruth Amdahl, a researcher at the University of Bergen."
        ),
        "Some experts have said",
        "Ruth Amdahl",
    ),
    (
        (
            "Analysts believe the merger will be blocked.\n\n"
            "Market share is the obstacle, according to Piet Vos, an economist who advises two ministries."
        ),
        "Analysts believe",
        "Piet Vos",
    ),
    (
        (
            "Other scholars argue that the wreck is older.\n\n## Rings of oak\n\n"
            "Hanna Brekke, professor of archaeology in Lund, said the oak was felled in 1410."
        ),
        "Other scholars argue",
        "Hanna Brekke",
    ),
    (
        (
            "The tariff will backfire, many observers now say.\n\nThe minister left early.\n\n"
            "“It taxes our own mills,” says Ines Cardoso, a fellow at the Tagus Institute."
        ),
        "many observers now say",
        "Ines Cardoso",
    ),
    (
        (
            "Critics of the plan say the tunnel will flood.\n\n"
            "“The tunnel lies below the spring tide,” Councillor Omar Diallo said. “It has flooded before.”"
        ),
        "Critics of the plan say",
        "Councillor Omar Diallo",
    ),
    (
        "Historians have long doubted the story. “There was no fire that year,” said Lotte Maas, a historian in Ghent.",
        "Historians have long doubted",
        "Lotte Maas",
    ),
    (
        (
            "Experts warn that the dunes are shrinking.\n\nThe walk takes an hour.\n\nBring water.\n\nThe path is closed.\n\n"
            "“We lose two metres a year,” said Jon Eide, a geologist at the University of Bergen."
        ),
        "Experts warn",
        "Jon Eide",
    ),
]

UNRESOLVED = [
    ("The bridge reopened on Monday. Some experts say it will not last.\n\nTraffic was light.", "Some experts say"),
    (
        (
            "The mayor spoke first.\n\nHe was cheered.\n\nHe left.\n\nMany cybersecurity researchers have alleged that the "
            "port was robbed from within.\n\n“It is a lie,” Mayor Jonas Falk said."
        ),
        "Many cybersecurity researchers have alleged",
    ),
    ("The fish came back in May. According to critics, the count was wrong.", "According to critics"),
    (
        "The tax was cut in June, a step that a number of economists had called reckless.",
        "a number of economists had called",
    ),
    ("The band split. Some said money was the reason.\n\nThe tour went on.", "Some said"),
    ("The plan is dismissed by most analysts as too dear.", "dismissed by most analysts"),
    ("“The ice is too thin,” insiders said.", "insiders said"),
    ("The vote drew a crowd, with activists warning of fraud.", "activists warning"),
]

SILENT = {
    "officials are a role": "Officials said the road was safe. Police and prosecutors have said so too.",
    "a spokeswoman is a role": "A spokeswoman for the port said the crane was old.",
    "a group at a named body": "Analysts at Meridian Bank expect a loss. Researchers from Lund University warn of more.",
    "a body's own experts": "UN experts said the camp was full. The ministry's scientists agree.",
    "the experts told of before": "Two panels met. The experts said nothing new.",
    "inside reported speech": "Falk said that many analysts believe the merger will fail.",
    "reported at the end": "Many analysts believe the merger will fail, Falk said.",
    "inside a quotation": "“Experts say so, and they are wrong,” Falk said.",
    "named, with others": "Maas and other historians said the story was false.",
    "a question": "Would experts say the same of a smaller town?",
    "a negation": "Experts did not say the town was too small.",
    "a condition": "The plan dies if experts find fault with it.",
    "asked by a pollster": "Economists polled by Meridian News expect growth.",
    "a noun, no verb": "Some questions remain, and several claims were paid. He needs some praise for it.",
    "a participle": "Activists accused of theft were freed. We answered some frequently asked questions.",
    "a hope": "Supporters hope to win, and many residents want to vote again.",
    "a headline": "# Experts say the dunes are shrinking\n\nThe dunes lost two metres.",
    "a block quotation": "> Experts say the dunes are shrinking.",
    "an opinion piece": "---\ncategory: Editorial\n---\n\nExperts say the dunes are shrinking.",
    "an author who argues": "Experts say the dunes are shrinking. I argue that they move.",
    "part of those told of": "The tribes traded with both. Many of them also feared the king.",
}


@pytest.mark.parametrize(("text", "match", "name"), RESOLVED)
def test_a_vague_source_that_is_named_soon_is_a_suggestion_that_points_there(findings, text, match, name):
    (finding,) = findings(RULE, text)
    assert (finding.text, finding.severity) == (match, Severity.SUGGESTION)
    assert name in finding.message
    (pointer,) = finding.related
    assert text[pointer.start.offset : pointer.end.offset] == name


@pytest.mark.parametrize(("text", "match"), UNRESOLVED)
def test_a_vague_source_that_nobody_stands_behind_is_a_warning(findings, text, match):
    (finding,) = findings(RULE, text)
    assert (finding.text, finding.severity) == (match, Severity.WARNING)


@pytest.mark.parametrize("text", SILENT.values(), ids=SILENT.keys())
def test_what_is_no_vague_source_is_left_alone(findings, text):
    assert findings(RULE, text) == ()


def test_a_denial_by_the_target_does_not_resolve(findings):
    text = (
        "It rained.\n\nThe pump broke.\n\nIt was mended.\n\nAnd again.\n\n"
        "Some analysts say Falk sold the shares early.\n\nFalk denied that he sold the shares early."
    )
    (finding,) = findings(RULE, text)
    assert finding.severity is Severity.WARNING


def test_a_party_without_a_quantifier_is_a_suggestion(findings):
    (finding,) = findings(RULE, "The bill passed. Republicans say it is too dear.")
    assert finding.severity is Severity.SUGGESTION


def test_a_linked_sentence_is_only_a_suggestion(findings):
    (finding,) = findings(RULE, "Experts say [the dunes are shrinking](https://example.org/dunes).")
    assert finding.severity is Severity.SUGGESTION


def test_the_message_asks_which(findings):
    (finding,) = findings(RULE, "The dam leaks, several German engineers say.")
    assert finding.message.startswith("Which German engineers? Nobody from that group is named")


@pytest.mark.parametrize("unit", ["Experts say so. ", "Some said ", "critics, say, ", "“Experts say ", "according to "])
def test_long_and_strange_texts_end_in_time(findings, unit):
    findings(RULE, unit * 3_000)
