"""Replies that give a written answer, unchanged from content."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from babel.dates import format_date

from actions.content.models import Answer, Comparison, Concept, Role, Source
from actions.content.store import Store
from actions.conversation.phrases import Phrases
from actions.conversation.reply import Button, Reply

_TASK = "uppgift"
_HEADING = re.compile(r"^#{2,6} +(.+)$", re.MULTILINE)


@dataclass(frozen=True)
class Asker:
    """What is known of the person who asks, and which day it is."""

    role: Role | None
    in_west_sweden: bool
    today: date


def topic_reply(store: Store, phrases: Phrases, topic: str, asker: Asker) -> Reply:
    """The chat answer to a topic, in the words of the asker's role. Raises KeyError for an unknown topic."""
    answer = store.answers[topic]
    return Reply(
        _short(answer, phrases, asker),
        _followups(store, answer),
        {"topic": topic, "forms": _forms(answer, phrases, asker.today), **_sources(store, answer)},
    )


def several_reply(store: Store, phrases: Phrases, topics: Sequence[str], asker: Asker) -> Reply:
    """Each of several questions answered short, in order."""
    parts = [phrases("several")]
    sources: dict[str, dict[str, Any]] = {}
    for topic in topics:
        answer = store.answers[topic]
        text = _short(answer, phrases, asker)
        parts.append(phrases("about_topic", title=answer.title, text=text))
        sources |= {row["title"]: row for row in _sources(store, answer)["sources"]}
    custom = {"topic": topics[0], "topics": list(topics), "sources": list(sources.values())}
    tasks = tuple(_start(store.answers[topic]) for topic in topics if store.answers[topic].group == _TASK)
    return Reply("\n\n".join(parts), tasks, custom)


def longer_reply(store: Store, phrases: Phrases, topic: str, *, today: date) -> Reply:
    """The longer form of a topic, with its headings as bold lines."""
    answer = store.answers[topic]
    text = _forms(answer, phrases, today)["more"]
    return Reply(text, _followups(store, answer), {"topic": topic, "form": "long", **_sources(store, answer)})


def easier_reply(store: Store, phrases: Phrases, topic: str, *, today: date) -> Reply:
    """The easy-to-read form of a topic."""
    answer = store.answers[topic]
    text = _forms(answer, phrases, today)["easy"]
    return Reply(text, _followups(store, answer), {"topic": topic, "form": "easy", **_sources(store, answer)})


def concept_reply(store: Store, phrases: Phrases, concept: Concept, *, today: date) -> Reply:
    """A concept's plain definition, with a way to the page that says more."""
    text = concept.short + _warning(concept, phrases, today)
    buttons = []
    if concept.topic:
        buttons.append(Button(store.answers[concept.topic].title, f"/{concept.topic}"))
    buttons += [
        Button(store.concepts[key].term, f'/begrepp{{"begrepp": "{key}"}}') for key in concept.related[:3]
    ]
    custom = {"topic": "begrepp", "concept": concept.id, "url": f"/begrepp/{concept.id}"}
    return Reply(text, tuple(buttons[:4]), {**custom, **_sources(store, concept)})


def unknown_concept_reply(phrases: Phrases) -> Reply:
    """Asks which word was meant."""
    return Reply(phrases("concept_unknown"), (), {"topic": "begrepp", "url": "/begrepp", "sources": []})


def _forms(answer: Answer, phrases: Phrases, today: date) -> dict[str, str]:
    """The other forms of an answer; headings become bold lines, which is all that the chat shows."""
    warning = _warning(answer, phrases, today)
    return {
        "more": _HEADING.sub(r"**\1**", answer.long) + warning,
        "easy": answer.easy + warning,
        "url": f"/fragor/{answer.id}",
    }


def _short(answer: Answer, phrases: Phrases, asker: Asker) -> str:
    text = answer.variants.get(asker.role, answer.short) if asker.role else answer.short
    if asker.in_west_sweden and answer.west_sweden:
        text = f"{text}\n\n{answer.west_sweden}"
    return text + _warning(answer, phrases, asker.today)


def _warning(item: Answer | Concept | Comparison, phrases: Phrases, today: date) -> str:
    if not item.is_unconfirmed(today):
        return ""
    return "\n\n" + phrases("unconfirmed", date=format_date(item.review_after, locale="sv_SE"))


def _followups(store: Store, answer: Answer) -> tuple[Button, ...]:
    ways = tuple(Button(store.answers[key].title, f"/{key}") for key in answer.followups)
    return (_start(answer), *ways) if answer.group == _TASK else ways


def _start(task: Answer) -> Button:
    """The button that begins a guided task."""
    return Button(task.title, f"/{task.id}")


def source_row(source: Source, reviewed: date) -> dict[str, str]:
    """A source as the chat contract has it."""
    row = {"title": source.title, "status": str(source.status), "reviewed": reviewed.isoformat()}
    return row | ({"url": source.url} if source.url else {})


def _sources(store: Store, item: Answer | Concept) -> dict[str, Any]:
    return {"sources": [source_row(source, item.reviewed) for source in store.sources_of(item)]}
