"""Someone who asks two things gets two answers, however they put it."""

import pytest

from actions.replies.questions import asked_behind, only_question, split_questions

SEVERAL = [
    ("vad kostar det? och vem bestämmer?", ["vad kostar det?", "och vem bestämmer?"]),
    ("Vad är en SIP och vem kan få en", ["Vad är en SIP", "vem kan få en"]),
    ("va e sip o vem får va me å kostar de nåt", ["va e sip", "vem får va me", "kostar de nåt"]),
    ("va e sip vem får va me kostar de nåt", ["va e sip", "vem får va me", "kostar de nåt"]),
    ("Vad är SIP, vem kan få det och vad kostar det", ["Vad är SIP", "vem kan få det", "vad kostar det"]),
    ("hej jag undrar vad sip är och hur man ansöker", ["hej jag undrar vad sip är", "hur man ansöker"]),
    ("får min syster vara med och måste läkaren komma", ["får min syster vara med", "måste läkaren komma"]),
    ("hur lång tid tar det å vem kallar", ["hur lång tid tar det", "vem kallar"]),
    ("kan man ses digitalt eller måste man åka dit", ["kan man ses digitalt", "måste man åka dit"]),
    ("varfor fragar de om det? hur manga kommer", ["varfor fragar de om det?", "hur manga kommer"]),
    ("kan man fa hjalp, eller ar det for sent", ["kan man fa hjalp", "ar det for sent"]),
    ("va kostar de\nvem får va me", ["va kostar de", "vem får va me"]),
    ("Kan jag få SIP? Jag har bara vårdcentral. Kostar det nåt?", ["Kan jag få SIP?", "Kostar det nåt?"]),
]
ONE = [
    "kan vi kräva att de skriver ner vem som gör vad",
    "vad är en sip",
    "skolan och bup skyller på varann",
    "Mamma är 84. Hon bor själv. Vem ska vi ringa?",
    "mamma är 84 och bor själv och ramlar jämt och jag ringer runt hela dagarna vad ska jag göra",
    "jag är trött och kan inte gå och har ont",
    "när han kommer hem och när han var liten var det likadant",
    "de frågade vem som leder och vad jag vill",
    "jag vet inte vem jag ska ringa",
    "vad är skillnaden mellan SIP och patientkontrakt",
    "jag undrar om sip och om det kostar",
    "jag är ny. här jag är ett nummer",
    "vår plan har aldrig följts upp",
    "han vägrar prata men vill gärna träffas",
]


@pytest.mark.parametrize(("text", "expected"), SEVERAL)
def test_questions_are_told_apart(text: str, expected: list[str]) -> None:
    assert split_questions(text) == expected


@pytest.mark.parametrize("text", ONE)
def test_one_thought_stays_whole(text: str) -> None:
    assert split_questions(text) == [text]


def test_at_most_three_are_taken() -> None:
    assert len(split_questions("vad är det? vem kan? hur gör man? vad kostar det?")) == 3


def test_the_question_of_a_story_can_be_read_alone() -> None:
    assert only_question("Mamma är 84. Hon bor själv. Vem ska vi ringa?") == "Vem ska vi ringa?"
    assert only_question("Vem ska vi ringa?") == ""
    assert only_question("Mamma är 84. Hon bor själv.") == ""


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("tack så mycket, kan man ha med sin syster", "kan man ha med sin syster"),
        ("tack nu fattar jag, en sak bara, vem kallar och vad kostar det", "vem kallar och vad kostar det"),
        ("tack för hjälpen", ""),
        ("kan man ha med sin syster", ""),
    ],
)
def test_the_question_behind_a_word_of_thanks_is_found(text: str, question: str) -> None:
    assert asked_behind(text) == question
