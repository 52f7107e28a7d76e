"""Nobody is answered as somebody else: not a grandmother as a parent, nor who is grown as a child."""

import pytest

from actions.content.models import Role
from actions.replies.answers import Asker
from actions.replies.conversation import Conversation
from actions.replies.knowledge import Knowledge
from actions.replies.theirs import asker_of, fits_beside
from actions.replies.turn import Turn
from actions.routing.query import ContactQuery
from tests.replies.said import DAY, after, pressed, said

EX, CHILD, OLD, COST = (
    "barn-och-unga#mitt-ex-laser-planen",
    "barn-och-unga#kan-barn-fa-sip",
    "aldre#plats-pa-aldreboende",
    "kostnad#resan",
)


def others_than(known: Knowledge, turn: Turn, conversation: Conversation) -> frozenset[str]:
    return asker_of(known, turn, conversation).not_theirs


def test_while_nothing_is_told_anything_may_be_meant(known: Knowledge) -> None:
    assert not {EX, CHILD, OLD, COST} & others_than(known, said("vad gäller"), after())
    assert others_than(known, pressed("kostnad"), after(role=Role.PARENT)) == frozenset()


@pytest.mark.parametrize(
    ("words", "others", "theirs"),
    [
        ("jag är 19 och har en ätstörning, kan man få en sip", {CHILD, EX, "barn-och-unga"}, {OLD, COST}),
        ("min mamma är 84 och ska hem", {CHILD, EX}, {OLD, COST}),
        ("min son är 9 år", {OLD}, {CHILD, EX, COST}),
        ("jag är 15, vem får läsa", {OLD}, {CHILD, EX, COST}),
        ("mitt barnbarn bor i familjehem, får jag läsa planen", {EX}, {CHILD, COST}),
    ],
)
def test_what_holds_at_another_age_or_only_of_others_is_not_meant(
    known: Knowledge, words: str, others: set[str], theirs: set[str]
) -> None:
    found = others_than(known, said(words), after())
    assert others <= found and not theirs & found


def test_what_was_told_before_still_holds(known: Knowledge) -> None:
    grown = after(own=True, told=ContactQuery(age_group="vuxen"))
    assert CHILD in others_than(known, said("vem bestämmer, jag eller mamma"), grown)
    assert CHILD not in others_than(known, said("min dotter är 8 år, kan hon få en"), grown)


def test_a_pronoun_alone_takes_nothing_from_a_parent(known: Knowledge) -> None:
    assert EX not in others_than(known, said("får han läsa den"), after(role=Role.RELATIVE))


def test_who_has_words_of_their_own_in_a_text_may_ask_for_it(known: Knowledge) -> None:
    def may(role: Role | None) -> bool:
        return fits_beside(known.store.passages[EX], Asker(role, False, DAY))

    assert may(None) and may(Role.PARENT) and may(Role.MINOR) and may(Role.STAFF)
    assert not may(Role.RELATIVE)
    assert fits_beside(known.store.passages[COST], Asker(Role.RELATIVE, False, DAY))
