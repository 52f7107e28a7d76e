"""Whole talks are counted message by message, and who only tells something is owed no answer."""

import json
from pathlib import Path
from typing import Any

import pytest

from bot.rasa.components.talks import Said, read_talks
from bot.tools.evaluation.talks import played, talk_measures, talk_misses, talk_table


def said(text: str, *about: str, danger: str = "calm", talk: int = 1) -> Said:
    return Said(talk, text, about, danger, "self")


def replies(topic: str, text: str = "", buttons: tuple[str, ...] = (), **custom: Any) -> list[dict[str, Any]]:
    rows = [{"title": payload, "payload": payload} for payload in buttons]
    return [{"text": text, "custom": {"topic": topic, **custom}, "buttons": rows}]


ANSWERS = {
    "vad e de": replies("vad-ar-sip", passage="vad-ar-sip#vad-betyder-sip"),
    "va kostar de": replies("oklart", buttons=('/kostnad{"passage":"kostar-sip"}',)),
    "ring vem": replies("hitta-kontakt"),
    "jag vill inte leva": replies("kris", "Ring 112 nu."),
    "möte på torsdag": replies("fore-motet", "Ring 1177.", care="heavy"),
}
TALK = [
    said("vad e de", "vad-ar-sip#vad-betyder-sip"),
    said("va kostar de", "kostnad#kostar-sip", "kostnad#kostar-insatserna"),
    said("ring vem", "klaga#vart"),
    said("jag vill inte leva", "kris", danger="kris"),
    said("möte på torsdag", "berattar"),
]


def test_each_message_is_looked_at_with_its_buttons() -> None:
    found = played(TALK, lambda key, text: ANSWERS[text], "k")
    assert [one.at_once for one in found[:3]] == [True, False, False]
    assert [one.one_press for one in found[:3]] == [True, True, False]
    assert talk_measures(found) == {
        "messages of talks answered": pytest.approx(100 / 3),
        "messages of talks answered or one press": pytest.approx(200 / 3),
        "danger in talks shown 112": 100.0,
        "calm in talks given the crisis answer": 0.0,
        "calm in talks given any care": 25.0,
    }


def test_all_of_a_talk_is_one_conversation() -> None:
    keys: list[str] = []

    def send(key: str, text: str) -> list[dict[str, Any]]:
        keys.append(key)
        return ANSWERS[text]

    played(TALK, send, "k")
    assert keys == ["k"] * len(TALK)


def test_the_table_tells_who_asked_and_the_misses_what_was_said() -> None:
    found = played(TALK, lambda key, text: ANSWERS[text], "k")
    assert "self         3   at once  33.3 %" in talk_table("first", found)
    assert talk_misses(found).splitlines()[1].startswith("  - 1 ring vem → hitta-kontakt")


def test_talks_are_read_whole_and_in_order(tmp_path: Path) -> None:
    rows = [
        {"talk": talk, "text": text, "about": ["berattar"], "danger": "calm", "who": "self"}
        for talk, text in ((1, "hej"), (1, "ok"), (2, "hejsan"))
    ]
    path = tmp_path / "talks.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)))
    assert [[one.text for one in talk] for talk in read_talks(path)] == [["hej", "ok"], ["hejsan"]]
