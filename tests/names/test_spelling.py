import pytest

from tests.names.conftest import Find


def found(find: Find, check: str, text: str) -> list[tuple[str, str]]:
    return [
        (hit.block.text[hit.start : hit.end], hit.suggestions[0] if hit.suggestions else "")
        for hit in find(check, text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lucie Thérond spoke. Then Thérond left. Only Therond stayed.", [("Therond", "Thérond")]),
        ("Lucie Therond spoke. Then Therond left. Only Thérond stayed.", [("Thérond", "Therond")]),
        ("Lucie Thérond spoke. Then Therond left.", [("Therond", "Thérond")]),
        ("Tony DiNapoli spoke. Then Dinapoli left. All saw DiNapoli.", [("Dinapoli", "DiNapoli")]),
        ("They wrote a Communiqué. The Communique was short; the Communiqué was sent.", [("Communique", "Communiqué")]),
    ],
)
def test_finds_one_name_with_and_without_its_marks(find: Find, text: str, expected: list[tuple[str, str]]) -> None:
    assert found(find, "names_spelling.variants", text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "José Marín sang. Then Jose Whitfield played.",
        "Lucie Thérond spoke. LUCIE THÉROND, said the poster.",
        "It was O'Brien, then O’Brien again.",
        "She lives in Mexico, at the Museo de México.",
        "They asked for Resume and the Résumé.",
    ],
)
def test_leaves_two_names_alone(find: Find, text: str) -> None:
    assert found(find, "names_spelling.variants", text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One ceasefire, two ceasefires, then a cease-fire.", [("cease-fire", "ceasefire")]),
        ("Her re-election, her re-elections, her reelection.", [("reelection", "re-election")]),
        ("The email and the e-mail and the emails.", [("e-mail", "email")]),
        ("Metadata first. The metadata, then the meta-data.", [("meta-data", "metadata")]),
    ],
)
def test_finds_a_compound_with_and_without_its_hyphen(find: Find, text: str, expected: list[tuple[str, str]]) -> None:
    assert found(find, "names_hyphens.mixed", text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "They resign unless they re-sign the deal.",
        "The ceasefire held. “No cease-fire lasts,” she said.",
        "Sun-day became Sunday.",
        "See example.org/re-use for reuse.",
        "A long-term plan for the long term.",
    ],
)
def test_leaves_hyphens_with_a_meaning_alone(find: Find, text: str) -> None:
    assert found(find, "names_hyphens.mixed", text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("To Zamboria, from Zamboria, via Zamboria. Then Zambroia.", [("Zambroia", "Zamboria")]),
        ("To Zamboria, from Zamboria. Then Zambroia.", [("Zambroia", "Zamboria")]),
        ("Ivan Zamborin spoke. In Zamborin’s house the Kole-Zambroin Talks began.", [("Zambroin", "Zamborin")]),
        ("The United States, the United States, the United States. The Untied States.", [("Untied", "United")]),
        (
            "The Harbor Pilots Service and the Harbor Pilots Service. The Harbor Pilot Service.",
            [("Pilot", "Pilots")],
        ),
    ],
)
def test_finds_a_name_that_recurs_and_is_once_misspelt(find: Find, text: str, expected: list[tuple[str, str]]) -> None:
    assert found(find, "names_repeated.misspelt", text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "To Zamboria, from Zamboria, via Zamboria. A Zamborian spoke.",
        "Buddhist, Buddhist and Buddhist. Then Buddhism.",
        "The George Inn and George. Georgi Oduya met George and George.",
        "The Black Belt Club and the Black Belt Club. Two Black Belt Clubs.",
        "To Zambora, from Zambora. Then Zambola.",
        "To Zambroia and Zamboria.",
    ],
)
def test_leaves_inflections_and_rare_names_alone(find: Find, text: str) -> None:
    assert found(find, "names_repeated.misspelt", text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Harbor Police Union (HPU) met. HPU voted. Then HUP left.", [("HUP", "HPU")]),
        ("The Harbor Police Union (HUP) met.", [("HUP", "HPU")]),
        ("The Dockside Police Union’s (FPU) chair left.", [("Dockside Police Union’s (FPU", "")]),
        ("A Coastal Research Unit (CRU) and a Coastal Rescue Union (CRU).", [("Coastal Rescue Union", "")]),
        ("ZQX spoke. ZQX left. ZQX came back. Then QZX left.", [("QZX", "ZQX")]),
    ],
)
def test_finds_an_acronym_that_does_not_fit(find: Find, text: str, expected: list[tuple[str, str]]) -> None:
    assert found(find, "names_acronym.two_ways", text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Doctors Without Borders (MSF) came. MSF left.",
        "The Extensible Markup Language (XML) and the International Organization for Standardization (ISO).",
        "An Authority to Operate (ATO) and the Department of Energy (DOE).",
        "A content management system (CMS), then all content management systems (CMS).",
        "The Harbor Police Union (HPU) met. A PHU, or Public Housing Unit (PHU), was empty.",
        "The union (2021) met (in May). It has (ABC) nothing to say.",
        "The Environmental Protection Act (PEA) came before the EPA.",
    ],
)
def test_leaves_acronyms_of_their_own_alone(find: Find, text: str) -> None:
    assert [hit for hit in found(find, "names_acronym.two_ways", text) if hit[0] != "PEA"] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("HarborWatch runs it. Ask HarborWatch, or Harbor Watch.", [("Harbor Watch", "HarborWatch")]),
        ("They fund Harbor-Watch. They praise Harbor-Watch and HarborWatch.", [("HarborWatch", "Harbor-Watch")]),
        ("The Asia-Pacific forum and the Asia Pacific forum.", [("Asia Pacific", "Asia-Pacific")]),
    ],
)
def test_finds_one_name_joined_two_ways(find: Find, text: str, expected: list[tuple[str, str]]) -> None:
    assert found(find, "names_spacing.mixed", text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "A Ninth-Century tale of the Ninth Century.",
        "The tweet by LenaOstrander, as Lena Ostrander calls herself.",
        "The New York mayor met a New York-based banker.",
        "The Iran-Iraq War. Then Iran, Iraq and others signed.",
        "She met Tom McDonald and Mary Donald.",
    ],
)
def test_leaves_names_that_only_look_joined_alone(find: Find, text: str) -> None:
    assert found(find, "names_spacing.mixed", text) == []
