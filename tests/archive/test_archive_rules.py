"""What the rules make of the archive: names of many cultures, half of them traps."""

from importlib import import_module

import pytest

from lint import formats
from lint.annotate.pipeline import Pipeline
from lint.annotate.reading import Reading
from lint.archive import small
from lint.model import Severity
from lint.source import Source

CHECKS = (
    "names_archive.people",
    "names_archive.others",
    "names_archive_forms.spellings",
    "names_archive_forms.acronyms",
)


def findings(text: str, *archive: str, names: str = "") -> list[tuple[str, str]]:
    """Give what is found in the text and not only suggested, with what should stand there."""
    document = formats.read(Source("draft.md", text), "markdown")
    reading = Reading(document, Pipeline(), known=small.memory(archive, names))
    checks = (check.split(".") for check in CHECKS)
    hits = [
        hit for name, function in checks for hit in getattr(import_module(f"lint.checks.{name}"), function)(reading, {})
    ]
    return [(h.block.text[h.start : h.end], h.suggestions[0]) for h in hits if h.severity is not Severity.SUGGESTION]


SLIPS = [
    ("The mill was sold to Ingeborg Thorvaldsen.", "The mill of Ingeborg Thorvaldson burnt.", "Thorvaldsen", "Thorvaldson"),
    ("The prize went to Chinwe Okonwko.", "A poem by Chinwe Okonkwo won.", "Okonwko", "Okonkwo"),
    ("The goal was scored by Mateusz Wojcechowski.", "A goal by Mateusz Wojciechowski won it.", "Wojcechowski", "Wojciechowski"),
    ("The court heard Priya Subramaniam.", "The lawyer Priya Subramanian won.", "Subramaniam", "Subramanian"),
    ("A song by Ngozi Adichei played.", "A song by Ngozi Adichie won.", "Adichei", "Adichie"),
    ("The bridge was drawn by Giuseppe Marchettti.", "The bridge by Giuseppe Marchetti stands.", "Marchettti", "Marchetti"),
    ("A film by Fatemeh Hosseinni opened.", "The film by Fatemeh Hosseini closed.", "Hosseinni", "Hosseini"),
    ("The novel by Yukiko Matusmoto sold well.", "A novel by Yukiko Matsumoto is out.", "Matusmoto", "Matsumoto"),
    ("The choir of Tamsin Penrsoe sang.", "The choir of Tamsin Penrose won.", "Penrsoe", "Penrose"),
    ("The farm of Sipho Dlamimi is for sale.", "The farm of Sipho Dlamini was sold.", "Dlamimi", "Dlamini"),
    ("A shop owned by Ekaterina Volkonskya shut.", "A shop owned by Ekaterina Volkonskaya opened.", "Volkonskya", "Volkonskaya"),
    ("The boat of Aroha Ngataa sank.", "The boat of Aroha Ngata was found.", "Ngataa", "Ngata"),
    ("The vote went to Jessia Mwangi.", "A vote for Jessica Mwangi counts.", "Jessia", "Jessica"),
    ("The play by Micheal Brennigan is on.", "A play by Michael Brennigan is off.", "Micheal", "Michael"),
    ("Nobody asked Beatriz Munoz.", "A poem by Beatriz Muñoz won.", "Beatriz Munoz", "Beatriz Muñoz"),
    ("Nobody asked Soren Ostergard.", "A boat built by Søren Østergård sank.", "Soren Ostergard", "Søren Østergård"),
    ("They crossed the river at Zambroia.", "The river at Zamboria froze.", "Zambroia", "Zamboria"),
    ("Ask the Coastal Finance Protection Bureau.", "Ask the Coastal Financial Protection Bureau.", "Finance", "Financial"),
    ("She works for the Northern Fishery Commission.", "Ask the Northern Fisheries Commission.", "Fishery", "Fisheries"),
    ("She studied at the University of Vallendra.", "He studied at the University of Valendra.", "Vallendra", "Valendra"),
    ("The fish belong to the NFTBA.", "The fish of the NTFBA are sick.", "NFTBA", "NTFBA"),
    ("The Harbour Safety Improvement Process (HSIP)", "A Harbour Safety Improvement Plan (HSIP) began.", "Process", "Plan"),
]  # fmt: skip

