"""Whom to ask, as said in the chat: the doors first, what to say, and the questions that may change them."""

from collections.abc import Mapping, Sequence
from typing import Any, get_args

from actions.once import once_a_message
from actions.publishing.store import Store
from actions.replies.answers import source_row
from actions.replies.phrases import Phrases
from actions.replies.reply import Button, Reply
from actions.replies.tasking import step_reply
from actions.routing.centre_names import centre_named
from actions.routing.certainty import is_short
from actions.routing.contacts import (
    ContactAnswer,
    ContactQuery,
    Rules,
    Sides,
    find_contacts,
    region_is_enough,
)
from actions.routing.directory import Directory
from actions.routing.models import Contact
from actions.routing.query import LONGEST_PLACE
from actions.routing.reading import ContactReader
from actions.routing.resolving import Choice, assumption, choices, resolve, without_places
from actions.tasks import engine
from actions.tasks.models import Task, TaskState
from actions.tasks.walking import put

TOPIC = "hitta-kontakt"
OTHER_PLACE = "annan"
_FACTS = (
    "place",
    "situation",
    "age_group",
    "role",
    "whom",
    "has_contact",
    "refused_by",
    "works_for",
    "health_centre",
    "region",
    "wants",
    "others",
)
_DOORS = 3
_MOST_PLACES = 4  # whose numbers stand in the question
_NOTHING = ContactQuery()
_SEVERAL = "error_place_several"
_ASSUMED = "assumed"
SHOWN = "shown"
_HEALTH_CENTRE = "vardcentral"
SHOWN_EARLY = "shown_early"
_NATION = "1177"


@once_a_message
def told_by(
    reader: ContactReader, directory: Directory, words: str, before: ContactQuery = _NOTHING
) -> ContactQuery:
    """The facts of one message, with its municipality as a code when it names one that can be told.

    before: what was told until now. The town of a hospital or a health centre does not take the place of
    home. A region does so only where the words say no more than that, or ask for a contact.
    """
    place, centre = resolve(directory, words), centre_named(directory, words)
    rest = without_places(directory, f"{words[: centre.start]} {words[centre.end :]}" if centre else words)
    told = reader.read(words, place.hospitals, before)
    home = before.about(told.whom).place
    code = home if home and place.no_home else place.code
    wants = reader.door_named(rest)
    if place.health_centre and reader.is_only_beside(rest):
        wants = _HEALTH_CENTRE
    says_region = not before.place or wants or reader.asks_whom(words) or reader.is_only_beside(rest)
    found = {
        "place": code,
        "health_centre": place.health_centre,
        "region": place.region_code if says_region else None,
        "wants": wants,
    }
    return told.with_newer(ContactQuery.model_validate({key: value for key, value in found.items() if value}))


def begin(task: Task, rules: Rules, directory: Directory, told: ContactQuery, words: str = "") -> TaskState:
    """The task just opened, at the first thing not told yet.

    Two places in `words` are asked about, and so is a region or another country.
    """
    state = engine.start(task)
    for key, value in told.told().items():
        state = put(state, key, value)
    place = resolve(directory, words)
    if (told.wants and told.place) or region_is_enough(directory, rules, told):
        return state.model_copy(update={"done": True})
    nearly = len(place.codes) > 1 or place.region_code or place.abroad
    if nearly and not (told.place and (place.no_home or not place.codes)):
        return answer_place(task, put(state, "place", None), directory, rules, words)
    if told.refused_by:
        state = put(state, "complaint_about", told.refused_by)
    state = _assuming(state, rules, directory, words)
    situation = rules.situations.get(told.situation)
    if situation and situation.without_place and state.step == "place":
        state = engine.skip(task, state)
    return past_known(task, state)


def _assuming(state: TaskState, rules: Rules, directory: Directory, words: str) -> TaskState:
    """Keeps the sentence about what was taken for granted, since of the place only its code is kept."""
    place = resolve(directory, words)
    known = place.code if place.code == state.answers.get("place") else None
    row = directory.municipality(known) if known else None
    said = assumption(rules, row, place)
    return put(state, _ASSUMED, said) if said else state


def is_news(state: TaskState, told: Mapping[str, str]) -> bool:
    """True when another situation was told than the one the task goes by."""
    return "situation" in told and told["situation"] != state.answers.get("situation")


def told_instead(task: Task, state: TaskState, told: Mapping[str, str]) -> TaskState:
    """Something else than what was asked was told: a new situation in place of the old."""
    return engine.skip(task, put(state, "situation", told["situation"]))


def past_known(task: Task, state: TaskState) -> TaskState:
    """Goes on to the first step that is not answered: nobody is asked what they have told."""
    while not state.done and not state.error and _is_known(state):
        state = engine.skip(task, state)
    return state


def _is_known(state: TaskState) -> bool:
    """True for what is told, and for whom staff know: they ask for the person's sake."""
    own = state.step == "has_contact" and state.answers.get("role") == "professional"
    return own or state.step in state.answers


