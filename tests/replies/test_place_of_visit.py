"""The place chosen on another page of the visit is known in the chat, and gone when it is taken away."""

from collections.abc import Callable
from datetime import date

import pytest

from actions.replies.contract import Context
from actions.replies.conversation import Conversation
from actions.replies.knowledge import Knowledge
from actions.replies.told import told_so_far
from actions.replies.turn import Turn
from actions.routing.query import ContactQuery

Place = Callable[..., str | None]


@pytest.fixture
def place(known: Knowledge) -> Place:
    """The place known after a message with this context, in a conversation that told these facts."""

    def place_known(context: dict[str, str] | None, **told: str) -> str | None:
        turn = Turn(
            text="/hitta-kontakt",
            intent="hitta-kontakt",
            context=None if context is None else Context.model_validate(context),
        )
        conversation = Conversation(today=date(2026, 12, 1), told=ContactQuery.model_validate(told))
        return told_so_far(known, turn, conversation).place

    return place_known


def test_a_place_chosen_elsewhere_is_known(place: Place) -> None:
    assert place({"place": "1496"}) == "1496"
    assert place({"place": "1496"}, place="1480") == "1496"


def test_a_place_taken_away_is_forgotten(place: Place) -> None:
    assert place({"place": ""}, place="1480") is None


def test_without_news_the_conversation_remembers(place: Place) -> None:
    assert place({}, place="1480") == "1480"
    assert place(None, place="1480") == "1480"
