"""A fact past its review date is told to be unconfirmed: to the reader, in the chat and to the editor."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from actions.publishing.checks.corpus import Corpus
from actions.publishing.checks.report import report
from actions.publishing.store import Store
from actions.replies.answers import Asker, topic_reply
from actions.replies.phrases import Phrases
from actions.settings import Settings
from bot.web import rendering
from tests.site import TestClient, compiled_build, open_app


@pytest.fixture(scope="module")
def settings() -> Settings:
    return Settings(build=compiled_build(), rate_limit=0)


def test_the_editor_sees_what_is_late(corpus: Corpus) -> None:
    answer = min(corpus.answers, key=lambda one: one.review_after)
    on_the_day = report(corpus, [], answer.review_after)
    day_after = report(corpus, [], answer.review_after + timedelta(days=1))
    late = f"{answer.id} ({answer.review_after})"
    assert late not in on_the_day and late in day_after


def test_the_editor_sees_which_texts_rest_on_a_claim_of_law(corpus: Corpus) -> None:
    lines = report(corpus, [], corpus.answers[0].reviewed).splitlines()
    row = next(number for number, line in enumerate(lines) if line.startswith("DI-01"))
    assert "under-motet#spela-in" in lines[row + 1]


def test_the_chat_says_since_when_an_answer_is_unconfirmed(settings: Settings, content: Path) -> None:
    store, phrases = Store(settings.database), Phrases(content)
    last_day = store.answers["kostnad"].review_after

    def said(days: int) -> str:
        asker = Asker(role=None, in_vastra_gotaland=False, today=last_day + timedelta(days=days))
        return topic_reply(store, phrases, "kostnad", asker).text

    assert "obekräftad sedan" not in said(0)
    assert f"obekräftad sedan {last_day.day} " in said(1)


def test_the_page_says_since_when_an_answer_is_unconfirmed(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = TestClient(open_app(settings))
    assert "Obekräftad sedan" not in client.get("/fragor/lag").text

    monkeypatch.setattr(rendering, "swedish_day", lambda: date(2030, 1, 1))
    assert "Obekräftad sedan" in client.get("/fragor/kostnad").text
