"""When whom to call is the answer, though no number was asked for."""

from datetime import date

import pytest

from actions.replies.conversation import Conversation
from actions.replies.knowledge import Knowledge
from actions.replies.told import says_where_only, wants_contact
from actions.replies.turn import Turn
from actions.routing.query import ContactQuery


def said(words: str, *ranked: str) -> Turn:
    return Turn(text=words, ranked=ranked)


def before(**known: object) -> Conversation:
    return Conversation(today=date(2026, 11, 28), **known)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("words", "wants"),
    [
        ("planen behöver ändras bor i linköping", True),
        ("mamma bor på särskilt boende i umeå", True),
        ("hur ändrar man planen i linköping?", False),
        ("svärmor bor i Kiruna o vi i Växjö, hur får man ihop en sån flytt", False),
        ("dottern bor varannan vecka i Lerum och Borås", True),
        ("dottern bor varannan vecka i Lerum och Borås, måste båda vi säga ja?", False),
        ("vi bor i jämtland vem ringer vi", True),
        ("vart vänder jag mig i norge", True),
        ("vi bor i linköping", False),
        ("jag är kurator på gymnasiet i falun hur får jag tag på bup", True),
        ("vem e biståndshandläggare i åmål", True),
        ("e ensam o vill prata me nån, bor i hudiksvall", True),
    ],
)
def test_a_statement_with_its_place_is_enough_where_somebody_has_to_act(
    known: Knowledge, words: str, wants: bool
) -> None:
    assert wants_contact(known, said(words), before()) is wants


def test_what_changes_the_doors_just_shown_shows_them_anew(known: Knowledge) -> None:
    told = ContactQuery(place="0581", situation="nekad", refused_by="region")
    shown = before(last_topic="hitta-kontakt", told=told)
    assert wants_contact(known, said("fast soc sa också nej"), shown)
    assert not wants_contact(known, said("tack så mycket"), shown)
    answered = before(last_topic="hitta-kontakt", last_passage="hitta-kontakt#inlagd", told=told)
    assert not wants_contact(known, said("fast soc sa också nej"), answered)
    assert not wants_contact(known, said("kostar det något, soc sa också nej"), shown)


def test_a_place_is_enough_where_nothing_else_was_understood(known: Knowledge) -> None:
    assert says_where_only(known, said("hon bor i mora"), before())
    assert not says_where_only(known, said("va blir de för väder i mora", "utanfor-amnet"), before())
    assert not says_where_only(known, said("vem bestämmer budgeten i mora?"), before())
    assert not says_where_only(known, said("hon bor där"), before())
