"""Whoever writes in danger is spoken to as who they are, whatever the model makes of the words."""

import secrets
from pathlib import Path
from typing import Any

import httpx
import pytest

from actions.content.yaml_files import read_yaml
from actions.crisis import CrisisSignal
from actions.crisis.texts import crisis_texts
from actions.replies.crisis import told
from tests.crisis.test_over_the_chat import texts
from tests.talking import Talk

ROOT = Path(__file__).parents[2]
VOICES: dict[str, dict[str, list[str]]] = read_yaml(ROOT / "tests" / "crisis" / "voices.yml")
ROWS = [
    (voice, how, text) for voice, ways in VOICES.items() for how, listed in ways.items() for text in listed
]
# What the model may make of words that say it themselves: how old somebody is they do not always say.
GUESSES = {
    "self": ("", "self", "other", "staff"),
    "child": ("", "self", "child", "other", "staff"),
    "parent": ("", "self", "child", "parent", "other", "staff"),
    "other": ("", "self", "other", "parent", "staff"),
    "staff": ("", "self", "other", "staff", "parent"),
    "harmer": ("", "self", "other", "staff", "parent"),
}
KINDS = ("suicide", "self-harm", "overdose", "illness", "eating", "psychosis", "general")
# How a talk tells who writes.
TELLS = {
    "child": "jag är 13 år, kan jag få en SIP",
    "parent": "min son är 9 år, kan han få en SIP",
    "other": "min mamma har demens, kan hon få en SIP",
    "staff": "jag är kurator på en skola, vem kallar till en SIP",
}
# Words of the texts that are for one voice alone.
_TO = {
    "staff": ("Följ er rutin", "din chef", "Du som arbetar", "er sjuksköterska", "var ni är. Följ"),
    "victim": (
        "Det är inte ditt fel.",
        "hotar dig",
        "att skada dig,",
        "vad du har tagit",
        "blir förvirrad eller får",
    ),
    "onlooker": ("har sett eller hört", "Barnet kan själv ringa"),
    "child": ("dig som är under 18",),
    "parent": ("ditt barn",),
}
NEVER = {
    "self": ("staff", "onlooker", "child", "parent"),
    "child": ("staff", "onlooker", "parent"),
    "parent": ("staff", "child"),
    "other": ("staff", "victim", "child", "parent"),
    "staff": ("victim", "child", "parent"),
    "harmer": ("staff", "onlooker", "child"),
}


@pytest.mark.parametrize(("voice", "how", "text"), ROWS)
def test_who_writes_is_told_by_the_words_and_the_talk_whatever_is_guessed(
    voice: str, how: str, text: str
) -> None:
    known = voice if how == "told" else ""
    for guess in GUESSES[voice] if how == "said" else ("", *VOICES):
        for kind in KINDS:
            said = crisis_texts().answer(*told(text, CrisisSignal(kind, "acute", guess, known=known)))
            assert not meant_for_others(voice, said), (kind, guess)


def test_there_are_many_and_none_is_trained_on() -> None:
    folder = ROOT / "nlu_data" / "danger"
    known = {text for path in folder.glob("*.yml") for text in texts(read_yaml(path))}
    assert len(ROWS) >= 100 and not known & {text for _, _, text in ROWS}


@pytest.mark.running
@pytest.mark.parametrize(("voice", "how", "text"), ROWS)
def test_nobody_reads_what_is_meant_for_somebody_else(
    client: httpx.Client, voice: str, how: str, text: str
) -> None:
    talk = Talk(client, secrets.token_hex(16))
    if how == "told":
        talk.say(TELLS[voice])
    said = care_of(talk.say(text).messages)
    assert "112" in said or "1177" in said
    assert not meant_for_others(voice, said)
    assert voice != "child" or "116 111" in said or "Hämta en vuxen" in said


def meant_for_others(voice: str, said: str) -> list[str]:
    """Words in what was said that are for somebody else than this voice."""
    return [words for other in NEVER[voice] for words in _TO[other] if words in said]


def care_of(messages: list[dict[str, Any]]) -> str:
    """What was said of the danger, without the answer beside it."""
    return " ".join(row["text"] for row in messages if (row.get("custom") or {}).get("care"))
