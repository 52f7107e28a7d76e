"""Not understood is never a dead end: good guesses, and for a question about SIP the likeliest answers."""

from datetime import date

import pytest

from actions.content.models import Role
from actions.publishing.store import Store
from actions.replies.answers import Asker
from actions.replies.clarify import clarify_reply, guesses, likely_answers, names_sip
from actions.replies.phrases import Phrases
from actions.settings import get_settings
from tests.site import compiled_content

ASKER = Asker(None, False, date(2026, 12, 1))
LIKELY = ("samtycke#sip-utan-mitt-ja", "utanfor-amnet#tandvard", "kostnad#resan", "tolk#har-jag-ratt")


@pytest.fixture(scope="module")
def store() -> Store:
    return Store(compiled_content())


@pytest.fixture(scope="module")
def phrases() -> Phrases:
    return Phrases(get_settings().content)


@pytest.mark.parametrize(
    "text", ["är sipen nåt att ha", "Samordnad individuell plan?", "vad gör man på SIP-möten"]
)
def test_a_question_about_sip_is_known_as_one(text: str) -> None:
    assert names_sip(text)


@pytest.mark.parametrize("text", ["vad är klockan", "kan du skriva min läxa", "gossip"])
def test_another_question_is_not_taken_for_one(text: str) -> None:
    assert not names_sip(text)


def test_the_two_likeliest_are_answered_under_their_questions(store: Store, phrases: Phrases) -> None:
    reply = likely_answers(store, phrases, LIKELY, guesses(store, LIKELY, ""), ASKER)
    first, second = (store.passages[key] for key in ("samtycke#sip-utan-mitt-ja", "kostnad#resan"))
    assert reply.text.startswith(phrases("clarify_answers"))
    assert all(part in reply.text for one in (first, second) for part in (one.question, one.short))
    assert reply.custom["topic"] == "oklart"


def test_what_is_answered_is_not_a_button_as_well(store: Store, phrases: Phrases) -> None:
    reply = likely_answers(store, phrases, LIKELY, guesses(store, LIKELY, ""), ASKER)
    titles = [button.title for button in reply.buttons]
    assert titles == [store.passages["tolk#har-jag-ratt"].question, phrases("none_of_these")]


def test_staff_get_their_own_words(store: Store, phrases: Phrases) -> None:
    staff = Asker(Role.STAFF, False, date(2026, 12, 1))
    reply = likely_answers(store, phrases, LIKELY, [], staff)
    assert store.passages["samtycke#sip-utan-mitt-ja"].variants[Role.STAFF] in reply.text


def test_with_nothing_likely_it_only_asks(store: Store, phrases: Phrases) -> None:
    asked = likely_answers(store, phrases, (), [], ASKER)
    assert asked == clarify_reply(store, phrases, [], misses=0, refused=False)


def test_a_second_miss_shows_doors(store: Store, phrases: Phrases) -> None:
    reply = clarify_reply(store, phrases, guesses(store, LIKELY, ""), misses=1, refused=False)
    assert reply.text == phrases("clarify_again")
    assert len(reply.buttons) == 3
