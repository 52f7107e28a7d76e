"""Words that people may write are lists of editors in `content/`, and are not repeated in Python."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

from actions.content.common_words import COMMON
from actions.content.models import Side
from actions.content.text import fold
from actions.content.yaml_files import CONTENT, read_yaml
from actions.settings import ROOT

PYTHON = [
    path
    for folder in ("actions", "bot")
    for path in sorted((ROOT / folder).rglob("*.py"))
    if "tests" not in path.relative_to(ROOT).parts
]
LISTS = (
    "step_words.yml",
    "wishes.yml",
    "questions.yml",
    "interface/asking.json",
    "interface/inviting.json",
    "followups.yml",
    "defining.yml",
    "objections.yml",
)
NOT_LISTS = {
    "actions/concepts/inflection.py": "endings of Swedish words: grammar",
    "actions/content/files.py": "headings of content files",
    "bot/tools/bench/tenfold.py": "made-up words of a benchmark",
    "bot/rasa/components/parts.py": "where a clause begins, as the model was trained",
}
_ENGLISH = {"an", "and", "alone", "for", "form", "in", "is", "man", "men", "hen", "no", "pass", "so", "to"}
_WORD = re.compile(r"[^\W\d_]+")
_ESCAPED = re.compile(r"\\[a-zA-Z]|\(\?P<\w+>")
_NAME = re.compile(r"[-/_]")
_FEWEST = 2


def _ids() -> set[str]:
    """Swedish words that are names in the program: intents and sides."""
    domain = read_yaml(ROOT / "bot" / "rasa" / "domain" / "intents.yml")
    return {*map(str, domain["intents"]), *get_args(Side)}


def _listed(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield from (fold(word) for word in _WORD.findall(_ESCAPED.sub(" ", value)) if len(word) > 1)
    elif isinstance(value, dict):
        yield from (
            word for key, inner in value.items() if key not in ("_", "rows") for word in _listed(inner)
        )
    elif isinstance(value, list):
        yield from (word for inner in value for word in _listed(inner))


def _vocabulary() -> set[str]:
    files = (read_yaml(CONTENT / name) for name in LISTS)
    return {*COMMON, *(word for file in files for word in _listed(file))} - _ENGLISH


VOCABULARY, IDS = _vocabulary(), _ids()


def _strings(node: ast.AST) -> list[str]:
    return [
        part.value
        for part in ast.walk(node)
        if isinstance(part, ast.Constant) and isinstance(part.value, str)
    ]


def _in_pattern(text: str) -> set[str]:
    """The listed words of a pattern with several choices."""
    return set(_listed(text)) & VOCABULARY if "|" in text else set()


def _in_row(values: list[str]) -> set[str]:
    """The members of a list that consist of listed words alone."""
    rows = {value: set(_listed(value)) for value in values if value not in IDS and not _NAME.search(value)}
    return {value for value, words in rows.items() if words and words <= VOCABULARY}


def word_lists(source: str) -> list[tuple[int, list[str]]]:
    """Line and words of everything in Python that looks like a list of Swedish words; docstrings are not."""
    tree = ast.parse(source)
    prose = {node.value for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    found = []
    for node in ast.walk(tree):
        words: set[str] = set()
        if isinstance(node, ast.Constant | ast.JoinedStr) and node not in prose:
            words = _in_pattern("".join(_strings(node)))
        elif isinstance(node, ast.Set | ast.List | ast.Tuple):
            words = _in_row([text for part in node.elts for text in _strings(part)])
        elif isinstance(node, ast.Dict):
            words = _in_row([text for part in node.keys if part for text in _strings(part)])
        if len(words) >= _FEWEST and isinstance(node, ast.expr):
            found.append((node.lineno, sorted(words)))
    return found


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ('_YES = frozenset({"ja tack", "garna", "okej"})', True),
        (r'_CHANGE = re.compile(r"^(?:ändra|byt|rätta)\s+(?:på\s+)?(.+)$")', True),
        (r'_ASKS = rf"(?:när|var|hur) {_VERB}"', True),
        ('_SIDES = {"kommunen": "kommun", "vården": "region"}', True),
        ('_SIDES = ("kommun", "region", "annan")', False),
        ('_INTENTS = frozenset({"ja", "nej", "tack", "prata-med-manniska"})', False),
        ('FORMS = ("short", "long", "easy")', False),
        ('"""Reads "ja", "nej | inte" and "vet inte"."""', False),
    ],
)
def test_a_list_of_swedish_words_is_told_from_code(source: str, expected: bool) -> None:
    assert bool(word_lists(source)) is expected


def test_no_list_of_swedish_words_stands_in_python() -> None:
    found = {
        name: lists
        for path in PYTHON
        if (name := path.relative_to(ROOT).as_posix()) not in NOT_LISTS
        and (lists := word_lists(path.read_text(encoding="utf-8")))
    }
    assert found == {}


@pytest.mark.parametrize("name", NOT_LISTS)
def test_what_is_excused_is_still_there(name: str) -> None:
    assert word_lists(Path(ROOT / name).read_text(encoding="utf-8"))
