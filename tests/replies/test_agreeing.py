"""A yes in words begins the letter that was offered."""

import pytest

from actions.replies.agreeing import begin_agreed
from actions.replies.knowledge import Knowledge
from actions.replies.reply import Button
from tests.replies.said import after, said

REMINDER = Button("Påminnelse", '/skriva-begaran{"val":"reminder"}')
REASONS = Button("Brev om skälet", '/skriva-begaran{"val":"reasons"}')
QUESTION = Button("Vad kostar det?", "/kostnad")
MEETING = Button("Förbered mötet", "/forbereda-mote")


@pytest.mark.parametrize("yes", ["ja gärna", "ja", "ja tack, vi skriver", "gärna det", "ja skriv en"])
def test_a_yes_begins_the_letter_that_was_offered(known: Knowledge, yes: str) -> None:
    spoken = begin_agreed(known, said(yes, "ja"), after(offered=(QUESTION, REMINDER)))
    assert spoken and spoken.next == "ask_draft"
    assert spoken.kept["draft_state"]["letter"] == "reminder"


def test_a_yes_begins_the_sheet_that_was_offered(known: Knowledge) -> None:
    spoken = begin_agreed(known, said("ja tack", "ja"), after(offered=(MEETING,)))
    assert spoken and spoken.next == "ask_prepare"


def test_who_says_to_write_begins_a_request(known: Knowledge) -> None:
    spoken = begin_agreed(known, said("ja gärna, vi skriver", "ja"), after(offered=(QUESTION,)))
    assert spoken and spoken.kept["draft_state"]["letter"] == "request"


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("ok", (REMINDER,)),
        ("nej tack", (REMINDER,)),
        ("ja", (QUESTION,)),
        ("ja gärna", (REMINDER, REASONS)),
        ("ja, men vad kostar det", (REMINDER,)),
    ],
)
def test_other_words_begin_nothing(known: Knowledge, text: str, offered: tuple[Button, ...]) -> None:
    assert begin_agreed(known, said(text, "ja"), after(offered=offered)) is None
