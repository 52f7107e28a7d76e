"""The letter says what the person said, in their role, and nothing the law does not support."""

from collections.abc import Iterable

import pytest

from actions.drafting.blocks import Block, Letter, Lines
from actions.drafting.letter import compose
from actions.drafting.render_text import render_text
from actions.drafting.wording import Letters
from tests.drafting.drafts import LETTERS, ROLES, TODAY, make, ordinary


def text_of(letters: Letters, letter: str = "request", **answers: object) -> str:
    return render_text(compose(make(letter, **answers), letters, TODAY))


def blanks(blocks: Iterable[Block]) -> list[str]:
    return [label for block in blocks if isinstance(block, Lines) for row in block.rows for label in row]


def test_every_answer_stands_in_the_request(letters: Letters) -> None:
    text = text_of(letters, **ordinary())
    written = [
        "samma sak om och om igen",
        "sova på nätterna",
        "affären",
        "porten varje dag",
        "I vår",
        "arabiska",
    ]
    written += [
        "vårdcentralen",
        "boendestödet",
        "Försäkringskassan",
        "Min syster",
        "Inte på måndagar",
        "Min ekonomi",
    ]
    chosen = ["arabiska", "Min ekonomi", "Tolk", "Pauser", "Hemma", "Kommunen och vården får göra en SIP"]
    for words in written + chosen:
        assert words in text


def test_the_date_is_written_in_swedish(letters: Letters) -> None:
    assert "1 december 2026" in text_of(letters)


@pytest.mark.parametrize("letter", LETTERS)
@pytest.mark.parametrize("role", ROLES)
def test_each_letter_speaks_for_each_role(letters: Letters, letter: str, role: str) -> None:
    text = text_of(letters, letter, **{**ordinary(), "who": role})
    assert "{" not in text
    assert ("mitt barn" in text.lower()) == (role == "guardian")
    assert ("min närstående" in text.lower() or "står mig nära" in text) == (role == "relative")
    assert ("viktigast för mig" in text) == (role == "self" and letter != "withdrawal")
    assert "Underskrift" in text or "underskrift" in text


@pytest.mark.parametrize("letter", LETTERS)
@pytest.mark.parametrize("role", ROLES)
def test_no_letter_promises_a_right_to_a_plan_or_offers_email(
    letters: Letters, letter: str, role: str
) -> None:
    text = text_of(letters, letter, **{**ordinary(), "who": role}).lower()
    for never in (
        "rätt till",
        "rätt att få",
        "vänligen",
        "avseende",
        "i enlighet med",
        "ska upprättas",
        "2 kap. 7 §",
    ):
        assert never not in text
    assert [line for line in text.splitlines() if "e-post" in line] == [
        "- skicka aldrig brevet med vanlig e-post. den är inte säker för uppgifter om hälsa."]  # fmt: skip


@pytest.mark.parametrize("role", ["relative", "trustee", "staff"])
@pytest.mark.parametrize("letter", LETTERS)
def test_nobody_else_signs_away_the_persons_consent(letters: Letters, letter: str, role: str) -> None:
    assert "UNDERSKRIFT AV DEN SOM PLANEN GÄLLER" in text_of(letters, letter, who=role)


def test_without_an_answer_about_consent_the_letter_asks_to_be_asked(letters: Letters) -> None:
    assert "Fråga mig om samtycke innan" in text_of(letters)
    assert "Fråga också barnet" in text_of(letters, who="guardian")


def test_skipped_steps_leave_no_empty_headings(letters: Letters) -> None:
    text = text_of(letters)
    assert "DET VIKTIGASTE" not in text and "MÅL" not in text.split()


def test_name_and_number_are_lines_for_the_pen(composed: Letter) -> None:
    labels = blanks(composed.blocks)
    assert {"Namn", "Personnummer", "Underskrift"} <= set(labels)


def test_the_recipient_is_named_first_and_last(letters: Letters) -> None:
    text = text_of(letters, **ordinary())
    first, last = text.index("Till: Min vårdcentral"), text.index("Brevet ska till: Min vårdcentral")
    assert first < text.index("Jag ber om") < text.index("Underskrift") < last


