"""Words that are none, and the many words that only look like it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from lint.annotate import slips, wordlist
from lint.annotate.derivation import is_derived
from lint.errors import UserError
from lint.model import Finding, Severity

Marker = Callable[[str, str], list[str]]
Finder = Callable[[str, str], tuple[Finding, ...]]


@pytest.mark.parametrize(
    ("text", "slip"),
    [
        ("The ferry was delayed by a techincal fault.", "techincal"),
        ("Nobody had expcted so many people at the gate.", "expcted"),
        ("The hospitel was closed before the storm.", "hospitel"),
        ("Whenver the bell rang, the children ran.", "Whenver"),
        ("The plan for a bridge is highly uncommmon here.", "uncommmon"),
        ("A long-forgoten song was heard in the hall.", "forgoten"),
        ("The goverment’s plan is late.", "goverment"),
        ("They were oversubscibed within a day.", "oversubscibed"),
        ("The begininning of the storm was quiet.", "begininning"),
        ("She joined the Department of Educaton in May.", "Educaton"),
        ("stimated at ten, the damage grew.", "stimated"),
    ],
)
def test_a_word_a_slip_away_is_found(marked: Marker, text: str, slip: str) -> None:
    assert marked("typos/unknown-word", text) == [slip]


@pytest.mark.parametrize(
    ("slip", "right"),
    [
        ("sciecnes", "sciences"),
        ("goverment", "government"),
        ("definitly", "definitely"),
        ("commitee", "committee"),
        ("neigborhood", "neighborhood"),
        ("identitify", "identify"),
        ("ccording", "according"),
    ],
)
def test_the_likeliest_word_is_offered_first(findings: Finder, slip: str, right: str) -> None:
    (finding,) = findings("typos/unknown-word", f"{slip} was all they read.")
    assert finding.suggestions[0] == right


def test_where_two_words_are_as_likely_it_is_a_suggestion_with_both(findings: Finder) -> None:
    (finding,) = findings("typos/unknown-word", "He is, in generall, a patient man.")
    assert finding.severity is Severity.SUGGESTION
    assert finding.suggestions[:2] == ("general", "generally")


@pytest.mark.parametrize(
    "text",
    [
        "The superdelegates and the caucusgoers met in the foodhall.",
        "Mr. Goverment and Ms. Hospitel came from Techincal.",
        "Devine spoke first; Autor and Grammer followed.",
        "They unfriended him, retweeted it and called it uncheckable.",
        "The labour programme of the theatre was cancelled.",
        "The labor program of the theater was canceled.",
        "See https://hospitel.example or write to the hospitel@example.org desk.",
        "Follow @hospitel or #hospitel, or open hospitel.txt.",
        "Run `hospitel` first.",
        "He calls it *hospitel*, after the Latin.",
        "“The hospitel is shut,” read the sign.",
        "The spack tool needs spack and spack alone, says spack.",
        "A hospitel is no hotel. Old Hospitel was built in 1900.",
        "The tenge, the zloty and the rand fell.",
        "She reads the Metaphorics of Weaving, from the Academica Press.",
        "They sang arrivederci bellissima ragazza in the street.",
        "The memo speaks of I[nformation] and A[ffairs].",
    ],
)
def test_what_is_no_slip_is_let_be(marked: Marker, text: str) -> None:
    assert marked("typos/unknown-word", text) == []


def test_letters_that_changed_places_are_a_slip_in_quoted_speech_as_well(marked: Marker) -> None:
    assert marked("typos/unknown-word", "“The techincal fault is gone,” she said.") == ["techincal"]


def test_text_in_another_language_inside_an_article_is_let_be(marked: Marker) -> None:
    spanish = "Las personas interesadas podrian participar, presentar propuestas o generar contenidos diferentes."
    assert marked("typos/unknown-word", f"The mayor read it out.\n\n{spanish}\n") == []


@pytest.mark.parametrize(
    ("text", "slip"),
    [
        ("They stood in front ofthe hall.", "ofthe"),
        ("They stood inthe hall.", "inthe"),
        ("The mayor spoke first, andbriefly at that.", "andbriefly"),
        ("Thecity was closed for a week.", "Thecity"),
    ],
)
def test_words_run_together_are_found(marked: Marker, text: str, slip: str) -> None:
    assert marked("typos/joined-words", text) == [slip]
    assert marked("typos/unknown-word", text) == []


def test_a_word_broken_in_two_is_told_once_and_whole(findings: Finder, marked: Marker) -> None:
    text = "The respon sibility of the states is great, and so is the econom ic loss."
    found = findings("typos/broken-word", text)
    assert [(f.text, *f.suggestions) for f in found] == [
        ("respon sibility", "responsibility"),
        ("econom ic", "economic"),
    ]
    assert marked("typos/unknown-word", text) == []


def test_a_listed_misspelling_keeps_its_capital_when_it_is_a_name(marked: Marker) -> None:
    assert marked("typos/misspelling", "Anna Recieve met the press; she had not recieved it.") == ["recieved"]


@pytest.mark.parametrize("word", ["unputdownable", "superdelegates", "caucusgoers", "rewatched", "foodhall"])
def test_a_regular_derivation_is_known(word: str) -> None:
    assert is_derived(word)


@pytest.mark.parametrize("word", ["researchs", "resultes", "goverment", "expcted", "arrangments", "committment"])
def test_a_wrong_ending_is_no_derivation(word: str) -> None:
    assert not is_derived(word)


def test_frequent_words_are_words() -> None:
    assert all(wordlist.is_word(word) for word in wordlist.ranks())


@pytest.mark.parametrize(
    ("form", "nearer", "farther"),
    [("recieve", "receive", "reprieve"), ("begining", "beginning", "beginnings"), ("thier", "their", "thief")],
)
def test_a_swap_or_a_doubling_costs_least(form: str, nearer: str, farther: str) -> None:
    assert slips.cost_of(form, nearer) < slips.cost_of(form, farther)


@pytest.mark.parametrize("content", [None, b"caf\xc3\xa9\n"])
def test_a_list_that_the_installation_has_lost_is_told_with_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes | None
) -> None:
    if content is not None:
        (tmp_path / "known.txt").write_bytes(content)
    monkeypatch.setattr(wordlist, "FOLDER", tmp_path)
    with pytest.raises(UserError, match=r"known\.txt: This word list is missing or damaged\. Install Copydesk anew\."):
        wordlist.read("known.txt")


LETTERS = "abcdefghijklmnopqrstuvwxyz"
HOSTILE = {
    "one word of a million letters": "q" * 1_000_000,
    "words of 10,000 letters": ("z" * 10_000 + " ") * 100,
    "unknown words": " ".join(f"the {a}qx{b}w{c}rt met" for a in LETTERS for b in LETTERS for c in "aeiou"),
    "unknown words among others": " ".join(
        f"the old {a}qx{b}w{c}rt met us on the road" for a in LETTERS for b in LETTERS for c in "aeiou"
    ),
    "unknown words alone": " ".join(f"{a}qx{b}w{c}rt" for a in LETTERS for b in LETTERS for c in LETTERS),
    "one unknown word": "techincal " * 30_000,
    "capitals": "THE TECHINCAL FAULT OF THE GOVERMENT " * 10_000,
    "no spaces": "thetechincalfaultofthegoverment" * 20_000,
    "apostrophes": "goverment’" * 50_000,
    "hyphens": "techincal-" * 20_000,
    "broken words": "respon sibility " * 3_000,
    "letters alone": "a b c d " * 20_000,
    "look-alikes": "m\u0430yor " * 3_000,
    "invisible characters": "a\u200b" * 100_000,
    "national words": "color colour organise organize " * 20_000,
}
RULES = ("typos/unknown-word", "typos/joined-words", "typos/broken-word", "typos/look-alike-letter",
         "copy/invisible-character", "style/national-spelling")  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_read_to_its_end(marked: Marker, name: str) -> None:
    for rule in RULES:
        found = marked(rule, f"{HOSTILE[name]}\n\nAt last the m\u0430yor’s coun\u200bcil met.")
        assert found or rule not in {"typos/look-alike-letter", "copy/invisible-character"}
