"""What is left with us: the words and the day, for ninety days, and nothing that tells whose or when."""

import multiprocessing
import resource
import sqlite3
import stat
from datetime import date, timedelta
from pathlib import Path

import pytest

from actions.saved_questions import KEPT_DAYS, NotStored, SavedQuestions

DAY = date(2026, 11, 26)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "fragor.sqlite"


def test_only_the_words_and_the_day_are_kept(file: Path) -> None:
    assert SavedQuestions(file, today=lambda: DAY).save("vem betalar taxin?")
    with sqlite3.connect(file) as database:
        rows = database.execute("select * from questions").fetchall()
        columns = [row[1] for row in database.execute("pragma table_info(questions)")]
    database.close()
    assert columns == ["key", "day", "text"]
    assert [row[1:] for row in rows] == [("2026-11-26", "vem betalar taxin?")]


def test_the_order_in_the_file_does_not_tell_the_order_in_time(file: Path) -> None:
    questions = SavedQuestions(file, today=lambda: DAY)
    said = [f"fråga {number:02}" for number in range(40)]
    for words in said:
        questions.save(words)
    with sqlite3.connect(file) as database:
        kept = [text for (text,) in database.execute("select text from questions")]
        with pytest.raises(sqlite3.OperationalError):
            database.execute("select rowid from questions")
    database.close()
    assert sorted(kept) == said != kept
    assert [one.text for one in questions.newest(100)] == kept


def test_nobody_else_on_the_machine_may_read_the_file(file: Path) -> None:
    file.touch(mode=0o644)
    SavedQuestions(file).save("hej")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_after_ninety_days_a_question_is_gone_and_written_over(file: Path) -> None:
    today = [DAY]
    questions = SavedQuestions(file, today=lambda: today[0])
    questions.save("qzxgammal fråga")
    today[0] = DAY + timedelta(days=KEPT_DAYS - 1)
    questions.delete_old()
    assert questions.count() == 1
    today[0] = DAY + timedelta(days=KEPT_DAYS)
    questions.save("ny fråga")
    assert [one.text for one in questions.newest(10)] == ["ny fråga"]
    assert b"qzxgammal" not in file.read_bytes()


def test_one_question_can_be_deleted_and_the_others_stay(file: Path) -> None:
    questions = SavedQuestions(file)
    for words in ("en", "två"):
        questions.save(words)
    gone = questions.newest(1)[0]
    questions.delete(gone.key)
    questions.delete("finns inte")
    assert {one.text for one in questions.newest(10)} == {"en", "två"} - {gone.text}


def test_the_newest_day_comes_first(file: Path) -> None:
    today = [DAY]
    questions = SavedQuestions(file, today=lambda: today[0])
    for later in (0, 2, 1):
        today[0] = DAY + timedelta(days=later)
        questions.save(str(later))
    assert [one.text for one in questions.newest(2)] == ["2", "1"]


def test_no_more_than_the_most_are_kept_until_old_ones_are_gone(file: Path) -> None:
    today = [DAY]
    questions = SavedQuestions(file, today=lambda: today[0], most=2)
    assert [questions.save(words) for words in ("ett", "två", "tre")] == [True, True, False]
    assert questions.count() == 2
    today[0] = DAY + timedelta(days=KEPT_DAYS)
    assert questions.save("fyra")


def _save_many(file: Path) -> None:
    questions = SavedQuestions(file)
    for _ in range(15):
        questions.save("hej")


@pytest.mark.slow
def test_several_processes_write_one_file(file: Path) -> None:
    fresh = multiprocessing.get_context("spawn")
    writers = [fresh.Process(target=_save_many, args=(file,)) for _ in range(3)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(60)
    assert SavedQuestions(file).count() == 45


def test_what_cannot_be_written_is_said_and_not_more(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("actions.saved_questions.storage._WAIT_SECONDS", 0.01)
    locked = SavedQuestions(file)
    locked.save("först")
    other = sqlite3.connect(file)
    other.execute("begin exclusive")
    for use in (lambda: locked.save("sedan"), lambda: locked.newest(1), locked.count, locked.delete_old):
        with pytest.raises(NotStored):
            use()
    other.close()
    assert [one.text for one in locked.newest(10)] == ["först"]


def test_when_no_more_can_be_written_what_was_there_stays(file: Path) -> None:
    questions = SavedQuestions(file)
    questions.save("först")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (file.stat().st_size, hard))
    try:
        with pytest.raises(NotStored):
            for _ in range(20):
                questions.save("å" * 2000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert "först" in [one.text for one in questions.newest(50)]
    assert questions.save("efteråt")


def test_a_folder_that_is_not_there_or_a_file_of_another_kind_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "annat").write_bytes(b"inte en databas" * 100)
    for name in ("borta/fragor.sqlite", "annat", ""):
        with pytest.raises(NotStored):
            SavedQuestions(tmp_path / name).save("hej")
