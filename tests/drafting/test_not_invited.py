"""What was said no to in the chat stands as a no in the letter."""

from datetime import date

from actions.drafting.draft import Draft
from actions.drafting.letter import compose
from actions.drafting.render_text import render_text
from actions.drafting.wording import letters_in_use
from actions.tasks import engine


def test_the_letter_does_not_invite_the_one_that_was_said_no_to() -> None:
    task = letters_in_use().tasks["draft"]
    told = engine.answer(task, engine.start(task), "min man")
    told = engine.goto(task, told, "actors")
    told = engine.answer(task, told, "hemtjänsten å vårdcentralen, men inte hans syster")
    draft = Draft.model_validate(engine.to_draft(task, told))
    text = render_text(compose(draft, letters_in_use(), date(2026, 11, 29)))
    assert "Bjud gärna in hemtjänsten och vårdcentralen." in text
    assert "Bjud inte in:\n\n- hans syster" in text
    assert "för min man." in text and "din man" not in text
