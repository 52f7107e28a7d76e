"""Answers what was asked, and tells what to remember of it."""

from collections.abc import Sequence
from dataclasses import replace
from typing import get_args

from actions.content.models import Concept, Role, words_for
from actions.crisis import CrisisSignal
from actions.replies import answers, crisis, passages
from actions.replies.after_crisis import Care, after_crisis
from actions.replies.answers import Asker
from actions.replies.asked import Asked
from actions.replies.cared_for import asks_at_work, in_light_of, said_again, words_of_care
from actions.replies.conversation import Conversation
from actions.replies.defining import concept_asked_for, told_apart
from actions.replies.followups import Form
from actions.replies.knowledge import Knowledge
from actions.replies.passages import Question, topic_of
from actions.replies.questions_offered import TASK_QUESTION
from actions.replies.reply import Button, Reply
from actions.replies.spoken import Spoken
from actions.replies.tasking import offers
from actions.replies.theirs import asker_of, fits_beside
from actions.replies.told import heard_kept, wants_contact
from actions.replies.turn import Turn
from actions.replies.who_asks import codes_named, who_asks
from actions.thresholds import LIKELY_PART

_FORMS: tuple[Form, ...] = get_args(Form)


def contact_first(known: Knowledge, turn: Turn, conversation: Conversation) -> bool:
    """True when whom to call is the answer: it is asked for, and enough is told to say it."""
    asks = turn.intent == TASK_QUESTION and topic_of(turn.passage) == known.tasks["contact"].topic
    named = asks and bool(codes_named(turn.words, known.places))
    return named or wants_contact(known, turn, conversation)


def answer(known: Knowledge, turn: Turn, conversation: Conversation, asked: Asked) -> Spoken:
    """What was asked about, said and remembered. `asked` must hold a question."""
    asker = asker_of(known, turn, conversation)
    reply = _reply_unlike(known, conversation, asked, asker, asked.likely or tuple(turn.likely))
    alone = not asked.likely and reply.custom.get("passage") == turn.passage
    second = turn.second if alone else asked.second
    if (
        _fits_below(known, second, asker)
        and second not in conversation.answered
        and "passage" in reply.custom
    ):
        reply = passages.with_second(known.store, known.phrases, reply, second, asker)
    if asked.in_doubt and "passage" in reply.custom:
        title = known.store.passages[reply.custom["passage"]].question
        reply = replace(reply, text=known.phrases("in_doubt", title=title, text=reply.text))
    if asked.corrected:
        reply = replace(reply, text=f"{known.phrases('sorry')} {reply.text}")
    if len(asked.questions) == 1 and asked.form == "short":
        steps = (
            *_contact_button(known, turn.words),
            *offers(known.tasks, asked.questions[0].topic, turn.words),
        )
        reply = replace(reply, buttons=(*reply.buttons, *steps))
    kept = {
        "last_topic": reply.custom["topic"],
        "last_passage": asked.questions[-1].passage or None,
        "misses": 0,
        **heard_kept(known, turn, conversation, asker),
    }
    return Spoken((*words_of_care(turn), reply), kept, "turn")


def concept_meant(known: Knowledge, turn: Turn) -> Concept | None:
    """The concept of a pressed button, else the one named in the words."""
    pressed = known.store.concepts.get(str(turn.entities.get("begrepp")))
    return pressed or concept_asked_for(known.store, turn.words) or known.store.concept_in(turn.words)


def explain(known: Knowledge, turn: Turn, conversation: Conversation, concept: Concept | None) -> Spoken:
    """What a word means, or two, or which word is meant when it is unknown; its topic is remembered."""
    asker = asker_of(known, turn, conversation)
    apart = told_apart(known.store, turn.words)
    if concept in apart[:1] and len(apart) > 1:
        reply = answers.concepts_reply(known.store, known.phrases, apart, asker)
    elif concept:
        reply = answers.concept_reply(known.store, known.phrases, concept, asker)
    else:
        reply = answers.unknown_concept_reply(known.phrases)
    topic = concept.topic if concept else None
    kept = {"last_topic": topic, "last_passage": None, "misses": 0}
    return Spoken((reply,), kept | heard_kept(known, turn, conversation, asker), "turn")


