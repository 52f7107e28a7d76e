"""No Swedish sentence for citizens stands in Python or TypeScript: who owns the words can change them."""

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from actions.settings import ROOT

PYTHON = [
    path
    for folder in ("actions", "bot")
    for path in sorted((ROOT / folder).rglob("*.py"))
    if "tests" not in path.relative_to(ROOT).parts
]
WIDGET = [ROOT / "web_widget" / folder for folder in ("src", "pages")]
TYPESCRIPT = [path for folder in WIDGET for path in sorted(folder.rglob("*.ts"))]
# Plain letters that end with a stop, or begin with a capital. Patterns and names of files are no sentence.
_PLAIN = re.compile(r"[\w .,;:!?…–'\"«»{}%()/\n-]+")
_SMALL = re.compile(
    r"\b(?:och|att|det|som|en|ett|jag|du|kan|inte|är|på|för|med|till|av|om|har|din|ditt|dina|vi|ni|den|de|vill|ska"
    r"|eller|när|från|gå|ring|fråga|skriv|var|vad|hur|vem|i)\b"
)
_HEADINGS = ("Skiljer sig från",)  # names of sections in content files
_QUOTED = re.compile(r'"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`|\'((?:[^\'\\\n]|\\.)*)\'')
_COMMENT = re.compile(r"//[^\n]*|/\*.*?\*/", re.DOTALL)


def is_swedish_sentence(text: str) -> bool:
    text = text.strip()
    words = re.findall(r"[a-zåäö]+", text.casefold())
    swedish = len(_SMALL.findall(text.casefold())) + bool(re.search("[åäö]", text.casefold()))
    looks_like_one = bool(_PLAIN.fullmatch(text)) and (text[:1].isupper() or text[-1:] in ".!?…")
    return len(words) >= 3 and swedish >= 2 and looks_like_one and text not in _HEADINGS


def python_strings(source: str) -> Iterator[str]:
    """Every string but docstrings."""
    tree = ast.parse(source)
    docs = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
            yield node.value


def typescript_strings(source: str) -> Iterator[str]:
    for groups in _QUOTED.findall(_COMMENT.sub("", source)):
        yield from (group for group in groups if group)


def sentences_in(files: list[Path], strings: Callable[[str], Iterator[str]]) -> list[tuple[str, str]]:
    found = ((path.name, text) for path in files for text in strings(path.read_text(encoding="utf-8")))
    return [(name, text) for name, text in found if is_swedish_sentence(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ring din vårdcentral i dag.", True),
        ("Du kan be om en SIP", True),
        ("Något gick fel hos oss. Det är inte ditt fel.", True),
        ("The chat says that it is starting.", False),
        ("ar-du-en-robot", False),
        (r"^(?:vad|hur|vem) (?:är|kan) det", False),
    ],
)
def test_a_swedish_sentence_is_told_from_code(text: str, expected: bool) -> None:
    assert is_swedish_sentence(text) is expected


def test_no_swedish_sentence_in_python() -> None:
    assert len(PYTHON) > 50 and sentences_in(PYTHON, python_strings) == []


def test_no_swedish_sentence_in_typescript() -> None:
    assert len(TYPESCRIPT) > 20 and sentences_in(TYPESCRIPT, typescript_strings) == []
