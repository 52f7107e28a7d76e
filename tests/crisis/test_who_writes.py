"""Who writes decides what is said: the words first, a guess only where nothing speaks against it."""

import pytest

from actions.crisis import CrisisSignal
from actions.crisis.texts import crisis_texts
from actions.replies.crisis import concern_reply, told


@pytest.mark.parametrize(
    ("text", "guess", "person"),
    [
        ("jag är 13 år och vill dö", "self", "child"),
        ("jag går i sexan och pappa slår mig", "", "child"),
        ("min man slår mig", "other", "self"),
        ("min man slår mig", "child", "self"),
        ("min sambo slår mig och jag är rädd", "child", "self"),
        ("barnens pappa hotar mig", "child", "self"),
        ("my husband hits me", "child", "self"),
        ("han slår mig", "child", "child"),
        ("min mammas man slår mig", "child", "child"),
        ("min fru slår mig", "self", "man"),
        ("jag är 81 år och orkar inte leva", "self", "older"),
        ("jag är rädd att jag ska skada mitt barn", "parent", "harmer"),
        ("min brukare säger att hon vill dö", "other", "staff"),
        ("min dotter har skurit sig", "parent", "parent"),
        ("mamma har ramlat och ligger på golvet", "", ""),
        ("mamma har ramlat och ligger på golvet", "other", "other"),
        ("allt är svart", "", ""),
    ],
)
def test_who_writes(text: str, guess: str, person: str) -> None:
    assert crisis_texts().person_of(text, guess) == person


def test_the_models_kind_comes_before_the_patterns() -> None:
    found = CrisisSignal("overdose", "acute", "self")
    assert told("jag vill dö, har tagit alla mina tabletter", found) == ("overdose", "self")


def test_when_the_model_does_not_know_the_pattern_decides() -> None:
    assert told("jag vill dö", CrisisSignal("general", "acute"))[0] == "suicide"


def test_heavy_words_are_met_with_care_and_acute_ones_with_the_crisis_answer_alone() -> None:
    care = concern_reply("x", CrisisSignal("general", "heavy"))
    assert care is not None and care.custom == {"care": "heavy"}
    urgent = concern_reply("x", CrisisSignal("general", "urgent"))
    assert urgent is not None and urgent.text.startswith("Är det fara för liv, ring **112**")
    assert concern_reply("x", CrisisSignal("general", "acute")) is None
