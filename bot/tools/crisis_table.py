"""What is said to whom in danger, with every number and where it comes from: `make crisis-table`."""

import re
from collections.abc import Iterator, Mapping

from actions.crisis.texts import CareWords, CrisisTexts, Words, care_words, crisis_texts
from actions.publishing.directory_check import read_records
from actions.routing.models import SupportLine
from actions.settings import ROOT

PAGE = ROOT / "docs" / "pilot" / "kristabell.md"
_BOLD_NUMBER = re.compile(r"\*\*(\d[\d -]*)\*\*")
_PERSONS: Mapping[str, str] = {
    "any": "vi vet inte vem",
    "self": "den det gäller",
    "child": "ett barn",
    "parent": "förälder",
    "other": "närstående eller den som ser på",
    "staff": "personal",
    "older": "från 65 år",
    "man": "en man som utsätts",
    "harmer": "den som är rädd att göra illa",
}
_LEVELS: Mapping[Words, str] = {
    "urgent": "Bråttom i dag",
    "dark": "Bråttom: någon kanske tänker på att dö",
    "heavy": "Tungt",
    "mild": "Tungt, utan fara",
    "upset": "Arg eller upprörd",
}
_HEAD = """# Läge, person, text och nummer

Gjord av `make crisis-table` från `content/crisis/answers.yml`, `content/crisis/care.yml` och
`content/directory/support_lines.csv`. Ändra där, och gör sidan på nytt. Ett test ser att den stämmer.

## Nummer och varifrån de kommer

| nummer | vad | när | källa | hur säkert |
|---|---|---|---|---|
"""
_TEXTS = """
## Vem som läser vad

Personer med samma text står på samma rad.
Sätt ett kryss när någon av dem i `krisgranskning.md` har läst raden.

| läge | vem som skriver | vad som sägs | läst |
|---|---|---|---|
"""


def crisis_table(texts: CrisisTexts, care: CareWords, lines: Mapping[str, SupportLine]) -> str:
    """The page in Markdown: the numbers said, then a row for each situation and text.

    lines: by number. Raises KeyError for a number that the directory lacks.
    """
    said = [*_said(texts), *_cared(care)]
    numbers = dict.fromkeys(number for _, _, words in said for number in _BOLD_NUMBER.findall(words))
    told = "\n".join(_number_row(lines[number]) for number in numbers)
    rows = "\n".join(f"| {title} | {persons} | {words} | |" for title, persons, words in said)
    return f"{_HEAD}{told}\n{_TEXTS}{rows}\n"


def _said(texts: CrisisTexts) -> Iterator[tuple[str, str, str]]:
    for situation in texts.situations.values():
        yield from _rows(situation.title, {person: situation.text(person) for person in _PERSONS})


def _cared(care: CareWords) -> Iterator[tuple[str, str, str]]:
    for level, title in _LEVELS.items():
        yield from _rows(title, {person: care.text(level, person) for person in _PERSONS})


def _rows(title: str, texts: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """The title, those who read the same, and what they read on one line."""
    for words in dict.fromkeys(texts.values()):
        persons = ", ".join(_PERSONS[person] for person, text in texts.items() if text == words)
        yield title, persons, " ".join(words.split())


def _number_row(line: SupportLine) -> str:
    return f"| **{line.phone}** | {line.name} | {line.hours or 'se sidan'} | {line.url} | {line.confidence} |"


def read_lines() -> dict[str, SupportLine]:
    """The support lines of the directory, by number."""
    return {line.phone: line for line in read_records(ROOT / "content").support_lines if line.phone}


def main() -> None:
    """Writes the page."""
    PAGE.write_text(crisis_table(crisis_texts(), care_words(), read_lines()), encoding="utf-8")


if __name__ == "__main__":
    main()