def answer_place(task: Task, state: TaskState, directory: Directory, rules: Rules, text: str) -> TaskState:
    """Takes the place. One that is unknown or may be several is asked about again, never guessed.

    Where the region is enough to know, nothing more is asked; nor where only a door was asked for.
    """
    moved = engine.answer(task, state, text)
    if moved.error or moved.answers.get("place") != text.strip():
        return moved
    resolved = resolve(directory, text)
    moved = put(moved, "region", resolved.region_code) if resolved.region_code else moved
    if region_is_enough(directory, rules, query_of(moved.answers)):
        return put(moved, "place", None).model_copy(update={"done": True})
    if resolved.code:
        known = past_known(task, moved)
        return known.model_copy(update={"done": True}) if known.answers.get("wants") else known
    if not resolved.codes:
        kind = "abroad" if resolved.abroad else "region" if resolved.region_code else "unknown"
        error = f"error_place_{kind}"
        return put(moved, "place", None).model_copy(update={"step": "place", "error": error})
    kind = "hospital" if resolved.hospital else "several" if resolved.several else "which"
    error = f"error_place_{kind}"
    return moved.model_copy(update={"step": "place", "error": error})


def ask_reply(task: Task, state: TaskState, directory: Directory, rules: Rules, phrases: Phrases) -> Reply:
    """The step now asked; with several municipalities to choose between, only those, with their numbers.

    So it is too when it is asked once more, after something else was answered.
    """
    asked = step_reply(task, state)
    found = resolve(directory, state.answers.get("place"))
    error = state.error or (_SEVERAL if len(found.codes) > 1 else None)
    if state.step != "place" or not error or not found.codes:
        return asked
    buttons = [_choice_button(choice) for choice in choices(directory, rules, found)]
    said = "error_place_homes" if error == _SEVERAL and _is_about_child(state, rules) else error
    doors = _doors_of_each(directory, rules, phrases, state, found.codes)
    return Reply(
        _joined([task.phrases[said], doors]),
        (*buttons, Button(task.phrases["skip"], "/hoppa-over")),
        asked.custom,
    )


def _is_about_child(state: TaskState, rules: Rules) -> bool:
    """True for a child, who may live in both of several places told."""
    query = query_of(state.answers)
    return rules.is_child(query.age_group or rules.age_told_by(query.role)) or query.situation == "barn"


def _doors_of_each(
    directory: Directory, rules: Rules, phrases: Phrases, state: TaskState, codes: Sequence[str]
) -> str:
    """The municipality's number in each of a few places, so that nobody has to answer to get one."""
    if len(codes) > _MOST_PLACES:
        return ""
    query = query_of(state.answers)
    found = (find_contacts(directory, rules, query.moved_to(code)).contacts for code in codes)
    ours = ([door for door in doors if door.kind == "kommun"] for doors in found)
    return "\n".join(door_line(phrases, door) for doors in ours for door in doors[:1])


def assumed_in(state: TaskState) -> str:
    """What was taken for granted when the place was told; empty when nothing was."""
    return str(state.answers.get(_ASSUMED) or "")


def query_of(answers: Mapping[str, Any]) -> ContactQuery:
    """The facts of the contact task's answers. A long message that names several places is no place yet."""
    facts = {key: answers.get(key) for key in _FACTS if answers.get(key)}
    if len(str(facts.get("place", ""))) > LONGEST_PLACE:
        del facts["place"]
    facts.setdefault("refused_by", answers.get("complaint_about"))
    for key in ("has_contact", "refused_by"):
        if facts.get(key) not in get_args(Sides):
            facts.pop(key, None)
    return ContactQuery.model_validate(facts)


def contact_replies(
    directory: Directory, rules: Rules, store: Store, phrases: Phrases, query: ContactQuery, assumed: str = ""
) -> tuple[Reply, Reply]:
    """The doors, number first; then what to say and what to have at hand.

    `assumed` is what was taken for granted when the place was told.
    """
    found = find_contacts(directory, rules, query)
    doors = [door_line(phrases, contact) for contact in _first_doors(found.contacts)]
    place = rules.place_words(found.municipality or found.region)
    intro = phrases("contact_intro", place=place) if found.situation != "akut" else None
    first = [
        intro if found.region or query.wants else found.question or intro,
        "\n".join(doors),
        found.assumption or assumed,
        found.right_now,
    ]
    custom = {
        "topic": TOPIC,
        "contacts": [contact.model_dump(mode="json", exclude_none=True) for contact in found.contacts],
        "municipality": found.municipality_code,
        "place": found.municipality,
        "bring": found.bring,
        "sources": [source_row(store.sources[key], rules.reviewed) for key in found.sources],
    }
    after = [phrases("contact_say", say=found.say), found.reason]
    after.append(phrases("contact_bring", items=_listed(found.bring)) if found.bring else "")
    after += [found.alternative, found.avoid]
    return (
        Reply(_joined(first), (), custom),
        Reply(_joined(after), _buttons(found, phrases), {"topic": TOPIC}),
    )


