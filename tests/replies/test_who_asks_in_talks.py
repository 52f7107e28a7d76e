"""Who asks is known all through talks that other hands wrote: `nlu_data/tests/talks`."""

from collections import Counter
from dataclasses import replace
from typing import Any

import pytest

from actions.asker.reading import says_i
from actions.content.models import Role
from actions.replies.conversation import Conversation
from actions.replies.knowledge import Knowledge
from actions.replies.told import heard_kept
from actions.replies.who_asks import who_asks
from actions.routing.query import ContactQuery
from actions.settings import ROOT
from bot.rasa.components.talks import Said, read_talks
from tests.replies.said import after, said

TALKS = ROOT / "nlu_data" / "tests" / "talks"
SETS = ("first", "second", "third", "fourth", "fifth")
# The parent of somebody of age is answered as any other close person.
MAY_BE: dict[str, set[Role | None]] = {
    "self": {None},
    "staff": {Role.STAFF},
    "minor": {Role.MINOR},
    "relative": {Role.RELATIVE, Role.TRUSTEE},
    "parent": {Role.PARENT, Role.RELATIVE},
}
FLOOR = 0.92  # without the manner of writing, which only Rasa reads
FLOOR_YOUNG = 0.85  # they seldom say so at once


@pytest.mark.parametrize("who", MAY_BE)
def test_nearly_all_messages_are_met_as_from_who_they_are_from(known: Knowledge, who: str) -> None:
    met = Counter(
        right
        for name in SETS
        for talk in read_talks(TALKS / f"{name}.jsonl")
        if talk[0].who == who
        for right in _met(known, talk)
    )
    assert met[True] >= (FLOOR_YOUNG if who == "minor" else FLOOR) * met.total(), met


def _met(known: Knowledge, talk: list[Said]) -> list[bool]:
    """Of each message of a talk, whether the one who wrote it is known."""
    conversation, met = after(), []
    for one in talk:
        turn = said(one.text)
        asker = who_asks(turn, conversation, known.places)
        met.append(asker.role in MAY_BE[one.who])
        kept = heard_kept(known, turn, conversation, asker)
        conversation = _gone_on(conversation, one.text, kept)
    return met


def _gone_on(before: Conversation, text: str, kept: dict[str, Any]) -> Conversation:
    told = kept.get("told", before.told)
    return replace(
        before,
        role=Role(kept["role"]) if kept["role"] else None,
        own=bool(kept["own"]),
        told=ContactQuery.model_validate(told),
        antecedent=text,
        says_i=before.says_i or says_i(text),
    )
