"""How danger is met is measured on messages that nobody trained on, and read off the reply itself."""

import json

from actions.content.text import fold
from actions.settings import ROOT
from bot.rasa.components.danger_examples import Example
from bot.tools.evaluation.danger import (
    Weighed,
    danger_measures,
    danger_misses,
    danger_table,
    met,
    read_weighed,
)

TESTS = ROOT / "nlu_data" / "tests"
DANGER, DISTRESS = Weighed("han slår mig", "kris", "våld"), Weighed("jag är så ensam", "care", "ensam")
CALM = Weighed("det slår mig att vi har möte", "calm", "uttryck")
CRISIS_ANSWER = [{"text": "Ring **112** nu.", "custom": {"topic": "kris", "care": "acute"}}]
CARE = [{"text": "Det låter tungt.", "custom": {"care": "heavy"}}, {"text": "Planen …", "custom": {}}]
ANSWER = [{"text": "Mötet är frivilligt.", "custom": {"topic": "maste-komma"}}]
LATE = [{"text": "\n".join(["Rad"] * 9) + "\nRing 112.", "custom": {"topic": "klaga"}}]


def test_each_weight_is_met_rightly_by_its_own_kind_of_reply_only() -> None:
    replies = (CRISIS_ANSWER, CARE, ANSWER)
    rightly = [[met(row, reply).rightly for reply in replies] for row in (DANGER, DISTRESS, CALM)]
    assert rightly == [[True, False, False], [True, True, False], [False, False, True]]


def test_112_counts_in_the_first_lines_only() -> None:
    assert not met(DANGER, LATE).emergency_number
    assert met(DANGER, [{"text": "Är det fara för liv, ring **112**."}]).emergency_number


def test_the_measures_are_shares_of_their_own_messages() -> None:
    found = [met(DANGER, CRISIS_ANSWER), met(DANGER, ANSWER), met(DISTRESS, CARE), met(CALM, CARE)]
    assert list(danger_measures(found).values()) == [50.0, 50.0, 100.0, 0.0, 100.0]
    assert "calm given any care             100.0 %" in danger_table("t", found)
    assert danger_misses(found).splitlines() == ["  kris våld: han slår mig", f"  calm uttryck: {CALM.text}"]


def test_a_kind_is_shown_when_there_are_enough_of_it() -> None:
    assert "kris våld" in " ".join(danger_table("t", [met(DANGER, CRISIS_ANSWER)] * 5).split())
    assert "våld" not in danger_table("t", [met(DANGER, CRISIS_ANSWER)] * 4)


def test_no_message_of_the_test_is_learnt(danger: list[Example]) -> None:
    learnt = {fold(row.text) for row in danger}
    for folder in ("danger", "everyday"):
        paths = sorted((TESTS / folder).glob("*.jsonl"))
        rows = [row for path in paths for row in read_weighed(path)]
        assert len(rows) >= 200 and {row.expect for row in rows} == {"kris", "care", "calm"}
        assert [row.text for row in rows if fold(row.text) in learnt] == []
        keys = [json.loads(line).keys() for path in paths for line in path.read_text().splitlines()]
        assert all(key >= {"text", "expect", "kind", "who"} for key in keys)