def answer_crisis(known: Knowledge, turn: Turn, conversation: Conversation) -> Spoken:
    """The crisis answer; a task under way waits: what is written next is never kept as its answer.

    After it, short words that have an answer of their own get that, and whoever goes on telling gets a human
    to call: not the same words once more. What staff ask of the rules in the same breath is answered below.
    """
    again = said_again(turn, conversation)
    if again:
        return Spoken((again,), {"misses": 0}, "turn")
    words, danger = turn.words, in_light_of(turn.words, turn.danger, conversation.care)
    reply = _crisis_reply(known, words, danger, turn.language)
    situation, person = crisis.told(words, danger)
    care = Care(situation=situation, person=person)
    if reply.text in conversation.said:
        reply = replace(reply, text=after_crisis().words(after_crisis().still, care))
    state = conversation.states.get(conversation.task)
    waiting = state.model_copy(update={"waiting": True}).model_dump(mode="json") if state else None
    role = who_asks(turn, conversation, known.places).role
    kept = {"care": care.model_dump(), "misses": 0, **({"role": str(role)} if role else {})}
    replies = (reply, *_rule_asked(known, turn, conversation))
    return Spoken(replies, kept | ({f"{conversation.task}_state": waiting} if waiting else {}), "turn")


def answer_beside(
    known: Knowledge, turn: Turn, conversation: Conversation, several: Sequence[Question], topic: str
) -> tuple[Reply, ...]:
    """The answers to what was asked in the same breath as a task, whose own topic is left out."""
    asked = tuple(question for question in several if question != Question(topic))
    if not asked:
        return ()
    asker = asker_of(known, turn, conversation)
    return (replace(_reply(known, Asked(asked), asker, ()), buttons=()),)


def _rule_asked(known: Knowledge, turn: Turn, conversation: Conversation) -> tuple[Reply, ...]:
    """The answer to what staff ask of the rules around somebody in danger; nothing for anything else."""
    if not asks_at_work(turn.words, turn.danger):
        return ()
    asked = {name: likely for name, likely in turn.likely.items() if name in known.store.passages}
    best = max(asked, key=lambda name: asked[name], default="")
    if asked.get(best, 0.0) < LIKELY_PART * (1 - turn.likely.get(crisis.TOPIC, 0.0)):
        return ()
    return answer_beside(known, turn, conversation, (Question(topic_of(best), best),), "")


def _crisis_reply(known: Knowledge, words: str, danger: CrisisSignal | None, language: str) -> Reply:
    if not language:
        return crisis.crisis_reply(known.store, words, danger)
    reply = crisis.crisis_reply(known.store, words, danger, known.languages.of(language).crisis)
    return replace(reply, custom={**reply.custom, "paragraphs": known.languages.marks(language)})


def _reply_unlike(
    known: Knowledge, conversation: Conversation, asked: Asked, asker: Asker, likely: Sequence[str]
) -> Reply:
    """The reply in the first form that was not just said: nobody gets the same words twice in a row.

    The longer forms are the same to all. Who has words of their own gets those, where they only stood beside.
    """
    first, said = _reply(known, asked, asker, likely), conversation.said
    passage = known.store.passages.get(first.custom.get("passage", ""))
    own = passage is not None and words_for(asker.role, passage.variants)
    answered = passage is not None and passage.id in conversation.answered
    same_to_all = answered and not (own or asked.corrected)
    again = same_to_all or any(text.startswith(first.text) for text in said)
    if not again or len(asked.questions) > 1:
        return first
    others = (
        _reply(known, replace(asked, form=form), asker, likely) for form in _FORMS if form != asked.form
    )
    dull = (known.phrases("what_next"), *said)
    return next((reply for reply in others if reply.text not in dull), first)


def _fits_below(known: Knowledge, second: str, asker: Asker) -> bool:
    """True for a passage that may stand below another: to staff, one that has words for staff."""
    passage = known.store.passages.get(second)
    if passage is None or asker.role is not Role.STAFF:
        return passage is not None and fits_beside(passage, asker)
    return Role.STAFF in (passage.reader, *passage.variants)


def _reply(known: Knowledge, asked: Asked, asker: Asker, likely: Sequence[str]) -> Reply:
    store, phrases, questions = known.store, known.phrases, asked.questions
    if len(questions) > 1:
        return passages.several_reply(store, phrases, questions, asker)
    if asked.form == "long":
        return passages.more_reply(store, phrases, questions[0], asker)
    if asked.form == "easy":
        return passages.easier_reply(store, phrases, questions[0], asker)
    return passages.question_reply(store, phrases, questions[0], asker, likely)


def _contact_button(known: Knowledge, words: str) -> tuple[Button, ...]:
    """Whom to call in the municipality that the message names."""
    codes = codes_named(words, known.places)
    place = known.directory.municipality(codes[0]) if len(codes) == 1 else None
    if place is None:
        return ()
    title = known.phrases("contact_in", place=place.name)
    return (Button(title, f'/{known.tasks["contact"].begun_by}{{"plats": "{place.code}"}}'),)
