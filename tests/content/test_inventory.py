"""Every question that people naturally ask is answered in the short text of a passage."""

import shutil
from pathlib import Path

from actions.publishing.checks.corpus import Corpus
from bot.tools.inventory import MET, SHORT, gone, orphans, read_inventory, read_needs, texts, unanswered


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


def test_every_need_of_the_source_documents_leads_to_passages_that_exist(corpus: Corpus) -> None:
    needs = read_needs()
    judged = [need for need in needs if need.met]
    assert len(judged) == 78 and len(needs) > len(judged)
    assert gone(needs, texts(corpus)) == []
    assert [need.words for need in judged if need.met == MET and not need.passages] == []


def test_a_passage_that_is_taken_away_is_missed_by_the_needs(corpus: Corpus) -> None:
    assert gone(read_needs(), texts(corpus) - {"lag#vad-raknas-som-sip"}) == ["lag#vad-raknas-som-sip"]


def test_the_check_of_the_words_tells_of_questions_and_needs_whose_passage_is_taken_away(
    content: Path, tmp_path: Path
) -> None:
    copied = shutil.copytree(content, tmp_path / "content")
    assert list(unanswered(copied)) == []
    (copied / "passages" / "vad-ar-sip" / "nytta.md").unlink()
    assert {(each.key, each.values["target"]) for each in unanswered(copied)} == {
        ("orphan", "vad-ar-sip#nytta"),
        ("no_passage", "vad-ar-sip#nytta"),
    }


def test_content_that_cannot_be_read_is_left_to_the_check_that_tells_of_it(
    content: Path, tmp_path: Path
) -> None:
    copied = shutil.copytree(content, tmp_path / "content")
    (copied / "passages" / "vad-ar-sip" / "nytta.md").write_text("---", encoding="utf-8")
    assert list(unanswered(copied)) == []
