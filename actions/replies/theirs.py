"""What the one who asks cannot mean: what only others ask, and what holds at another age."""

from collections.abc import Iterator
from dataclasses import replace

from actions.content.models import Passage, Role, words_for
from actions.content.topics import Age
from actions.crisis.texts import care_words
from actions.replies.answers import Asker
from actions.replies.conversation import Conversation
from actions.replies.knowledge import Knowledge
from actions.replies.told import told_so_far
from actions.replies.turn import Turn
from actions.replies.who_asks import asks_for_self, is_no_staff, read_in_talk, who_asks

_MAY_ASK_AS_CLOSE = (Role.PARENT, Role.TRUSTEE, Role.MINOR)


def asker_of(known: Knowledge, turn: Turn, conversation: Conversation) -> Asker:
    """The asker, with what they cannot mean: passages, and topics as a whole; none while nothing is told."""
    asker = who_asks(turn, conversation, known.places)
    others = _not_theirs(known, turn, conversation, asker) if turn.words else ()
    return replace(asker, not_theirs=frozenset(others))


def fits_beside(passage: Passage, asker: Asker) -> bool:
    """True for a text that may be given to who has not surely asked for it.

    False for what frightens, for small talk, for what they cannot mean, and for what only others ask.
    """
    unfit = care_words().only_asked | care_words().never_before | asker.not_theirs
    return passage.id not in unfit and _may_be_asked_by(passage, asker)


def _may_be_asked_by(passage: Passage, asker: Asker) -> bool:
    """False for what only others ask, where the one who asks is known and has no words of their own in it.

    What somebody close asks, a parent, a trustee and a child who tells of a parent may ask too.
    """
    close = Role.RELATIVE if asker.role in _MAY_ASK_AS_CLOSE else None
    return (
        passage.reader in (None, asker.role, close)
        or not asker.role
        or bool(words_for(asker.role, passage.variants))
    )


def _not_theirs(known: Knowledge, turn: Turn, conversation: Conversation, asker: Asker) -> Iterator[str]:
    no_staff = is_no_staff(turn, conversation)
    told = told_so_far(known, turn, conversation)
    own = asks_for_self(read_in_talk(turn, conversation), conversation)
    if asker.role is Role.RELATIVE and not told.whom:  # "hon" may be anybody's
        asker = replace(asker, role=None)
    age = _age(known, told.age_group)
    for key, passage in known.store.not_for_all.items():
        of_others = no_staff if passage.reader is Role.STAFF else not _may_be_asked_by(passage, asker)
        if of_others or (own and passage.reader is Role.RELATIVE) or (age and passage.of not in (None, age)):
            yield key
    if age:
        yield from known.store.topics.not_of(age)


def _age(known: Knowledge, age_group: str | None) -> Age | None:
    """Whether the one it is about is a child or grown; None where that is not told."""
    if not age_group:
        return None
    return "barn" if known.rules.is_child(age_group) else "vuxen"
