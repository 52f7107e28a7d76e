"""The crisis answer: 112 first, few words, and only numbers that more than one good source gives."""

import csv
import re
from pathlib import Path

import pytest

from actions.content.checking.corpus import Corpus
from actions.content.models import Answer
from actions.content.plain_language import measure

SITUATIONS = ["Självmord", "Barn", "Våld", "Beroende", "Anhörig", "Äldre", "Akut sjukdom"]
_NUMBER = re.compile(r"(?<![\d-])(?:\d{2,4}-\d{2,3}(?: \d{2,3})*|\d{3} \d{3}|\d{3,5})(?![\d-])")


@pytest.fixture
def crisis(corpus: Corpus) -> Answer:
    return next(answer for answer in corpus.answers if answer.id == "kris")


def test_112_is_the_first_number_whatever_the_situation(crisis: Answer) -> None:
    for text in (crisis.short, crisis.easy, *crisis.situations.values()):
        assert _NUMBER.findall(text)[0] == "112", text


def test_every_situation_is_met_with_few_words(crisis: Answer) -> None:
    assert list(crisis.situations) == SITUATIONS
    for text in (crisis.short, *crisis.situations.values()):
        assert measure(text).sentences <= 4 and measure(text).lix <= 30, text


def test_every_number_is_in_the_directory_and_well_sourced(crisis: Answer, content: Path) -> None:
    with (content / "directory" / "support_lines.csv").open(encoding="utf-8") as file:
        lines = {row["phone"]: row for row in csv.DictReader(file) if row["show"] == "yes"}
    texts = (crisis.short, crisis.long, crisis.easy, *crisis.situations.values())
    for number in {number for text in texts for number in _NUMBER.findall(text)}:
        assert "källor överens" in lines[number]["confidence"], number


def test_a_bold_number_is_one_that_can_be_called(corpus: Corpus, content: Path) -> None:
    """Bold numbers become links that call, in the chat and on the pages."""
    with (content / "directory" / "support_lines.csv").open(encoding="utf-8") as file:
        lines = {row["phone"] for row in csv.DictReader(file)}
    bold = {number for text in corpus.texts for number in re.findall(r"\*\*(\d[\d -]*\d)\*\*", text.words)}
    assert "112" in bold and bold <= lines
