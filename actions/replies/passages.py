"""Replies that answer one question, or each of several: the passages of `content/passages`, unchanged."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from actions.content.models import Answer, Passage
from actions.publishing.store import Store
from actions.replies.answers import (
    Asker,
    bold_headings,
    concept_reply,
    own_words,
    sources,
    topic_reply,
    warning,
)
from actions.replies.phrases import Phrases
from actions.replies.questions_offered import nearby, of_topic, question_button
from actions.replies.reply import Button, Reply

_NEIGHBOURS = 3
_BESIDE_SEVERAL = 2


@dataclass(frozen=True)
class Question:
    """What is asked: one question of a topic, or the topic as a whole where `passage` is empty.

    concept: the id of the concept whose meaning is asked, where that is all.
    """

    topic: str
    passage: str = ""
    concept: str = ""


def topic_of(passage: str) -> str:
    """The topic in a passage's id."""
    return passage.partition("#")[0]


def question_reply(
    store: Store, phrases: Phrases, asked: Question, asker: Asker, likely: Sequence[str] = ()
) -> Reply:
    """The answer to the very question, or what the word asked for means; else the topic's overview.

    likely: ids of passages that may have been meant as well, likeliest first; they become buttons.
    Raises KeyError for an unknown topic.
    """
    concept = store.concepts.get(asked.concept)
    if concept:
        return concept_reply(store, phrases, concept, asker)
    passage = store.passages.get(asked.passage)
    if passage is None:
        return topic_reply(store, phrases, asked.topic, asker, likely)
    custom = {
        "topic": passage.topic,
        "passage": passage.id,
        "forms": _forms(store, passage, phrases, asker),
        **sources(store, passage),
    }
    return Reply(
        own_words(passage, phrases, asker),
        nearby(store, passage, likely, _NEIGHBOURS, asker.not_theirs),
        custom,
    )


def with_second(store: Store, phrases: Phrases, reply: Reply, second: str, asker: Asker) -> Reply:
    """The reply, and below it what else may have been asked, with its answer: for a reply in doubt."""
    passage = store.passages[second]
    text = phrases(
        "or_this",
        title=passage.question,
        text=own_words(passage, phrases, asker, alone=False),
    )
    buttons = tuple(button for button in reply.buttons if button != question_button(store, passage))
    cited = {row["title"]: row for row in (*reply.custom["sources"], *sources(store, passage)["sources"])}
    custom = {"passages": [reply.custom["passage"], second], "sources": list(cited.values())}
    return replace(reply, text=f"{reply.text}\n\n{text}", buttons=buttons, custom=reply.custom | custom)


def several_reply(store: Store, phrases: Phrases, asked: Sequence[Question], asker: Asker) -> Reply:
    """Each of several questions answered, in order, with ways on from each."""
    parts = [phrases("several")]
    more: list[str] = []
    buttons: list[Button] = []
    cited: dict[str, dict[str, Any]] = {}
    for question in asked:
        concept = store.concepts.get(question.concept)
        if concept:
            meaning = concept_reply(store, phrases, concept, asker)
            parts.append(phrases("about_topic", title=concept.term, text=meaning.text))
            buttons += meaning.buttons[:_BESIDE_SEVERAL]
            cited |= {row["title"]: row for row in meaning.custom["sources"]}
            continue
        item = _item(store, question)
        title = item.question if isinstance(item, Passage) else item.title
        parts.append(phrases("about_topic", title=title, text=own_words(item, phrases, asker, alone=False)))
        more += [f"**{title}**\n\n{bold_headings(item.long)}"] if item.long else []
        buttons += _others(store, question, asker)[:_BESIDE_SEVERAL]
        cited |= {row["title"]: row for row in sources(store, item)["sources"]}
    topics = list(dict.fromkeys(question.topic for question in asked))
    passages = [question.passage for question in asked if question.passage in store.passages]
    forms = {"more": "\n\n".join(more), "url": f"/fragor/{topics[0]}"}
    custom = {"topic": topics[0], "topics": topics, "passages": passages, "forms": forms}
    return Reply("\n\n".join(parts), tuple(buttons), {**custom, "sources": list(cited.values())})


def more_reply(store: Store, phrases: Phrases, asked: Question, asker: Asker) -> Reply:
    """What more there is to say; where there is nothing, the topic's other questions."""
    item = _item(store, asked)
    buttons = _others(store, asked, asker)
    custom = {"topic": asked.topic, "form": "long", **_passage_key(asked), **sources(store, item)}
    if not item.long:
        return Reply(phrases("what_next"), buttons, custom)
    return Reply(bold_headings(item.long) + warning(item, phrases, asker.today), buttons, custom)


def easier_reply(store: Store, phrases: Phrases, asked: Question, asker: Asker) -> Reply:
    """The easy-to-read form: the passage's own, else that of its topic."""
    item = _item(store, asked)
    text = item.easy or store.answers[asked.topic].easy
    custom = {"topic": asked.topic, "form": "easy", **_passage_key(asked), **sources(store, item)}
    return Reply(text + warning(item, phrases, asker.today), _others(store, asked, asker), custom)


def _item(store: Store, asked: Question) -> Answer | Passage:
    return store.passages.get(asked.passage) or store.answers[asked.topic]


def _others(store: Store, asked: Question, asker: Asker) -> tuple[Button, ...]:
    passage = store.passages.get(asked.passage)
    if passage:
        return nearby(store, passage, (), _NEIGHBOURS, asker.not_theirs)
    return of_topic(store, asked.topic, (), _NEIGHBOURS, asker.not_theirs)


def _passage_key(asked: Question) -> dict[str, str]:
    return {"passage": asked.passage} if asked.passage else {}


def _forms(store: Store, passage: Passage, phrases: Phrases, asker: Asker) -> dict[str, str]:
    """The other forms; one that there is not is left out."""
    said = warning(passage, phrases, asker.today)
    more = {"more": bold_headings(passage.long) + said} if passage.long else {}
    easy = passage.easy or store.answers[passage.topic].easy
    return {**more, "easy": easy + said, "url": passage.path}
