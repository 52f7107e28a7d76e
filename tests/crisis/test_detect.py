"""What a person in danger, and a person who is not, can count on."""

from pathlib import Path
from typing import Any

import pytest

from actions.content.text import fold
from actions.content.yaml_files import read_yaml
from actions.crisis import CrisisSignal, detect, is_certain, is_over, says_little
from actions.crisis.lexicon import CATEGORIES, lexicon

ROOT = Path(__file__).parents[2]
FILE = ROOT / "nlu_data" / "danger" / "plain.yml"
SENTENCES: dict[str, Any] = read_yaml(FILE)
ACUTE = [(category, text) for category, texts in SENTENCES["acute"].items() for text in texts]
MILD = [*SENTENCES["concern"], *SENTENCES["ordinary"]]


def is_acute(text: str) -> bool:
    signal = detect(text)
    return signal is not None and signal.level == "acute"


def without_dots(text: str) -> str:
    return text.translate(str.maketrans("åäöÅÄÖ", "aaoAAO"))


def test_the_measure_is_wide_enough() -> None:
    assert len(ACUTE) >= 150
    assert len(MILD) >= 200
    texts = [fold(text) for text in (*(text for _, text in ACUTE), *MILD)]
    assert len(set(texts)) == len(texts)


@pytest.mark.parametrize(("category", "text"), ACUTE)
def test_danger_is_always_found(category: str, text: str) -> None:
    assert is_acute(text)


@pytest.mark.parametrize(("category", "text"), ACUTE)
def test_danger_is_found_without_dots_and_in_capitals(category: str, text: str) -> None:
    assert is_acute(without_dots(text))
    assert is_acute(text.upper())


@pytest.mark.parametrize(("category", "text"), ACUTE)
def test_danger_is_found_in_the_middle_of_another_question(category: str, text: str) -> None:
    assert is_acute(f"Hej! Jag undrar hur lång tid en SIP tar. {text}. Kan ni svara?")


@pytest.mark.parametrize(
    "text",
    [
        "jag orkar inte mer",
        "Jag orkar inte mer, vad gör jag?",
        "hej, nu orkar jag inte längre. snälla hjälp mig",
    ],
)
def test_words_of_exhaustion_are_danger_when_they_are_all_that_is_said(text: str) -> None:
    assert is_acute(text)
    part = detect(f"Vi har ringt i ett år. {text} Vem kallar till mötet?")
    assert part is not None and part.level == "heavy"


@pytest.mark.parametrize(
    "text",
    [
        "min man var våldsam för tjugo år sedan",
        "han slog mig när jag var liten",
        "jag försökte ta mitt liv för tio år sedan",
    ],
)
def test_what_happened_long_ago_is_heavy_and_not_acute(text: str) -> None:
    signal = detect(text)
    assert signal is not None and signal.level == "heavy"
    assert is_acute(f"{text} och nu vill jag dö")


@pytest.mark.parametrize(
    ("text", "over"),
    [
        ("för ett år sen slog han mig men han sitter inne nu", True),
        ("förra hösten försökte hon hoppa, det är över nu och hon bor hemma igen", True),
        ("i våras tog han en överdos, det gick bra", True),
        ("i våras ramlade jag och låg där en hel natt, men det är utagerat", True),
        ("jag har levt med en man som slog mig men det är slut sen fem år", True),
        ("vi har varit skilda sedan 3 år, han slog mig då", True),
        ("det är slut sen fem år men nu hotar han mig", False),
        ("i våras tog han en överdos", False),
        ("för ett år sen slog han mig, nu står han utanför", False),
        ("för ett år sen var det över men nu hotar han mig igen", False),
        ("det är över mellan oss och jag orkar inte leva", False),
    ],
)
def test_what_is_said_to_be_over_is_over_unless_something_is_told_of_now(text: str, over: bool) -> None:
    assert is_over(text) is over


@pytest.mark.parametrize(
    "text", ["mitt barn är borta från skolan", "barnen är borta hos pappa varannan vecka"]
)
def test_away_from_school_is_no_missing_child(text: str) -> None:
    assert not is_acute(text)
    assert is_acute("min son är borta sedan i går och svarar inte")


@pytest.mark.parametrize(
    ("harmless", "danger"),
    [
        ("jag kan inte andas genom näsan, kan mötet vara digitalt", "jag kan inte andas"),
        ("när jag ringer BUP svarar ingen", "när jag ringer BUP svarar ingen och jag vill dö"),
        ("pappa slår inte, han bara skriker", "pappa slår mig"),
        ("för min kompis tog dom ungarna på en vecka", "min man har tagit barnen och rest utomlands"),
        ("jag är rädd att hon ramlar på natten", "hon ramlade och slog i huvudet och kräks"),
        (
            "han slår sig själv i huvudet när vi ska gå",
            "han slår sig själv i huvudet tills det blöder överallt",
        ),
        ("han slog i huvudet i fjol och ingen svarar i telefon", "han slog i huvet å svarar knappt"),
        ("jag orkar inte leva på 0 kr", "jag orkar inte leva på det här sättet"),
        ("mitt recept på hjärttabletter är slut", "mitt recept är slut och jag har tagit alla tabletter"),
        ("är det kallt går jag inte ut", "är det kallt går jag ut och lägger mig i snön, jag vill dö"),
        ("nej då, inga tankar på att dö, bara trött", "inga tankar på att dö men jag vill inte leva längre"),
    ],
)
def test_what_only_sounds_dangerous_is_no_danger(harmless: str, danger: str) -> None:
    assert not is_acute(harmless)
    assert is_acute(danger)


def test_the_help_named_fits_the_danger() -> None:
    right = sum(signal.category == category for category, text in ACUTE if (signal := detect(text)))
    assert right / len(ACUTE) >= 0.9


