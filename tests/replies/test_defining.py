"""Who asks what a word means gets its meaning, whatever else the word brings to mind."""

import pytest

from actions.replies.asked import Asked
from actions.replies.defining import concept_asked_for, defined, told_apart
from actions.replies.knowledge import Knowledge
from actions.replies.not_understood import answer_or_ask_back
from actions.replies.passages import Question
from tests.replies.said import after, said


@pytest.mark.parametrize(
    ("words", "concept"),
    [
        ("vad är en SIP-lots?", "sip-lots"),
        ("va e siplotsar för nåt", "sip-lots"),
        ("Vad betyder ordet avvikelse egentligen?", "avvikelse"),
        ("jaha men va e anhörigstöd då", "anhorigstod"),
        ("vad menas med begreppet samtycke i en SIP", "samtycke"),
        ("VAD ÄR SIP-KOLLEN", "sip-kollen"),
        ("soc säger att de ska göra något som heter SIP, va e de", "sip"),
        ("dom sa avvikelse, vad är det för nåt", "avvikelse"),
        ("mötet är på torsdag, vad är det", None),
        ("vad är en avvikelse värd", None),
        ("vad är blargh", None),
        ("vad är det", None),
        ("avvikelse", None),
        ("vad gör en SIP-lots", None),
        ("vad är skillnaden på samtycke och fullmakt", None),
    ],
)
def test_what_is_asked_for_is_one_word_and_nothing_else(
    known: Knowledge, words: str, concept: str | None
) -> None:
    found = concept_asked_for(known.store, words)
    assert (found.id if found else None) == concept


def test_the_meaning_of_every_concept_can_be_asked_for(known: Knowledge) -> None:
    missed = [
        concept.term
        for concept in known.store.concepts.values()
        if concept_asked_for(known.store, f"va e {concept.term.lower()} för nåt") != concept
    ]
    assert missed == []


def test_a_look_alike_answer_gives_way_to_the_meaning(known: Knowledge) -> None:
    asks = said("va e siplotsar", "vad-ar-sip", 0.6)
    spoken = answer_or_ask_back(known, asks, after(), Asked((Question("vad-ar-sip"),)))
    assert spoken.replies[0].custom["concept"] == "sip-lots"


def test_an_answer_that_asks_the_very_same_is_kept(known: Knowledge) -> None:
    assert defined(known.store, "vad är en SIP?", Question("vad-ar-sip")) is None
    assert defined(known.store, "vad är ett patientkontrakt", Question("vad-ar-patientkontrakt")) is None
    assert defined(known.store, "vad är en SIP?", Question("lag", "lag#vilken-paragraf")) is not None


@pytest.mark.parametrize(
    ("words", "concepts"),
    [
        ("vad är skillnaden på samtycke och fullmakt", ["samtycke", "fullmakt"]),
        ("Skillnad insats mot aktivitet?", ["insats", "aktivitet"]),
        ("är delmål och mål samma sak", ["delmal", "mal"]),
        ("är målsman och vårdnadshavare samma sak", ["vardnadshavare"]),
        ("vad är skillnaden på samtycke och blargh", []),
        ("är min läkare och soc med på mötet", []),
    ],
)
def test_two_words_are_told_apart(known: Knowledge, words: str, concepts: list[str]) -> None:
    assert [one.id for one in told_apart(known.store, words)] == concepts


def test_who_asks_how_two_words_differ_gets_both(known: Knowledge) -> None:
    asks = said("vad är skillnaden på LPT och LVM", "psykisk-ohalsa-samsjuklighet", 0.6)
    spoken = answer_or_ask_back(known, asks, after(), Asked((Question("psykisk-ohalsa-samsjuklighet"),)))
    text = spoken.replies[0].text
    assert known.store.concepts["lpt"].short in text and known.store.concepts["lvm"].short in text


def test_a_text_about_the_very_difference_is_kept(known: Knowledge) -> None:
    same = Question("begrepp", "begrepp#god-man-forvaltare-fullmakt")
    assert defined(known.store, "vad är skillnaden mellan god man och förvaltare", same) is None
    other = Question("samtycke", "samtycke#hur-lange-galler")
    assert defined(known.store, "vad är skillnaden mellan god man och förvaltare", other) is not None
