"""Danger is measured at the steps of the tasks with the same messages as alone."""

from collections.abc import Mapping
from typing import Any

from bot.tools.evaluation.danger import Weighed
from bot.tools.evaluation.places import ALONE, PLACES, met_at, otherwise_than_alone, places_table, sample

DANGER = Weighed("han slår mig", "kris", "våld")
CARE = Weighed("jag är så ensam", "care", "ensam")
CRISIS_ANSWER = [{"text": "Ring **112** nu.", "custom": {"topic": "kris", "care": "acute"}}]
STEP = [{"text": "Vad är svårt?", "custom": {"step": "draft.situation"}}]


class Chat:
    """Hears danger alone, and takes everything for an answer inside."""

    def __init__(self) -> None:
        self.heard: list[tuple[str, Mapping[str, str] | None]] = []

    def send(self, key: str, words: str, context: Mapping[str, str] | None) -> list[dict[str, Any]]:
        first = not any(said == key for said, _ in self.heard)
        self.heard.append((key, context))
        return CRISIS_ANSWER if first and context is None and words == DANGER.text else STEP


def test_a_message_is_said_where_the_place_has_been_reached() -> None:
    chat, inside = Chat(), PLACES[1]
    assert met_at(ALONE, DANGER, chat.send, "a").crisis
    assert not met_at(inside, DANGER, chat.send, "b").crisis
    assert len(chat.heard) == 2 + len(inside.opened_by)


def test_what_is_met_otherwise_than_alone_is_named_with_its_place() -> None:
    found = {place: [met_at(place, DANGER, Chat().send, "a")] for place in (ALONE, PLACES[-1])}
    assert otherwise_than_alone(found) == f"  {PLACES[-1].name}, kris våld: {DANGER.text}"
    alone, inside = places_table(found).splitlines()[1:]
    assert "100.0" in alone and "100.0" not in inside


def test_the_sample_has_as_many_of_each_label_as_there_are_and_no_more() -> None:
    rows = [DANGER] * 10 + [CARE] * 2
    assert sample(rows, 4) == [DANGER] * 4 + [CARE] * 2
