"""Whoever approves the words of danger reads all of them on one page, with every number and its source."""

from typing import get_args

import pytest

from actions.crisis.texts import Person, Words, care_words, crisis_texts
from bot.tools.crisis_table import PAGE, crisis_table, read_lines, read_words

_PAGE = PAGE.read_text(encoding="utf-8")


def test_the_page_is_what_the_words_say_today() -> None:
    table = crisis_table(crisis_texts(), care_words(), read_lines(), read_words())
    assert table == _PAGE, "run `make crisis-table`"


def test_everyone_who_may_write_and_every_level_has_a_title() -> None:
    words = read_words()
    assert set(words.persons) == {"any", *get_args(Person)} and set(words.levels) == set(get_args(Words))


@pytest.mark.parametrize("person", ["any", *get_args(Person)])
def test_nobody_reads_words_that_are_not_on_the_page(person: str) -> None:
    for name, situation in crisis_texts().situations.items():
        row = f"| {' '.join(situation.text(person).split())} |"
        assert f"| {situation.title} |" in _PAGE and row in _PAGE, name


def test_a_number_that_the_directory_lacks_stops_the_page() -> None:
    lines = {number: line for number, line in read_lines().items() if number != "112"}
    with pytest.raises(KeyError, match="112"):
        crisis_table(crisis_texts(), care_words(), lines, read_words())