TRAPS = [
    ("The mill was sold to Ingeborg Thorvaldson.", "The mill of Ingeborg Thorvaldson burnt."),
    ("The Thorvaldsons, Ingeborg Thorvaldson among them, sold it.", "The mill of Ingeborg Thorvaldson burnt."),
    ("The mill was sold to Erik Thorvaldsen.", "The mill of Ingeborg Thorvaldson burnt."),
    ("The court heard Anna Ivanova.", "The court heard Anna Ivanov."),
    ("The court heard Maria Silva.", "The court heard Mario Silva and Rosa Silva."),
    ("The court heard John Carver.", "The court heard Joan Carver and Ann Carver."),
    ("The court heard Peter Hansen.", "Peter Hansen and Peter Hanson met."),
    ("Kim Min-jun and Kim Min-jung sang.", "Kim Min-jun danced. Kim Min-jung danced."),
    ("The judge was Abu Hamzah al-Masri.", "The judge was Umar ibn Khattab."),
    ("Xi Jinping and Li Keqiang met.", "Xi Jinping and Xi Jinpeng, a baker, met in Li Keqing's shop."),
    ("The fleet of Hiroshi Tanaka III sailed.", "The fleet of Hiroshi Tanaka II sailed."),
    ("The road to Zamboria is long, and Zamborian roads are bad.", "The road to Zamboria is short."),
    ("The train stopped in Austria.", "The train stopped in Australia. Australia is far."),
    ("The speaker was the Northern Fisheries Commissioner.", "Ask the Northern Fisheries Commission."),
    ("The Gulf of Riga froze.", "The Gulf of Rigan thawed."),
    ("The law of 1997 is the Fisheries Act of 1997.", "The Fisheries Act of 1998 replaced it."),
    ("The report by Nnamdi O’Hara is out.", "The report by Nnamdi O'Hara is late."),
    ("OAKHILL BAY SHUT", "The harbour of Oak Hill Bay is full."),
    ("The fish belong to the North Fisheries Trade Board (NFTB).", "The fish of the NTFB are sick."),
    ("The Coastal Research Group (CRG) met.", "The Coral Reef Guards (CRG) met. CRG is small."),
    ("The Ministry of Health (MOH) met the Ministry of Housing (MOH).", "The Ministry of Health (MOH) moved. MOH is shut."),
    ("The Limited Thai Proficiencies (LTP) are few.", "Limited Thai Proficiency (LTP) is common. LTP is rare."),
]  # fmt: skip


@pytest.mark.parametrize(("text", "older", "wrong", "right"), SLIPS, ids=[case[2] for case in SLIPS])
def test_a_slip_is_found_by_what_older_articles_have(text: str, older: str, wrong: str, right: str) -> None:
    others = older.replace(" the ", " that ")
    assert findings(text, older, others + " It rained.", others + " It snowed.") == [(wrong, right)]
    assert findings(text) == []


@pytest.mark.parametrize(("text", "older"), TRAPS, ids=[case[0][:40] for case in TRAPS])
def test_what_only_looks_like_a_slip_is_left_alone(text: str, older: str) -> None:
    assert findings(text, older, older + " It rained.", older + " It snowed.") == []


def test_who_is_known_to_be_two_is_not_taken_for_one() -> None:
    older, draft = "The mill of Ingeborg Thorvaldson burnt.", "The mill was sold to Ingeborg Thorvaldsen."
    two = "people:\n  Ingeborg Thorvaldson:\n    not: Ingeborg Thorvaldsen\n"
    assert findings(draft, older, older + " It rained.")
    assert findings(draft, older, older + " It rained.", names=two) == []


def test_a_list_of_names_is_enough_without_an_archive() -> None:
    names = "people:\n  Ingeborg Thorvaldson:\nplaces:\n  Zamboria:\n"
    assert findings("The mill in Zambroia was sold to Ingeborg Thorvaldsen.", names=names) == [
        ("Thorvaldsen", "Thorvaldson"),
        ("Zambroia", "Zamboria"),
    ]


def test_in_a_large_archive_what_one_article_has_is_no_evidence() -> None:
    older = [f"It rained on day {number}, and nobody came.\n" for number in range(250)]
    draft = "The mill was sold to Ingeborg Thorvaldsen."
    assert findings(draft, *older, "The mill of Ingeborg Thorvaldson burnt.") == []
    assert findings(draft, *older, "A mill of Ingeborg Thorvaldson burnt.", "The mill of Ingeborg Thorvaldson burnt.")


def test_ten_thousand_names_in_one_draft_are_read_and_a_name_of_five_hundred_parts_too() -> None:
    crowd = " and ".join(
        f"Ola Ekström{chr(97 + n % 26)}{chr(97 + n // 26 % 26)}{chr(97 + n // 676)}" for n in range(10_000)
    )
    assert findings(f"There were {crowd}.\n\nThe {'Long ' * 500} is shut.", "There was Ola Ekström.") == []
