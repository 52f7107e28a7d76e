"""Replies that give a written answer, unchanged from content."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from babel.dates import format_date

from actions.content.models import Answer, Comparison, Concept, Passage, Role, Source, words_for
from actions.publishing.store import Store
from actions.replies.phrases import Phrases
from actions.replies.questions_offered import of_topic
from actions.replies.reply import Button, Reply

_QUESTIONS = 4
_HEADING = re.compile(r"^#{2,6} +(.+)$", re.MULTILINE)


@dataclass(frozen=True)
class Asker:
    """What is known of the person who asks, and which day it is.

    not_theirs: ids of passages, and of topics as a whole, that they cannot mean. perhaps_staff: nothing tells
    the role, nobody says "jag", and the manner of writing may be that of staff.
    """

    role: Role | None
    in_vastra_gotaland: bool
    today: date
    easy: bool = False
    perhaps_staff: bool = False
    not_theirs: frozenset[str] = frozenset()


def topic_reply(
    store: Store, phrases: Phrases, topic: str, asker: Asker, likely: Sequence[str] = ()
) -> Reply:
    """A topic's overview, in the words of the asker's role, and its questions as buttons.

    likely: ids of passages, likeliest first. Raises KeyError for an unknown topic.
    """
    answer = store.answers[topic]
    return Reply(
        own_words(answer, phrases, asker),
        _ways_on(store, answer, likely, asker),
        {"topic": topic, "forms": _forms(answer, phrases, asker.today), **sources(store, answer)},
    )


def concept_reply(store: Store, phrases: Phrases, concept: Concept, asker: Asker) -> Reply:
    """A concept's plain definition, for staff after the exact one, with a way to the page that says more."""
    text = f"{concept.staff}\n\n{concept.short}" if asker.role is Role.STAFF else concept.short
    text += warning(concept, phrases, asker.today)
    buttons = []
    if concept.topic:
        buttons.append(Button(store.answers[concept.topic].title, f"/{concept.topic}"))
    buttons += [
        Button(store.concepts[key].term, f'/begrepp{{"begrepp": "{key}"}}') for key in concept.related[:3]
    ]
    custom = {"topic": "begrepp", "concept": concept.id, "url": f"/begrepp/{concept.id}"}
    return Reply(text, tuple(buttons[:4]), {**custom, **sources(store, concept)})


def concepts_reply(store: Store, phrases: Phrases, concepts: Sequence[Concept], asker: Asker) -> Reply:
    """The plain definitions of two concepts under each other, a button to each, and the page of the first."""
    texts = [
        f"**{concept.term}:** {concept.short}{warning(concept, phrases, asker.today)}" for concept in concepts
    ]
    buttons = [Button(concept.term, f'/begrepp{{"begrepp": "{concept.id}"}}') for concept in concepts]
    first = concept_reply(store, phrases, concepts[0], asker)
    listed = [row for concept in concepts for row in sources(store, concept)["sources"]]
    custom = {**first.custom, "sources": [row for n, row in enumerate(listed) if row not in listed[:n]]}
    return Reply("\n\n".join(texts), tuple(buttons), custom)


def unknown_concept_reply(phrases: Phrases) -> Reply:
    """Asks which word was meant."""
    return Reply(phrases("concept_unknown"), (), {"topic": "begrepp", "url": "/begrepp", "sources": []})


def own_words(item: Answer | Passage, phrases: Phrases, asker: Asker, *, alone: bool = True) -> str:
    """The answer as said to this asker: the role's words, and what holds where they live.

    Staff get their own words and then those they can say to the person, who may be staff the other way round;
    who needs easy Swedish gets that. Where it does not stand alone in the reply it is said in one way only.
    """
    text = words_for(asker.role, item.variants) or item.short
    if alone and asker.role is Role.STAFF and text != item.short:
        text = f"{text}\n\n{phrases('to_the_person', text=item.short)}"
    elif asker.easy and item.easy:
        text = item.easy
    elif alone and asker.perhaps_staff and Role.STAFF in item.variants:
        text = f"{text}\n\n{phrases('also_for_staff', text=item.variants[Role.STAFF])}"
    if asker.in_vastra_gotaland and item.vastra_gotaland:
        text = f"{text}\n\n{item.vastra_gotaland}"
    return text + warning(item, phrases, asker.today)


def warning(item: Answer | Passage | Concept | Comparison, phrases: Phrases, today: date) -> str:
    """What is said beside a text that has passed its review date; else nothing."""
    if not item.is_unconfirmed(today):
        return ""
    return "\n\n" + phrases("unconfirmed", date=format_date(item.review_after, locale="sv_SE"))


def sources(store: Store, item: Answer | Passage | Concept) -> dict[str, Any]:
    """The sources of an item as the chat contract has them."""
    return {"sources": [source_row(source, item.reviewed) for source in store.sources_of(item)]}


def bold_headings(text: str) -> str:
    """Headings as bold lines, which is all that the chat shows."""
    return _HEADING.sub(r"**\1**", text)


def _forms(answer: Answer, phrases: Phrases, today: date) -> dict[str, str]:
    """The other forms of an answer; one that there is not is left out."""
    said = warning(answer, phrases, today)
    more = {"more": bold_headings(answer.long) + said} if answer.long else {}
    return {**more, "easy": answer.easy + said, "url": f"/fragor/{answer.id}"}


def _ways_on(store: Store, answer: Answer, likely: Sequence[str], asker: Asker) -> tuple[Button, ...]:
    """The task, if the topic is one; the topic's questions; other topics where it has none."""
    begin = (Button(answer.title, f"/{answer.id}"),) if store.topics.is_task(answer.id) else ()
    questions = of_topic(store, answer.id, likely, _QUESTIONS, asker.not_theirs)
    others = tuple(Button(store.answers[key].title, f"/{key}") for key in answer.followups)
    return (*begin, *(questions or others))


def source_row(source: Source, reviewed: date) -> dict[str, str]:
    """A source as the chat contract has it."""
    row = {"title": source.title, "status": str(source.status), "reviewed": reviewed.isoformat()}
    return row | ({"url": source.url} if source.url else {})