def test_ordinary_sentences_seldom_get_the_crisis_answer() -> None:
    alarms = [text for text in MILD if is_acute(text)]
    assert len(alarms) / len(MILD) <= 0.02, alarms


@pytest.mark.parametrize("text", SENTENCES["concern"])
def test_heavy_words_without_danger_get_a_word_of_care(text: str) -> None:
    signal = detect(text)
    assert signal is not None
    assert signal.level == "heavy"


def test_ordinary_sentences_seldom_get_a_word_of_care() -> None:
    noticed = [text for text in SENTENCES["ordinary"] if detect(text)]
    assert len(noticed) / len(SENTENCES["ordinary"]) <= 0.02, noticed


ABOUT_DANGER = frozenset(
    {
        "utanfor-amnet/orosanmalan",
        "sekretess-dokumentation/orosanmalan",
        "valja-bort-deltagare/radd-for-nagon",
        "vem-kan-fa-sip/vald-i-nara-relation",
    }
)


@pytest.mark.slow
def test_questions_about_sip_almost_never_look_like_danger_to_the_patterns() -> None:
    """The model must agree before the crisis answer is given: bot/rasa/components/crisis_guard.py.

    Some of the stories among them do tell of violence or self-harm.
    """
    asked = [
        text
        for path in sorted((ROOT / "nlu_data" / "intents").rglob("*.yml"))
        if path.stem != "kris"
        for text in examples(path, leave_out=ABOUT_DANGER)
    ]
    alarms = [text for text in asked if is_acute(text)]
    assert len(alarms) / len(asked) <= 0.003, alarms


def test_no_sentence_here_stands_among_the_topics() -> None:
    files = (ROOT / "nlu_data" / "intents").rglob("*.yml")
    trained = {fold(text) for path in files for text in examples(path)}
    here = [*(text for _, text in ACUTE), *MILD]
    assert [text for text in here if fold(text) in trained] == []


def examples(path: Path, leave_out: frozenset[str] = frozenset()) -> list[str]:
    groups = read_yaml(path)["nlu"]
    kept = (group for group in groups if "intent" in group and group["intent"] not in leave_out)
    lines = [line for group in kept for line in group["examples"].splitlines()]
    return [line.removeprefix("- ") for line in lines if line]


def test_still_not_hearing_is_no_trouble_with_breathing() -> None:
    assert detect("mamma hör ändå inte på telefonen") is None
    assert is_acute("han andas inte")


@pytest.mark.parametrize("text", ["", "   ", "?!", "…", "123", "😀"])
def test_empty_and_wordless_messages_are_no_danger(text: str) -> None:
    assert detect(text) is None


def test_a_harmless_phrase_never_hides_a_real_one() -> None:
    assert detect("det här systemet tar livet av mig, jag vill dö") == CrisisSignal("självmord", "acute")
    assert detect("slå en signal, han slår mig") == CrisisSignal("våld", "acute")


def test_only_exhaustion_and_nothing_more_is_taken_as_danger() -> None:
    assert is_acute("jag orkar inte mer")
    assert is_acute("dö")
    assert not is_acute("jag orkar inte mer papper")


def test_a_long_message_is_read_at_once() -> None:
    assert detect("jag vill ha ett möte med alla om min son och skolan " * 20) is None


def test_no_group_of_patterns_matches_everything() -> None:
    known = lexicon()
    patterns = [known.harmless, *known.concern.values(), *known.acute.values()]
    assert set(known.acute) == set(known.concern) == set(CATEGORIES)
    assert not any(pattern.search("vad kostar en sip") for pattern in patterns)


@pytest.mark.parametrize(
    "text", ["för mig själv", "Min fru och jag", "jag är hans mamma", "hej då", "vet ej"]
)
def test_words_that_only_say_who_it_is_about_are_no_danger(text: str) -> None:
    assert says_little(text)


@pytest.mark.parametrize(
    "text", ["min man slår mig", "jag dör", "hjälp mig", "mamma andas inte", "han är här"]
)
def test_few_words_may_still_say_it_all(text: str) -> None:
    assert not says_little(text)


@pytest.mark.parametrize(
    ("text", "certain"),
    [
        ("hon andas inte vi bor i falun vem ringer jag", True),
        ("Mamma andas knappt, vi bor i Falun. Vem ringer jag?", True),
        ("min lilla son andas inte", True),
        ("han har slutat andas", True),
        ("pappa ligger medvetslös på golvet, vad gör jag", True),
        ("han svarar inte sen i torsdags och han brukar alltid svara", True),
        ("läraren svarar inte på mejl, hon brukar alltid svara", False),
        ("jag har nyckel men vågar inte gå in själv", True),
        ("jag har nyckel till förrådet", False),
        ("jag är rädd för att vara själv med henne", True),
        ("jag är rädd att vara själv på mötet", False),
        ("hon säger att hon inte vill finnas när det är skola", True),
        ("hon säger att hon inte vill finnas med i registret", False),
        ("hon andas inte ut förrän mötet är över", False),
        ("hon andas inte genom näsan", False),
        ("han var liten när han slutade andas, för tio år sedan", False),
        ("mamma blev medvetslös för flera år sedan", False),
        ("kan vi få en SIP för någon som har svårt att andas", False),
    ],
)
def test_who_does_not_breathe_is_in_danger_whatever_else_is_written(text: str, certain: bool) -> None:
    assert is_certain(text) is certain


@pytest.mark.parametrize(
    "text", ["hon andas inte vi bor i falun", "han har slutat andas", "pappa ligger medvetslös"]
)
def test_what_is_certain_is_written_as_acute_too(text: str) -> None:
    assert is_certain(text) and is_acute(text)
