"""Every language that is recognised has a text that tells what this is and whom to call."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from actions.content.files import read_sources
from actions.content.models import Status
from actions.languages.signs import signs
from actions.languages.texts import load_language_texts

CONTENT = Path(__file__).parents[2] / "content"
TEXTS = load_language_texts(CONTENT)


def test_every_language_told_apart_has_a_text() -> None:
    known = signs()
    told = {*known.words, *known.alone.values(), *(code for rows in known.letters.values() for code in rows)}
    told |= {code for rows in known.letters.values() for code in rows.values() if code in known.words}
    assert told - {""} <= set(TEXTS.texts)


@pytest.mark.parametrize("code", TEXTS.texts)
def test_each_text_names_the_plan_the_interpreter_and_the_numbers(code: str) -> None:
    text = TEXTS.texts[code]
    assert all(sign in text.text for sign in ("SIP", "tolk", "**1177**", "**112**"))
    assert text.crisis.find("**112**") < text.crisis.find("**1177**")


def test_translations_are_called_unsure_until_a_native_reader_has_seen_them() -> None:
    assert TEXTS.status == Status.UNCERTAIN
    assert TEXTS.review_after - TEXTS.reviewed <= timedelta(days=100)
    assert TEXTS.reviewed <= date.today()
    assert set(TEXTS.sources) <= {source.id for source in read_sources(CONTENT)}


def test_each_paragraph_says_its_language_and_where_its_lines_begin() -> None:
    assert TEXTS.marks("fa", "en") == [{"lang": "fa", "dir": "rtl"}, {"lang": "en", "dir": "ltr"}]
    assert TEXTS.marks("xx") == [{"lang": "en", "dir": "ltr"}], (
        "a language without a text is answered in English"
    )
