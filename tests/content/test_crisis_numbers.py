"""What is said in danger: 112 first, few words, the right line for who writes, well-sourced numbers."""

import csv
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from actions.content.plain_language import measure
from actions.content.yaml_files import read_yaml
from actions.crisis.texts import care_words, crisis_texts
from actions.publishing.checks.corpus import Corpus
from actions.replies.after_crisis import after_crisis

_NUMBER = re.compile(r"(?<![\d-])(?:\d{2,4}-\d{2,3}(?: \d{2,3})*|\d{3} \d{3}|\d{3,5})(?![\d-])")
_BRIS, _HARMER_LINE, _VICTIM_LINE = "116 111", "020-555 666", "020-50 50 50"
ANSWERS = [
    pytest.param(situation, person, words, id=f"{situation}-{person}")
    for situation, one in crisis_texts().situations.items()
    for person, words in one.texts.items()
]


def other_texts() -> Iterator[str]:
    care, after = care_words(), after_crisis()
    yield from (*care.heavy.values(), *care.urgent.values(), after.otherwise, after.leaving.text)
    yield from (row.text for row in after.rows)
    yield from after.numbers.values()


@pytest.mark.parametrize(("situation", "person", "words"), ANSWERS)
def test_the_first_sentence_says_112_and_little_more_is_said(situation: str, person: str, words: str) -> None:
    assert words.startswith("Ring **112** nu")
    assert measure(words).sentences <= 5 and measure(words).lix <= 35


@pytest.mark.parametrize("person", ["child"])
def test_a_child_is_given_bris_before_any_other_line(person: str) -> None:
    for situation, one in crisis_texts().situations.items():
        words = one.text(person)
        if situation != "overdose":
            others = [number for number in _NUMBER.findall(words) if number != "112"]
            assert others[:1] == [_BRIS], situation


def test_nobody_gets_the_line_of_the_other_side() -> None:
    for situation, one in crisis_texts().situations.items():
        for person, words in one.texts.items():
            assert (_HARMER_LINE in words) <= (person == "harmer"), (situation, person)
        for reader in ("harmer", "man"):
            assert _VICTIM_LINE not in one.text(reader), (situation, reader)


@pytest.mark.parametrize("situation", ["violence", "honour", "abuse-in-care", "child-in-danger"])
def test_a_victim_is_never_told_to_tell_somebody_near(situation: str) -> None:
    for words in crisis_texts().situations[situation].texts.values():
        assert not re.search(r"någon nära|en närstående|din familj\b", words)


@pytest.mark.parametrize("person", ["any", "self", "child"])
def test_after_an_overdose_there_is_no_if(person: str) -> None:
    first = crisis_texts().situations["overdose"].texts[person].split(".")[0]  # type: ignore[index]
    assert " om någon" not in first and " om du" not in first


def test_every_number_is_in_the_directory_and_well_sourced(content: Path, corpus: Corpus) -> None:
    with (content / "directory" / "support_lines.csv").open(encoding="utf-8") as file:
        lines = {row["phone"]: row for row in csv.DictReader(file) if row["show"] == "yes"}
    kris = next(answer for answer in corpus.answers if answer.id == "kris")
    page = (content / "pages" / "akut.md").read_text(encoding="utf-8").split("---")[2]
    said = [*(param.values[2] for param in ANSWERS), *other_texts(), kris.short, kris.long, kris.easy, page]
    for number in {number for text in said for number in _NUMBER.findall(str(text))}:
        assert "källor överens" in lines[number]["confidence"], number


def test_every_word_of_care_names_a_human_or_1177_and_112() -> None:
    care = care_words()
    for words in (*care.heavy.values(), *care.urgent.values(), *care.dark.values()):
        assert "**112**" in words and ("**1177**" in words or _BRIS in words)
        assert measure(words).sentences <= 5


def test_every_kind_of_danger_has_a_text(content: Path) -> None:
    known = {kind for one in crisis_texts().situations.values() for kind in one.kinds}
    for path in sorted((content.parent / "nlu_data" / "danger").glob("*_hand.yml")):
        assert set(read_yaml(path)["kris"]) <= known, path.name


def test_a_bold_number_is_one_that_can_be_called(corpus: Corpus, content: Path) -> None:
    """Bold numbers become links that call, in the chat and on the pages."""
    with (content / "directory" / "support_lines.csv").open(encoding="utf-8") as file:
        lines = {row["phone"] for row in csv.DictReader(file)}
    bold = {number for text in corpus.texts for number in re.findall(r"\*\*(\d[\d -]*\d)\*\*", text.words)}
    assert "112" in bold and bold <= lines
