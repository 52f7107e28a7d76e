"""Every text a reader meets, with the form that decides how easy it must be."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain
from pathlib import Path
from typing import Any

import frontmatter
from babel.messages.pofile import read_po

from actions.content.models import Answer, Comparison, Concept, Passage, Reviewed, Role
from actions.content.yaml_files import read_yaml


class Form(StrEnum):
    """How a text meets its reader."""

    CHAT = "chat"
    PASSAGE = "passage"
    EASY = "easy"
    LONG = "long"
    STAFF = "staff"
    YOUNG = "young"
    CONCEPT = "concept"
    PAGE = "page"
    PHRASE = "phrase"


@dataclass(frozen=True)
class Text:
    """Words in Markdown, their form, and where they stand: a file's name and a heading or key."""

    where: str
    form: Form
    words: str


def texts_of(answer: Answer | Passage) -> Iterator[Text]:
    """All forms and variants of one answer or passage."""
    to_staff = isinstance(answer, Passage) and answer.reader is Role.STAFF
    yield Text(f"{answer.id} / Kort", Form.STAFF if to_staff else _chat_form(answer), answer.short)
    if answer.long:
        yield Text(f"{answer.id} / Mer", Form.STAFF if to_staff else Form.LONG, answer.long)
    if answer.easy:
        yield Text(f"{answer.id} / Lättläst", Form.EASY, answer.easy)
    for role, words in answer.variants.items():
        yield Text(f"{answer.id} / {role}", _OF_ROLE.get(role, _chat_form(answer)), words)
    if isinstance(answer, Answer):
        for heading, words in answer.situations.items():
            yield Text(f"{answer.id} / {heading}", Form.CHAT, words)
    if answer.vastra_gotaland:
        yield Text(f"{answer.id} / Västra Götaland", _chat_form(answer), answer.vastra_gotaland)


# Staff may be met in the trade's words, and who is under 18 with the shortest sentences.
_OF_ROLE = {Role.STAFF: Form.STAFF, Role.MINOR: Form.YOUNG}


def _chat_form(answer: Answer | Passage) -> Form:
    return Form.PASSAGE if isinstance(answer, Passage) else Form.CHAT


def all_texts_of(item: Reviewed) -> Iterator[Text]:
    """All texts of an answer, a passage, a concept or a comparison."""
    if isinstance(item, Answer | Passage):
        yield from texts_of(item)
    elif isinstance(item, Concept):
        yield from concept_texts([item], [])
    elif isinstance(item, Comparison):
        yield from concept_texts([], [item])


def concept_texts(concepts: list[Concept], comparisons: list[Comparison]) -> Iterator[Text]:
    """Definitions and comparisons."""
    for concept in concepts:
        yield Text(f"{concept.id} / Kort", Form.CONCEPT, concept.short)
        yield Text(f"{concept.id} / För personal", Form.STAFF, concept.staff)
        if concept.differs:
            yield Text(f"{concept.id} / Skiljer sig från", Form.STAFF, _LINKED_ID.sub("**", concept.differs))
    for comparison in comparisons:
        yield Text(f"{comparison.id} / Kort", Form.CONCEPT, comparison.short)
        yield Text(f"{comparison.id} / Tabell", Form.STAFF, comparison.table)


def page_texts(content: Path) -> Iterator[Text]:
    """The longer fixed pages, those in Swedish."""
    for path in sorted((content / "pages").glob("*.md")):
        post = frontmatter.load(str(path))
        if post.get("language", "sv") != "sv":
            continue
        yield Text(path.name, Form.PAGE, f"{post['title']}\n{post['summary']}\n{post.content}")


def phrase_texts(content: Path) -> Iterator[Text]:
    """Short phrases: of the chat, the tasks, the letters, the contacts, the widget and the pages."""
    files = [content / "phrases.yml", content / "errors.yml", content / "routing.yml"]
    files += sorted((content / "crisis").glob("*.yml"))
    files += [*sorted((content / "tasks").glob("*.yml")), *sorted((content / "letters").glob("*.yml"))]
    for path in files:
        yield from _phrases(path.name, read_yaml(path))
    texts = (path for path in (content / "interface").glob("*.json") if path.name not in _RECOGNISED)
    for path in sorted(texts):
        yield from _phrases(path.name, json.loads(path.read_text(encoding="utf-8")))
    with (content / "locale" / "sv" / "LC_MESSAGES" / "messages.po").open("rb") as file:
        for message in read_po(file, locale="sv"):
            strings = [message.string] if isinstance(message.string, str) else message.string or ()
            yield from (Text("messages.po", Form.PHRASE, string) for string in strings if message.id)


# "- **Västbus** (vastbus): …" names the other concept's file.
_LINKED_ID = re.compile(r"\*\* \([a-z-]+\)")
# What people may write to us is not ours to spell.
_RECOGNISED = frozenset({"asking.json", "inviting.json"})
# Nor are links between files, or what people may call a thing.
_NOT_READ = frozenset(
    {
        "synonyms",
        "facts",
        "sources",
        "says",
        "persons",
        "grown",
        "often_grown",
        "peers",
        "first_person",
        "third_person",
        "another_hurt",
        "patterns",
        "needs",
        "signs",
        "calm",
        "at_work",
        "announces",
        "polite",
        "asks",
        "kinds",
        "words",
    }
)


def _phrases(where: str, value: Any) -> Iterator[Text]:
    """Every value with a space in it: a value without one is an id."""
    if isinstance(value, str):
        if " " in value:
            yield Text(where, Form.PHRASE, value)
    elif isinstance(value, dict):
        parts = ((key, inner) for key, inner in value.items() if key not in _NOT_READ)
        yield from chain.from_iterable(_phrases(f"{where} / {key}", inner) for key, inner in parts)
    elif isinstance(value, list):
        yield from chain.from_iterable(_phrases(where, inner) for inner in value)
