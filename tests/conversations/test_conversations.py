"""Conversations, each a promise in a file of its own, held over HTTP with the running service."""

import pytest

from tests.conversations.script import Expected, read, scripts
from tests.talking import Talk, Turn

pytestmark = pytest.mark.running


@pytest.mark.parametrize("name", scripts())
def test_conversation(talk: Talk, name: str) -> None:
    script = read(scripts()[name])
    for number, expected in enumerate(script.turns, 1):
        turn = talk.press(expected.pressed) if expected.pressed else talk.say(expected.said)
        problems = list(differences(expected, turn, talk))
        where = f"{name}, turn {number}: {expected.said or expected.pressed}"
        assert not problems, "\n".join([where, *problems, f"the reply was: {turn.customs} {turn.text}"])


def test_there_are_conversations() -> None:
    assert len(scripts()) >= 12


def differences(expected: Expected, turn: Turn, talk: Talk) -> list[str]:
    """What the reply lacks or has too much of, a line each."""
    contacts = turn.last("contacts") or []
    answers = (turn.last("draft") or {}).get("answers", {})
    before = talk.turns[-2].text if len(talk.turns) > 1 else ""
    first_topic = (turn.all("topic") or [""])[0]
    checks = {
        f"refused: {turn.refused!r}": turn.refused == expected.refused,
        f"topic: {first_topic!r}": not expected.topic or first_topic == expected.topic,
        f"topics: {turn.last('topics')}": not expected.topics or turn.last("topics") == list(expected.topics),
        f"concept: {turn.last('concept')}": not expected.concept or turn.last("concept") == expected.concept,
        f"step: {turn.last('step')}": not expected.step or turn.last("step") == expected.step,
        "a step is asked": not (expected.no_step and turn.last("step")),
        "the same words again": not (expected.new_words and turn.text == before),
        f"suggestions: {turn.last('suggestions')}": _guessed(expected, turn),
    }
    missing = [
        *(f"no {key}" for key in expected.has if not turn.last(key)),
        *(f"nobody from {side}" for side in expected.sides if side not in {row["side"] for row in contacts}),
        *(f"{words!r} is not said" for words in expected.says if words not in turn.text),
        *(f"{words!r} is said" for words in expected.silent_on if words.casefold() in turn.text.casefold()),
        *(f"{title!r} is not offered" for title in expected.offers if title not in turn.buttons),
        *(
            f"draft {key}: {answers.get(key)}"
            for key, value in expected.draft.items()
            if answers.get(key) != value
        ),
    ]
    return [*(problem for problem, fine in checks.items() if not fine), *missing]


def _guessed(expected: Expected, turn: Turn) -> bool:
    suggested = turn.last("suggestions") or []
    return {"": True, "some": 1 <= len(suggested) <= 3, "none": not suggested}[expected.guesses]