def has_doors_without_place(state: TaskState, directory: Directory, rules: Rules) -> bool:
    """True when there is a number before the municipality is known: for a door asked for, or the region's."""
    query = query_of(state.answers)
    if query.place or not (query.region or query.wants):
        return False
    phones = [door.phone for door in find_contacts(directory, rules, query).contacts if door.phone]
    return any(query.wants or phone != _NATION for phone in phones)


def whose_number(directory: Directory, rules: Rules, query: ContactQuery) -> tuple[Reply, ...]:
    """That a number shown is a switchboard's; nothing where none is."""
    shared = rules.phrases["region_switchboard"]
    notes = (contact.note or "" for contact in find_contacts(directory, rules, query).contacts)
    return (Reply(shared, (), {"topic": TOPIC}),) if any(shared in note for note in notes) else ()


def number_fails_reply(directory: Directory, rules: Rules, phrases: Phrases, query: ContactQuery) -> Reply:
    """Where the right number stands, and whom else to call, for whom a number leads nowhere."""
    found = find_contacts(directory, rules, query)
    doors = _first_doors(found.contacts)
    long = [door for door in doors if door.phone and not is_short(door.phone)]
    pages = [phrases("contact_door_url", name=door.name, url=door.url) for door in long]
    others = [door_line(phrases, door) for door in found.contacts if door.phone and is_short(door.phone)]
    said = phrases("contact_number_fails", pages="\n".join(pages), others="\n".join(others[:_DOORS]))
    return Reply(_joined([said, found.right_now]), _buttons(found, phrases), {"topic": TOPIC})


def to_be_shown(state: TaskState) -> TaskState:
    """The state in which the contacts are shown once more before the question."""
    answers = {key: value for key, value in state.answers.items() if key != SHOWN}
    return state.model_copy(update={"answers": answers, "error": None})


def filled(state: TaskState, told: Mapping[str, str]) -> TaskState:
    """The state with what was told beside the answer; an answer already given stays."""
    for key, value in told.items():
        if key not in state.answers:
            state = put(state, key, value)
    return state


def give_up(moved: TaskState, before: TaskState) -> TaskState:
    """The second answer in a row that was not understood ends the questions: what is known is shown."""
    return moved.model_copy(update={"done": True}) if before.error else moved


def same_reply(phrases: Phrases, doors: Reply, after: Reply) -> Reply:
    """The doors again, briefly, when an answer did not change them."""
    return Reply(f"{phrases('contact_same')}\n\n{doors.text}", after.buttons, doors.custom)


def stuck_reply(phrases: Phrases) -> Reply:
    """After two answers that were not understood: what is known, and a human to ask."""
    return Reply(phrases("contact_stuck"), (), {"topic": TOPIC})


def _first_doors(contacts: Sequence[Contact]) -> list[Contact]:
    """The first doors, and the municipality's number where it is not among them."""
    first, later = [*contacts[:_DOORS]], contacts[_DOORS:]
    if any(contact.side == "kommun" and contact.phone for contact in first):
        return first
    return [*first, *(contact for contact in later if contact.side == "kommun" and contact.phone)][
        : _DOORS + 1
    ]


def door_line(phrases: Phrases, contact: Contact) -> str:
    """A contact as one line of a list in Markdown, the number first."""
    if contact.phone and contact.certainty == "may_have_changed" and contact.as_of:
        year = contact.as_of[:4]
        return phrases("contact_door_aged", phone=contact.phone, name=contact.name, year=year)
    if contact.phone and contact.certainty != "confirmed":
        return phrases(
            "contact_door_doubtful",
            phone=contact.phone,
            name=contact.name,
            sure=contact.sure,
            url=contact.url,
        )
    if contact.phone and contact.as_of and not is_short(contact.phone):
        return phrases("contact_door_dated", phone=contact.phone, name=contact.name, year=contact.as_of[:4])
    if contact.phone:
        return phrases("contact_door", phone=contact.phone, name=contact.name)
    said = "contact_door_silent" if contact.kind == "egen-kontakt" else "contact_door_page"
    return phrases(said, name=contact.name, why=contact.note or contact.why, url=contact.url)


def _joined(parts: Sequence[str | None]) -> str:
    return "\n\n".join(part for part in parts if part)


def _listed(items: list[str]) -> str:
    return ", ".join(item[0].lower() + item[1:] for item in items)


def _choice_button(choice: Choice) -> Button:
    return Button(choice.label, f'/hitta-kontakt{{"plats": "{choice.code}"}}')


def _buttons(found: ContactAnswer, phrases: Phrases) -> tuple[Button, ...]:
    if found.choices:
        return tuple(_choice_button(choice) for choice in found.choices)
    letter = (Button(phrases("write_request"), "/skriva-begaran"),) if found.letter else ()
    if found.without_place:
        return letter
    return (*letter, Button(phrases("contact_other_place"), f'/hitta-kontakt{{"plats": "{OTHER_PLACE}"}}'))
