"""The one who asks, as this message and those before it tell; and what is kept of that."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from actions.asker.grammar import Voice
from actions.asker.manner import over_messages
from actions.asker.reading import Told, is_grown_relation, read_asker
from actions.content.models import Role
from actions.replies.answers import Asker
from actions.replies.conversation import Conversation
from actions.replies.questions import asks
from actions.replies.turn import Turn
from actions.routing.models import VASTRA_GOTALAND
from actions.routing.places import PlaceFinder
from actions.thresholds import HARDLY_STAFF, MAY_BE_STAFF, SAYS_LITTLE, SURELY_STAFF, WRITES_AS_STAFF

# As the grammar of who asks has it, and the contacts.
_MINOR: Voice = "minor"
_SELF, _OLD = "self", "aldre"
_FEW = 10  # words
# As the texts for danger name them.
_PERSONS: dict[str | None, str] = {
    Role.MINOR: "child",
    _MINOR: "child",
    Role.PARENT: "parent",
    "parent": "parent",
    Role.RELATIVE: "other",
    Role.TRUSTEE: "other",
    "relative": "other",
    "trustee": "other",
    Role.STAFF: "staff",
    "professional": "staff",
}
_OLDER = "older"
_CLOSE = (Role.PARENT, Role.RELATIVE, Role.TRUSTEE)


def who_asks(turn: Turn, conversation: Conversation, places: PlaceFinder) -> Asker:
    """The asker. Who asks for themselves is no relative any more, whatever was said before.

    Who has told that they are under 18 stays so, also when they name their family, until they say that it is
    about somebody else. Staff stay staff when they speak of "hon" or "mamman", until they say that they are
    close themselves. Where no words tell, now or before, the manner of writing may show that it is staff.
    """
    told, codes = read_in_talk(turn, conversation), codes_named(turn.words, places)
    named_here = bool(codes) and all(code.startswith(VASTRA_GOTALAND) for code in codes)
    local = conversation.in_vastra_gotaland or told.vastra_gotaland or named_here
    staff = _by_manner(turn, conversation)
    role = _role(told, conversation, staff, WRITES_AS_STAFF)
    perhaps_staff = role is None and not told.says_i and staff >= MAY_BE_STAFF
    return Asker(role, local, conversation.today, told.easy or conversation.easy, perhaps_staff)


def read_in_talk(turn: Turn, conversation: Conversation) -> Told:
    """What the message tells of the one who asks, where nobody close was named before.

    "Hon" may be somebody at work who was named, and a bare "16" is the age of the one who writes. Who has
    spoken of themselves and then names somebody names them beside, unless it is said that it is about them,
    or what they need. Who asks for somebody else may say how old they are themselves.
    """
    told = read_asker(turn.words)
    if told.own_age and conversation.role in _CLOSE:
        return Told(says_i=True)
    if conversation.role or conversation.told.whom:
        return told
    at_work = told.by_pronoun and (told.at_work or read_asker(conversation.antecedent).at_work)
    plainly = told.of_another or told.of_age or told.in_need
    beside = conversation.says_i and told.role is Role.RELATIVE and not plainly
    if at_work or beside:
        return replace(told, role=None, voice=None, whom=None, by_pronoun=False)
    is_young = told.bare_age and conversation.antecedent and not (conversation.own or conversation.task)
    return replace(told, voice=_MINOR) if is_young else told


def asks_for_self(told: Told, conversation: Conversation) -> bool:
    """True for somebody grown who has told that they ask for themselves, until it is about somebody else.

    "Måste mamma vara med" and "får hon läsa allt" name somebody beside.
    """
    if conversation.own and conversation.role is None and (told.role is None or _is_beside(told)):
        return True
    return told.own and told.role is None


def _is_beside(told: Told) -> bool:
    """True where somebody is only named: "hon", or "mamma vill vara med", but not "min mamma är 84"."""
    if told.by_pronoun:
        return not told.of_another
    named = told.role is Role.RELATIVE and (told.by_name or not told.plainly_close)
    return named and not told.of_another


def is_no_staff(turn: Turn, conversation: Conversation) -> bool:
    """True when it was told that the one who asks is close, asks for themselves, or is no staff.

    So it is where nothing tells, and who speaks of themselves surely does not write as staff do.
    """
    told = read_in_talk(turn, conversation)
    if told.plainly_staff or conversation.role is Role.STAFF:
        return told.no_staff or told.plainly_close
    before = conversation.role in (Role.PARENT, Role.MINOR) or bool(conversation.told.whom)
    if before or conversation.own or told.own or told.no_staff or told.plainly_close:
        return True
    untold = conversation.role is None and told.role is None and (conversation.says_i or told.says_i)
    return untold and turn.by_staff is not None and _by_manner(turn, conversation) < HARDLY_STAFF


def says_only_who(turn: Turn, conversation: Conversation) -> bool:
    """True for a few words that only tell who asks, or for whom, where the answer before was for another."""
    told = read_in_talk(turn, conversation)
    plainly = told.own_plainly or told.plainly_staff or told.no_staff or told.of_another or told.of_age
    if not (plainly or told.voice == _MINOR) or asks(turn.words):
        return False
    few = len(turn.words.split()) <= _FEW
    return few and _role(told, conversation, 0.0, SURELY_STAFF) is not conversation.role


def person_told(
    words: str, role: str | None, told_role: str | None, age_group: str | None, by_staff: float
) -> str:
    """Who writes, as the texts for danger name them, before the words of danger are read; empty when untold.

    role, told_role, age_group: of the messages before, and where it was asked whom to call. by_staff: where
    nothing is told, the manner of writing is believed.
    """
    told = read_asker(words)
    if told.plainly_staff:
        return _PERSONS[Role.STAFF]
    if _MINOR in (told.voice, told_role) or role == Role.MINOR:
        return _PERSONS[_MINOR]
    untold = role is None and told_role is None
    if untold and by_staff >= WRITES_AS_STAFF and not told.says_i:
        return _PERSONS[Role.STAFF]
    if role is None and told_role in (None, _SELF) and age_group == _OLD:
        return _OLDER
    return _PERSONS.get(role or told_role, "")


def asker_kept(turn: Turn, conversation: Conversation, asker: Asker, places: PlaceFinder) -> dict[str, Any]:
    """What is kept of the asker: the one municipality named, else the region where that is new.

    A role that only the manner of writing shows is kept when that is sure.
    """
    codes = codes_named(turn.words, places)
    staff = _by_manner(turn, conversation)
    told = read_in_talk(turn, conversation)
    role = _role(told, conversation, staff, SURELY_STAFF)
    region = VASTRA_GOTALAND if asker.in_vastra_gotaland and not conversation.in_vastra_gotaland else None
    place = codes[0] if len(codes) == 1 else region
    own = role is None and asks_for_self(told, conversation)
    kept = {"role": str(role) if role else None, "own": own, "easy": asker.easy}
    return {**kept, "municipality": place} if place else kept


def _by_manner(turn: Turn, conversation: Conversation) -> float:
    """How surely staff write, by the manner, 0 to 1; a few words alone say only that it may be."""
    staff = over_messages(turn.by_staff, conversation.by_staff)
    few = not conversation.by_staff and len(turn.words.split()) <= SAYS_LITTLE
    return min(staff, MAY_BE_STAFF) if few else staff


def _role(told: Told, conversation: Conversation, staff: float, staff_from: float) -> Role | None:
    if told.voice == _MINOR or (_was_minor(conversation) and _may_be_minor(told)):
        return Role.MINOR
    if asks_for_self(told, conversation) and not _at_work_still(told, conversation):
        return None
    before = None if told.no_staff and conversation.role is Role.STAFF else conversation.role
    if _is_still(before, told) or (before is Role.RELATIVE and _names_the_family(told, conversation)):
        return before
    return told.role or before or (Role.STAFF if staff >= staff_from and not told.no_staff else None)


def _at_work_still(told: Told, conversation: Conversation) -> bool:
    """True for staff who only say "samma sak för mig"."""
    return conversation.role is Role.STAFF and not (told.own_plainly or told.no_staff)


def _is_still(before: Role | None, told: Told) -> bool:
    """True when the words name somebody, and the one who asks is who they were before all the same."""
    if told.role is Role.STAFF:
        return before in _CLOSE and not told.plainly_staff
    if told.role not in _CLOSE:
        return False
    if before in (Role.STAFF, Role.TRUSTEE) and not told.plainly_close:
        return True
    same_child = told.role is Role.RELATIVE and (told.may_be_of_the_child or told.co_parent)
    return (before in _CLOSE and told.aside) or (before is Role.PARENT and same_child)


def _names_the_family(told: Told, conversation: Conversation) -> bool:
    """True for "och vår son då" by who has told that it is about somebody grown."""
    whom = (conversation.told.whom or "").rpartition(" ")[2]
    return told.role is Role.PARENT and not told.of_another and is_grown_relation(whom)


def _was_minor(conversation: Conversation) -> bool:
    """True when they have told so, in the chat or where it was asked whom to call."""
    return (conversation.role or conversation.told.role) in (Role.MINOR, _MINOR)


def _may_be_minor(told: Told) -> bool:
    """True unless the message is about somebody else, or somebody of age, or is written at work."""
    return told.role in (None, Role.RELATIVE) and not (told.of_another or told.of_age)


def codes_named(words: str, places: PlaceFinder) -> Sequence[str]:
    """Codes of the municipalities that the words may mean."""
    found = places.find(words) if words else ()
    return list(dict.fromkeys(code for place in found for code in place.candidates))