@pytest.mark.parametrize("letter", LETTERS)
def test_every_letter_says_what_to_do_without_an_answer(letters: Letters, letter: str) -> None:
    text = text_of(letters, letter)
    assert "inte fått svar inom en vecka" in text
    assert "säker e-tjänst" in text and "post" in text and "ringa" in text


def test_the_law_is_cited_as_it_stands_today(letters: Letters) -> None:
    assert "10 kap. 8 § socialtjänstlagen (2025:400)" in text_of(letters)
    assert "16 kap. 4 § hälso- och sjukvårdslagen (2017:30)" in text_of(letters)


def test_words_with_braces_stand_as_written(letters: Letters) -> None:
    assert "{person} %s {0}" in text_of(letters, who="guardian", situation="{person} %s {0}")


@pytest.mark.parametrize("role", ["person", "relative", "young"])
def test_the_sheet_has_room_for_notes_and_what_must_be_decided(letters: Letters, role: str) -> None:
    text = text_of(letters, "prepare", who=role, questions=["När börjar stödet?"], matters="Att sova")
    for words in (
        "När börjar stödet?",
        "Att sova",
        "Vem gör det: ___",
        "Nästa möte: ___",
        "EGNA ANTECKNINGAR",
    ):
        assert words in text
    assert "Underskrift" not in text and "Personnummer" not in text


def test_an_unknown_choice_is_left_out(letters: Letters) -> None:
    assert "PLATS" not in text_of(letters, meeting={"chosen": ["moon"], "other": ""})


def test_a_daughters_letter_speaks_of_her_mother(letters: Letters) -> None:
    told = {**ordinary(), "who": "relative", "relation": "mother", "writer": "daughter"}
    text = text_of(letters, **told)
    assert "Jag ber om en samordnad individuell plan, en SIP, för min mamma. Hon behöver" in text
    assert "Jag är hennes dotter." in text
    assert "närstående" not in text
    assert "Jag är hennes" not in text_of(letters, **{**told, "writer": None}), "only when she has said so"


def test_a_daughters_meeting_sheet_speaks_of_her_mother(letters: Letters) -> None:
    text = text_of(letters, "prepare", who="relative", relation="mother", avoid="Ekonomin")
    assert "Mötet utgår från det som är viktigt för min mamma." in text
    assert "det min mamma inte vill ta upp" in text.lower()
    assert "Min mamma berättar själv" in text
    assert "personen" not in text


def test_those_to_invite_stand_in_a_sentence_as_a_person_would_write_it(letters: Letters) -> None:
    names = [("Biståndshandläggare", "kommun"), ("Hemtjänsten", "kommun"), ("Vårdcentral", "region")]
    actors = [{"name": name, "side": side, "invite": "ja"} for name, side in names]
    text = text_of(letters, who="relative", relation="mother", actors=actors)
    assert "Bjud gärna in hennes biståndshandläggare, hemtjänsten och vårdcentralen." in text
    written = [*actors, {"name": "Lindas mottagning", "side": "region", "invite": "ja"}]
    listed = text_of(letters, who="self", actors=written)
    assert (
        "Bjud gärna in:\n\n- Min biståndshandläggare\n- Hemtjänsten\n- Vårdcentralen\n- Lindas mottagning"
        in listed
    )


@pytest.mark.parametrize("letter", LETTERS)
def test_the_person_says_whether_the_writer_may_be_answered(letters: Letters, letter: str) -> None:
    may = "[ ] Ja, ni får svara den som har skrivit brevet"
    assert may in text_of(letters, letter, who="relative", relation="father")
    assert may not in text_of(letters, letter, who="self")
    said = text_of(letters, letter, who="relative", consent={"chosen": ["answer"], "other": ""})
    assert may not in said


def test_whom_it_concerns_and_what_is_asked_stand_before_anything_else(letters: Letters) -> None:
    text = text_of(letters, **{**ordinary(), "who": "relative", "relation": "mother"})
    order = ["Till: Min vårdcentral", "Datum:", "Jag ber om", "BREVET GÄLLER MIN MAMMA", "Personnummer: ___",
             "Telefon: ___", "DET SOM ÄR SVÅRT NU", "UNDERSKRIFT", "Mottaget den: ___"]  # fmt: skip
    places = [text.index(words) for words in order]
    assert places == sorted(places)
