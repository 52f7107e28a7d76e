"""Whom to ask, as said in the chat: the questions before, and the contacts."""

from collections.abc import Mapping
from typing import Any, get_args

from actions.content.store import Store
from actions.conversation.answers import source_row
from actions.conversation.phrases import Phrases
from actions.conversation.reply import Button, Reply
from actions.conversation.tasking import step_reply
from actions.routing.contacts import ContactAnswer, Rules, Sides, find_contacts
from actions.routing.directory import Directory
from actions.routing.resolving import Choice, choices, resolve
from actions.tasks import engine
from actions.tasks.models import Task, TaskState
from actions.tasks.parsing import mentioned_option
from actions.tasks.walking import put

TOPIC = "hitta-kontakt"
_NEVER_ASSUMED = frozenset({"allmant", "akut", "vet-inte"})


def begin(task: Task, directory: Directory, words: str, role: str | None) -> TaskState:
    """The task just opened, with the place, the situation and the role that the first message told."""
    state = engine.start(task)
    place = resolve(directory, words)
    if place.codes:
        state = answer_place(task, state, directory, words)
    if place.code and (centre := directory.health_centre_named(place.code, words)):
        state = put_quietly(state, "health_centre", centre.id)
    situation = task.step("situation")
    told = mentioned_option(situation, words) if situation else None
    if situation and told and told.id not in _NEVER_ASSUMED:
        state = put_quietly(state, situation.id, told.id)
        state = engine.skip(task, state) if state.step == situation.id else state
    return put_quietly(state, "role", role)


def answer_place(task: Task, state: TaskState, directory: Directory, text: str) -> TaskState:
    """Takes the place. One that is unknown or may be several is asked about again, never guessed."""
    moved = engine.answer(task, state, text)
    if moved.error or moved.answers.get("place") != text.strip():
        return moved
    resolved = resolve(directory, text)
    if resolved.code:
        return moved if moved.answers.get("situation") is None else engine.skip(task, moved)
    if not resolved.codes:
        return put(moved, "place", None).model_copy(update={"step": "place", "error": "error_place_unknown"})
    error = "error_place_several" if resolved.several else "error_place_which"
    return moved.model_copy(update={"step": "place", "error": error})


def ask_reply(task: Task, state: TaskState, directory: Directory, rules: Rules) -> Reply:
    """The step now asked; with several municipalities to choose between, only those."""
    asked = step_reply(task, state)
    found = resolve(directory, state.answers.get("place"))
    if state.step != "place" or not state.error or not found.codes:
        return asked
    buttons = [_choice_button(choice) for choice in choices(directory, rules, found)]
    return Reply(
        task.phrases[state.error], (*buttons, Button(task.phrases["skip"], "/hoppa-over")), asked.custom
    )


def contact_reply(
    directory: Directory, rules: Rules, store: Store, phrases: Phrases, answers: Mapping[str, Any]
) -> Reply:
    """Contacts on both sides for the answers of the contact task; a question when the place is not clear."""
    found = find_contacts(
        directory,
        rules,
        place=answers.get("place"),
        postcode=None,
        situation=str(answers.get("situation") or "allmant"),
        role=answers.get("role"),
        health_centre=answers.get("health_centre"),
        has_contact=_side(answers.get("has_contact")),
        refused_by=_side(answers.get("refused_by")),
    )
    intro = phrases("contact_intro") if found.situation != "akut" else None
    text = [found.question or intro, found.assumption, found.reason, found.right_now]
    text.append(phrases("contact_say", say=found.say))
    text.append(phrases("contact_bring", items=_listed(found.bring)) if found.bring else None)
    text += [found.alternative, found.avoid]
    custom = {
        "topic": TOPIC,
        "contacts": [contact.model_dump(mode="json", exclude_none=True) for contact in found.contacts],
        "municipality": found.municipality_code,
        "bring": found.bring,
        "sources": [source_row(store.sources[key], rules.reviewed) for key in found.sources],
    }
    return Reply("\n\n".join(part for part in text if part), _buttons(found, phrases), custom)


def put_quietly(state: TaskState, key: str, value: str | None) -> TaskState:
    """Keeps what was told beside the question asked; an error stays."""
    return put(state, key, value).model_copy(update={"error": state.error}) if value else state


def _side(value: Any) -> Sides | None:
    return value if value in get_args(Sides) else None


def _listed(items: list[str]) -> str:
    return ", ".join(item[0].lower() + item[1:] for item in items)


def _choice_button(choice: Choice) -> Button:
    return Button(choice.label, f'/hitta-kontakt{{"plats": "{choice.code}"}}')


def _buttons(found: ContactAnswer, phrases: Phrases) -> tuple[Button, ...]:
    if found.choices:
        return tuple(_choice_button(choice) for choice in found.choices)
    return (
        Button(phrases("write_request"), "/skriva-begaran"),
        Button(phrases("contact_other_place"), "/hitta-kontakt"),
    )
