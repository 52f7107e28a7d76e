"""A question to the chat is told from an answer to a step, in the service as in the browser."""

import json
from pathlib import Path

import pytest

from actions.tasks.asking import agrees, asks, is_command, is_steering, only_opens, says_nothing

ROWS = json.loads((Path(__file__).parent / "asking.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("text", ROWS["asks"])
def test_a_question_asks(text: str) -> None:
    assert asks(text)


@pytest.mark.parametrize("text", ROWS["tells"])
def test_what_answers_a_step_tells(text: str) -> None:
    assert not asks(text)


@pytest.mark.parametrize(("kind", "yes"), [("commands", True), ("notCommands", False)])
def test_a_command_is_short_and_nothing_else(kind: str, yes: bool) -> None:
    assert [text for text in ROWS[kind] if is_command(text) is not yes] == []


@pytest.mark.parametrize(("kind", "yes"), [("steering", True), ("notSteering", False)])
def test_skipping_and_going_back_must_be_said(kind: str, yes: bool) -> None:
    assert [text for text in ROWS[kind] if is_steering(text) is not yes] == []


@pytest.mark.parametrize(("kind", "yes"), [("agrees", True), ("agreesNot", False)])
def test_a_yes_says_nothing_more(kind: str, yes: bool) -> None:
    assert [text for text in ROWS[kind] if agrees(text) is not yes] == []


@pytest.mark.parametrize(("kind", "yes"), [("saysNothing", True), ("saysSomething", False)])
def test_a_no_says_nothing_more(kind: str, yes: bool) -> None:
    assert [text for text in ROWS[kind] if says_nothing(text) is not yes] == []


@pytest.mark.parametrize(("kind", "yes"), [("onlyOpens", True), ("opensAndTells", False)])
def test_what_only_opens_a_message_answers_nothing(kind: str, yes: bool) -> None:
    assert [text for text in ROWS[kind] if only_opens(text) is not yes] == []
