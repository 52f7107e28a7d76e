"""Who asks is remembered through the conversation, until they say something else."""

from datetime import date

import pytest

from actions.content.models import Role
from actions.replies.answers import Asker
from actions.replies.knowledge import Knowledge
from actions.replies.told import told_kept, told_so_far, wants_contact
from actions.replies.who_asks import asker_kept, codes_named, who_asks
from actions.routing.query import ContactQuery
from tests.replies.said import after, pressed, said

DAY = date(2026, 12, 1)


def test_a_parent_stays_a_parent_until_they_ask_for_themselves(known: Knowledge) -> None:
    parent = after(role=Role.PARENT)
    assert who_asks("vad kostar det", parent, known.places).role is Role.PARENT
    assert who_asks("det gäller mig själv", parent, known.places).role is None


def test_easy_words_are_kept_once_asked_for(known: Knowledge) -> None:
    assert who_asks("vad kostar det", after(easy=True), known.places).easy
    assert not who_asks("vad kostar det", after(), known.places).easy


@pytest.mark.parametrize(
    ("words", "municipality", "local"),
    [("vad gäller i Borås", "", True), ("och kostnaden", "1490", True), ("vad gäller i Nacka", "", False),
     ("vad gäller", "", False), ("vad gäller i Västra Götaland", "", True)],
)  # fmt: skip
def test_what_holds_in_vastra_gotaland_is_said_to_who_lives_there(
    known: Knowledge, words: str, municipality: str, local: bool
) -> None:
    assert who_asks(words, after(municipality=municipality), known.places).in_west_sweden is local


def test_one_place_is_kept_and_the_region_where_only_that_is_known(known: Knowledge) -> None:
    asker = Asker(Role.STAFF, True, DAY)
    assert asker_kept("i Borås", after(), asker, known.places)["municipality"] == "1490"
    assert asker_kept("hos oss i regionen", after(), asker, known.places)["municipality"] == "14"
    known_already = asker_kept("hos oss", after(municipality="1490"), asker, known.places)
    assert known_already == {"role": str(Role.STAFF), "easy": False}


def test_no_words_name_no_place(known: Knowledge) -> None:
    assert codes_named("", known.places) == []


def test_what_was_told_before_is_not_asked_again(known: Knowledge) -> None:
    before = after(told=ContactQuery(place="1490"))
    assert told_so_far(known, pressed("hitta-kontakt"), before).place == "1490"
    assert told_so_far(known, said("nu i Lerum"), before).place == "1441"


def test_facts_that_are_kept_already_are_not_kept_again() -> None:
    told = ContactQuery(place="1490")
    assert told_kept(after(told=told), told) == {}
    assert told_kept(after(), told) == {"told": {"place": "1490"}, "municipality": "1490"}


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("vem ringer jag i Lerum", True),
        ("vem ringer jag", False),
        ("vad kostar det i Lerum", False),
        ("", False),
    ],
)
def test_whom_to_call_is_said_when_it_is_asked_and_can_be_told(
    known: Knowledge, words: str, wanted: bool
) -> None:
    assert wants_contact(known, said(words), after()) is wanted
    assert not wants_contact(known, said(words), after(task="draft"))
