"""Every question that people naturally ask is answered in the short text of a passage."""

import re

from actions.publishing.checks.corpus import Corpus
from actions.settings import ROOT
from bot.tools.inventory import SHORT, orphans, read_inventory, texts


def test_no_question_is_an_orphan(corpus: Corpus) -> None:
    assert orphans(read_inventory(), texts(corpus)) == []


def test_every_question_is_answered_in_a_short_text() -> None:
    assert [row.question for row in read_inventory() if row.where != SHORT] == []


def test_no_question_stands_twice_and_every_topic_exists(corpus: Corpus) -> None:
    rows = read_inventory()
    assert len({(row.topic, row.question) for row in rows}) == len(rows)
    assert {row.topic for row in rows} <= {answer.id for answer in corpus.answers}


def test_a_question_whose_passage_is_taken_away_is_told_of(corpus: Corpus) -> None:
    rows = read_inventory()
    left = texts(corpus) - {"vad-ar-sip#nytta"}
    assert [row.answered_by for row in orphans(rows, left)] == ["vad-ar-sip#nytta"]


def test_every_need_of_the_source_documents_leads_to_a_passage(corpus: Corpus) -> None:
    told = (ROOT / "docs" / "needs.md").read_text(encoding="utf-8")
    named = re.findall(r"`([a-z-]+#[a-z0-9-]+)`", told)
    assert len(told.splitlines()) > 78
    assert set(named) <= {passage.id for passage in corpus.passages}
