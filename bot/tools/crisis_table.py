"""What is said to whom in danger, with every number and where it comes from: `make crisis-table`."""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial

from actions.content.frozen import Frozen
from actions.content.yaml_files import read_yaml
from actions.crisis.situations import FOLDER
from actions.crisis.texts import CareWords, CrisisTexts, Words, care_words, crisis_texts
from actions.publishing.directory_check import read_records
from actions.routing.models import SupportLine
from actions.settings import ROOT

PAGE = ROOT / "docs" / "pilot" / "kristabell.md"
_BOLD_NUMBER = re.compile(r"\*\*(\d[\d -]*)\*\*")


class TableWords(Frozen):
    """The words of the page: a title for each who may write, "any" for whoever is unknown, and each level."""

    persons: dict[str, str]
    levels: dict[Words, str]
    unknown_hours: str
    page: str


def crisis_table(
    texts: CrisisTexts, care: CareWords, lines: Mapping[str, SupportLine], words: TableWords
) -> str:
    """The page in Markdown: the numbers said, then a row for each situation and text.

    lines: by number. Raises KeyError for a number that the directory lacks.
    """
    said = [*_said(texts, words), *_cared(care, words)]
    numbers = dict.fromkeys(number for _, _, text in said for number in _BOLD_NUMBER.findall(text))
    return words.page.format(
        numbers="\n".join(_number_row(lines[number], words) for number in numbers),
        texts="\n".join(f"| {title} | {persons} | {text} | |" for title, persons, text in said),
    )


def read_words() -> TableWords:
    """The words of `content/crisis/table.yml`. Raises ValidationError when it is malformed."""
    return TableWords.model_validate(read_yaml(FOLDER / "table.yml"))


def read_lines() -> dict[str, SupportLine]:
    """The support lines of the directory, by number."""
    return {line.phone: line for line in read_records(ROOT / "content").support_lines if line.phone}


def _said(texts: CrisisTexts, words: TableWords) -> Iterator[tuple[str, str, str]]:
    for situation in texts.situations.values():
        yield from _rows(situation.title, situation.text, words)


def _cared(care: CareWords, words: TableWords) -> Iterator[tuple[str, str, str]]:
    for level, title in words.levels.items():
        yield from _rows(title, partial(care.text, level), words)


def _rows(title: str, text_of: Callable[[str], str], words: TableWords) -> Iterator[tuple[str, str, str]]:
    """The title, those who read the same, and what they read on one line."""
    texts = {person: " ".join(text_of(person).split()) for person in words.persons}
    for said in dict.fromkeys(texts.values()):
        readers = ", ".join(words.persons[person] for person, text in texts.items() if text == said)
        yield title, readers, said


def _number_row(line: SupportLine, words: TableWords) -> str:
    hours = line.hours or words.unknown_hours
    return f"| **{line.phone}** | {line.name} | {hours} | {line.url} | {line.confidence} |"


def main() -> None:
    """Writes the page."""
    table = crisis_table(crisis_texts(), care_words(), read_lines(), read_words())
    PAGE.write_text(table, encoding="utf-8")


if __name__ == "__main__":
    main()
