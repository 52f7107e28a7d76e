"""What a message tells of the one who asks, and for whom: a small grammar, `content/asker.yml`.

The one reading of this for the answers, the contacts and the words to say.
"""

import re
from dataclasses import dataclass

from actions.asker.grammar import Grammar, Voice, grammar
from actions.content.models import Role
from actions.content.text import fold

_GROWN = 18
_STRONG, _ENOUGH = 2, 2
_VOICES: dict[Role | None, Voice] = {Role.PARENT: "parent", Role.RELATIVE: "relative"}


@dataclass(frozen=True)
class Told:
    """What one message tells. `role` is None where the person asks for themselves or nothing tells.

    own: it says that the one who asks is the one who gets the help. grown: the child is of age.
    west_sweden: the region is named, or a hospital or a part of it. easy: plain Swedish is asked for.
    voice: who would call; None where nothing tells, and where only the manner of writing is of staff.
    whom: how the one it is about is named ("min mamma"). age: of the one it is about, in years.
    says_i: the one who writes speaks of themselves.
    of_another: it says outright that it is about somebody else.
    """

    role: Role | None = None
    own: bool = False
    grown: bool = False
    west_sweden: bool = False
    easy: bool = False
    voice: Voice | None = None
    whom: str | None = None
    age: int | None = None
    says_i: bool = False
    of_another: bool = False

    @property
    def of_age(self) -> bool:
        """True when the one it is about is told to be grown."""
        return self.age is not None and self.age >= _GROWN


def read_asker(text: str) -> Told:
    """Reads one message. Pure: the same text always tells the same."""
    words, known = fold(text), grammar()
    said_so = known.as_written["staff"].search(text.casefold()) is not None
    own, grown = not said_so and _is_own(words, known), _is_grown(words, known)
    related, whom = _relation(words, known)
    if known.as_written["relative"].search(text.casefold()):
        related = related or "relative"
    if not known.first_person.search(words) and known.third_person.search(words):
        related = related or "relative"
    role = Role.STAFF if said_so else None if own else _role(words, known, grown=grown)
    if role is None and not own:
        role = _by_relation(related, grown=grown)
    voice = "professional" if said_so else _voice(words, known, role, own=own)
    return Told(
        role=role,
        own=own,
        grown=grown,
        west_sweden=bool(known.west_sweden.search(words)),
        easy=bool(known.easy.search(words)),
        voice=voice,
        whom=whom if voice in ("parent", "relative") else None,
        age=_age(words, known, of_asker=voice in ("self", "minor", None)),
        says_i=bool(known.first_person.search(words)),
        of_another=bool(known.other.search(words) or known.others_child.search(words)),
    )


def _is_own(words: str, known: Grammar) -> bool:
    """True when the one who asks gets the help: said outright, or whoever else is named is only beside."""
    if known.self.search(words):
        return True
    if known.other.search(words) or known.about_another.search(words) or known.staff.search(words):
        return False
    return bool(known.own.search(words) or known.minor.search(words))


def _role(words: str, known: Grammar, *, grown: bool) -> Role | None:
    if known.staff.search(words) and not known.other.search(words):
        return Role.STAFF
    if known.others_child.search(words):
        return Role.RELATIVE
    if known.parent.search(words):
        return Role.RELATIVE if grown else Role.PARENT
    if known.relative.search(words) or known.other.search(words):
        return Role.RELATIVE
    return Role.STAFF if _writes_as_staff(words, known) else None


def _by_relation(voice: Voice | None, *, grown: bool) -> Role | None:
    """Somebody close is named, and nothing tells that it is about the one who asks."""
    if voice == "parent" and not grown:
        return Role.PARENT
    return Role.RELATIVE if voice else None


def _voice(words: str, known: Grammar, role: Role | None, *, own: bool) -> Voice | None:
    if known.minor.search(words) and (own or role is None):
        return "minor"
    if own:
        return "self"
    if known.trustee.search(words):
        return "trustee"
    if role is Role.STAFF:
        return "professional" if known.staff.search(words) else None
    return _VOICES.get(role)


def _relation(words: str, known: Grammar) -> tuple[Voice | None, str | None]:
    """Whose relation is named first in the grammar's order, and how it is said."""
    for voice, article, noun in known.relations:
        for written in (article, known.ours[article]):
            if re.search(rf"\b{fold(written)} (?:\w+ )?{fold(noun)}s?\b", words):
                return voice, f"{written} {noun}"
        if noun in known.bare and re.search(rf"\b{fold(noun)}s?\b", words):
            return voice, f"{article} {noun}"
    return None, None


def _writes_as_staff(words: str, known: Grammar) -> bool:
    """One word that only staff use, or two that staff use more than others."""
    if known.first_person.search(words):
        return False
    points = _STRONG * sum(bool(sign.search(words)) for sign in known.strong)
    return points + sum(bool(sign.search(words)) for sign in known.weak) >= _ENOUGH


def _is_grown(words: str, known: Grammar) -> bool:
    if known.grown.search(words):
        return True
    ages = [int(age) for found in known.age.finditer(words) for age in found.groups() if age]
    return any(age >= _GROWN for age in ages)


def _age(words: str, known: Grammar, *, of_asker: bool) -> int | None:
    """The first age told; the asker's own is passed over when it is about somebody else."""
    for found in known.told_age.finditer(words):
        if of_asker or not found["subject"]:
            return int(found["years"] or found["bare"])
    return None
