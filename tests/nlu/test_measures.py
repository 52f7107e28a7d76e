"""The numbers that decide whether people are understood are counted right."""

import math
from typing import Any

import pytest

from bot.tools.evaluation.asking import outcome
from bot.tools.evaluation.cases import Case
from bot.tools.evaluation.goals import Goals
from bot.tools.evaluation.measures import (
    Outcome,
    bands,
    calibration_error,
    confusions,
    measures,
    under_floors,
)
from bot.tools.evaluation.report import mistakes, table

GOALS = Goals(
    {"klaga": frozenset({"nekad-sip"})},
    frozenset({"tack"}),
    {"first answer right": {"at least": 80}},
    {},
    {},
    {},
    {},
    {},
)


def row(meant: str, *answered: str, suggested: tuple[str, ...] = (), confidence: float = 0.9) -> Outcome:
    return Outcome("…", meant, answered, suggested, answered[0] if answered else "oklart", confidence)


def test_a_neighbouring_answer_counts_as_right() -> None:
    assert row("klaga", "nekad-sip").is_right(GOALS)
    assert not row("nekad-sip", "klaga").is_right(GOALS)


def test_the_second_of_several_answers_counts() -> None:
    assert row("kostnad", "vad-ar-sip", "kostnad").is_right(GOALS)


def test_a_suggestion_is_found_but_not_right() -> None:
    unsure = row("kostnad", suggested=("lag", "kostnad"))
    assert unsure.first == "oklart"
    assert unsure.is_found(GOALS)
    assert not unsure.is_right(GOALS)


def test_asking_back_lowers_what_is_right_at_once_but_not_what_is_found() -> None:
    found = measures([row("kostnad", "kostnad"), row("lag", suggested=("lag",))], GOALS)
    assert found["first answer right"] == 50
    assert found["right or suggested"] == 100
    assert found["answered at once"] == 50
    assert found["right when answered"] == 100


def test_only_an_answer_about_sip_is_wrong_for_a_message_outside() -> None:
    rows = [row("utanfor-amnet", said) for said in ("utanfor-amnet", "tack", "kostnad", "kris")]
    assert measures([*rows, row("utanfor-amnet")], GOALS)["outside answered as SIP"] == 20


def test_crisis_is_counted_apart_from_questions() -> None:
    found = measures(
        [row("kris", "kris"), row("kris", "klaga"), row("lag", "kris"), row("lag", "lag")], GOALS
    )
    assert found["crisis recognised"] == 50
    assert found["false crisis alarms"] == 50
    assert found["first answer right"] == 50


def test_a_measure_without_messages_is_no_number() -> None:
    assert math.isnan(measures([row("lag", "lag")], GOALS)["crisis recognised"])


def test_confidence_that_means_something_has_no_calibration_error() -> None:
    sure = [row("lag", "lag" if n < 8 else "klaga", confidence=0.8) for n in range(10)]
    assert calibration_error(sure) == pytest.approx(0)
    ((confidence, right, count),) = bands(sure)
    assert (right, count) == (0.8, 10) and confidence == pytest.approx(0.8)


def test_full_confidence_belongs_to_the_last_step() -> None:
    assert bands([row("lag", "lag", confidence=1.0)]) == [(1.0, 1.0, 1)]


def test_a_missed_floor_is_told() -> None:
    missed = under_floors({"first answer right": 79.9}, GOALS.floors)
    assert missed == ["first answer right: 79.9 %, wanted at least 80 %"]
    assert under_floors({"first answer right": 80.0}, GOALS.floors) == []


def test_the_tables_name_what_was_confused() -> None:
    rows = [row("lag", "kostnad"), row("lag", "lag")]
    assert confusions(rows, GOALS) == {("lag", "kostnad"): 1}
    assert "lag → kostnad (1)" in table("own", rows, GOALS, {"first answer right": 40.0})
    assert "+10.0" in table("own", rows, GOALS, {"first answer right": 40.0})
    assert "lag → kostnad (0.90): …" in mistakes(rows, GOALS)


def parsed(*ranking: tuple[str, float]) -> dict[str, object]:
    rows = [{"name": name, "confidence": confidence} for name, confidence in ranking]
    return {"intent": rows[0], "intent_ranking": rows}


def test_a_turn_is_read_as_the_chat_contract_has_it() -> None:
    custom = {"topic": "kostnad", "topics": ["kostnad", "lag"]}
    turn: list[dict[str, Any]] = [{"custom": custom}, {"text": "…"}]
    assert outcome(Case("…", "lag"), turn, parsed(("kostnad", 0.7))).answered == ("kostnad", "lag")


def test_an_unsure_turn_has_suggestions_and_a_likeliest_topic() -> None:
    turn: list[dict[str, Any]] = [{"custom": {"topic": "oklart", "suggestions": ["lag"]}}]
    unsure = outcome(Case("…", "lag"), turn, parsed(("nlu_fallback", 0.2), ("lag", 0.2)))
    assert (unsure.answered, unsure.suggested, unsure.understood) == ((), ("lag",), "lag")


def test_a_steering_word_counts_by_what_was_understood() -> None:
    turn: list[dict[str, Any]] = [{"custom": {"topic": "hjalp"}}]
    assert outcome(Case("ja", "ja"), turn, parsed(("ja", 0.9))).answered == ("ja",)
