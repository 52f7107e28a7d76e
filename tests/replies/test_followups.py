"""A short message is read in the light of the answer before it, and never guessed at."""

from pathlib import Path

import pytest

from actions.content.facts import read_facts
from actions.content.files import read_answers
from actions.replies.followups import Followup, Followups

CONTENT = Path(__file__).parents[2] / "content"
FOLLOWUPS = Followups(CONTENT)
TOPICS = {answer.id for answer in read_answers(CONTENT, read_facts(CONTENT))}


@pytest.mark.parametrize(
    ("text", "before", "expected"),
    [
        ("och för barn då?", "vad-ar-sip", Followup("barn-och-unga", "short", sure=True)),
        ("vem bestämmer det?", "ratt-att-begara", Followup("ratt-att-begara", "long")),
        ("Vem bestämmer det", "vilka-deltar", Followup("valja-bort-deltagare", "short")),
        ("vem bestämer", "lag", Followup("huvudansvar", "short")),
        ("hur länge då", "uppfoljning", Followup("uppfoljning", "long")),
        ("hur länge då", "ratt-att-begara", Followup("hur-lang-tid", "short")),
        ("får de det?", "nekad-sip", Followup("nekad-sip", "long")),
        ("får dom de", "sekretess-dokumentation", Followup("sekretess-dokumentation", "long")),
        ("och om de vägrar?", "vem-kan-begara", Followup("nekad-sip", "short")),
        ("men om dom vägrar då", "maste-komma", Followup("part-uteblir", "short")),
        ("jaha men jag är ju hennes mamma", "samtycke", Followup("samtycke", "short")),
        ("jaha men jag är ju hennes mamma", "vem-kan-begara", Followup("narstaende-begara", "short")),
        ("jaha men ja e ju hennes mamma", "vem-kan-begara", Followup("narstaende-begara", "short")),
        ("å om dom säger nej igen då", "nekad-sip", Followup("klaga", "short")),
        ("menar du kommunen?", "vem-kan-begara", Followup("vem-kan-begara", "easy", sure=True)),
        ("???", "samtycke", Followup("samtycke", "easy", sure=True)),
        ("är du säker?", "samtycke", Followup("samtycke", "long", sure=True)),
        ("och sen?", "under-motet", Followup("efter-motet", "short")),
        ("MÅSTE JAG DET???", "vad-ar-sip", Followup("samtycke", "short")),
    ],
)
def test_what_leans_on_the_answer_before(text: str, before: str, expected: Followup | None) -> None:
    assert FOLLOWUPS.of(text, before) == expected


@pytest.mark.parametrize(
    "text", ["", "!", "😀", "ok", "hur mår du", "vad är en sip", "mötet är på torsdag och jag är nervös"]
)
def test_what_stands_by_itself_is_left_alone(text: str) -> None:
    assert FOLLOWUPS.of(text, "vad-ar-sip") is None


def test_nothing_is_leaned_on_when_nothing_was_answered() -> None:
    assert FOLLOWUPS.of("och om de vägrar?", None) is None


def test_every_way_leads_to_an_answer_there_is() -> None:
    for row in FOLLOWUPS.rows:
        named = {*row.after, *row.same, *(topic for before in row.after.values() for topic in before)}
        assert named <= TOPICS
        assert row.otherwise in {*TOPICS, "long", ""}


def test_no_phrase_stands_in_two_rows() -> None:
    phrases = [phrase for row in FOLLOWUPS.rows for phrase in row.says]
    assert len(phrases) == len(set(phrases))
