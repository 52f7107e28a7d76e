"""What a guided task says: how long it takes, which other letters there are, and what it leads to."""

from actions.replies.knowledge import Knowledge
from actions.replies.tasking import advice_reply, letter_payload, offers, opening_reply, step_reply, why_reply
from actions.tasks import engine


def test_the_opening_offers_the_other_letters_the_fitting_one_first(known: Knowledge) -> None:
    draft = known.tasks["draft"]
    refused = next(row for row in draft.letters if "nekad-sip" in row.topics)
    reply = opening_reply(known.store, draft, after="nekad-sip")
    assert reply.buttons[0].payload == letter_payload(draft, refused.id)
    assert draft.letter not in [button.payload for button in reply.buttons]
    assert reply.custom["minutes"] == draft.minutes


def test_a_letter_that_was_asked_for_is_named(known: Knowledge) -> None:
    draft = known.tasks["draft"]
    reply = opening_reply(known.store, draft, letter="reminder")
    label = next(row.label for row in draft.letters if row.id == "reminder")
    assert label in reply.text and label not in [button.title for button in reply.buttons]


def test_examples_are_shown_when_help_is_asked_for(known: Knowledge) -> None:
    draft = known.tasks["draft"]
    state = engine.show_help(engine.start(draft).model_copy(update={"step": "goals"}))
    step = engine.current(draft, state)
    assert step.help[0] in step_reply(draft, state).text
    assert step.help[0] not in step_reply(draft, state.model_copy(update={"helping": False})).text
    assert why_reply(draft, state).text == step.why


def test_the_review_shows_every_answer(known: Knowledge) -> None:
    draft = known.tasks["draft"]
    state = engine.answer(draft, engine.start(draft), "jag själv")
    review = step_reply(draft, state.model_copy(update={"step": "review"}))
    assert f"**{draft.steps[0].title.rstrip('?')}:** " in review.text


def test_after_a_meeting_that_went_well_there_is_nothing_to_do(known: Knowledge) -> None:
    reply = advice_reply(known.tasks, ())
    assert reply.text == known.tasks["after"].phrases["after_none"] and not reply.buttons


def test_the_check_and_the_letter_are_offered_after_the_answers_they_fit(known: Knowledge) -> None:
    payloads = [button.payload for button in offers(known.tasks, "efter-motet")]
    assert payloads[0] == "/koll-efter-motet"
    assert offers(known.tasks, "kostnad") == ()
