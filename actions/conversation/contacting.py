"""Whom to ask, as said in the chat."""

from collections.abc import Mapping
from typing import Any

from actions.content.store import Store
from actions.conversation.answers import source_row
from actions.conversation.phrases import Phrases
from actions.conversation.reply import Button, Reply
from actions.routing.contacts import ContactAnswer, Rules, find_contacts
from actions.routing.directory import Directory

TOPIC = "hitta-kontakt"
_HAS_CONTACT = frozenset({"kommun", "region", "both"})


def contact_reply(
    directory: Directory, rules: Rules, store: Store, phrases: Phrases, answers: Mapping[str, Any]
) -> Reply:
    """Contacts on both sides for the answers of the contact task; a question when the place is not clear."""
    found = find_contacts(
        directory,
        rules,
        place=answers.get("place"),
        postcode=None,
        situation=_situation(answers),
    )
    text = [found.question or phrases("contact_intro"), found.assumption, found.reason]
    text += [phrases("contact_say", say=found.say), found.avoid]
    custom = {
        "topic": TOPIC,
        "contacts": [contact.model_dump(mode="json", exclude_none=True) for contact in found.contacts],
        "municipality": found.municipality_code,
        "bring": found.bring,
        "sources": [source_row(store.sources[key], rules.reviewed) for key in found.sources],
    }
    return Reply("\n\n".join(part for part in text if part), _buttons(found, phrases), custom)


def _situation(answers: Mapping[str, Any]) -> str:
    """The situation of the rule table; someone who already has a contact asks there first."""
    chosen = str(answers.get("situation") or "allmant")
    if chosen == "allmant" and answers.get("has_contact") in _HAS_CONTACT:
        return "egen-kontakt"
    return chosen


def _buttons(found: ContactAnswer, phrases: Phrases) -> tuple[Button, ...]:
    if found.choices:
        return tuple(Button(c.label, f'/hitta-kontakt{{"plats": "{c.code}"}}') for c in found.choices)
    return (
        Button(phrases("write_request"), "/skriva-begaran"),
        Button(phrases("contact_other_place"), "/hitta-kontakt"),
    )
