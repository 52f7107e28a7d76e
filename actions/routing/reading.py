"""Reads in what situation a contact is sought; who asks is read as everywhere, and never where."""

import re
from collections.abc import Sequence
from pathlib import Path

from actions.asker.reading import Told, read_asker, words_about
from actions.content.recognition import Folded, Recognised, Signs
from actions.content.spoken_words import in_ordinary_spelling
from actions.content.text import fold
from actions.content.yaml_files import read_yaml
from actions.routing.query import ContactQuery
from actions.routing.rules import DEFAULT_SITUATION, Employer, Sides

_GROWN, _OLD = 18, 65
_REFUSING = frozenset({"nekad", "klagomal"})
_OF_CHILD = ("parent", "minor", None)
_CLOSE = ("parent", "relative")
_NOTHING = ContactQuery()
_OPEN_TO_TALK = (None, "barn", "psykiatri-beroende")


class _Signs(Recognised):
    """`content/contact_signs.yml`."""

    negations: Folded
    new_clause: Folded
    situations: dict[str, Signs]
    over: dict[str, dict[str, Signs]]
    has_contact: dict[str, Signs]
    sides: dict[Sides, Signs]
    both_sides: Signs
    also: Signs
    says_no: Signs
    about: Signs
    young_talk: Signs
    plan: Signs
    hospital: str
    doors_at_once: frozenset[str]
    doors_when_told: frozenset[str]
    works: Folded
    works_for: dict[Employer, Signs]
    asks_whom: Signs
    asks_number: Signs
    doubts_number: Signs
    asks_what_to_say: Signs
    said_elsewhere: Signs
    number_fails: Signs
    named_doors: dict[str, Signs]
    beside_a_name: Folded
    two_homes: Signs
    number: Signs


class ContactReader:
    """Knows the words of `content/contact_signs.yml`."""

    def __init__(self, content: Path) -> None:
        """Raises ValidationError naming the field that is missing, unknown, or no pattern."""
        self._signs = _Signs.model_validate(read_yaml(content / "contact_signs.yml"))
        self._negated = re.compile(
            rf"\b{self._signs.negations.pattern} (?:(?!{self._signs.new_clause.pattern}\b)\w+ )?$"
        )
        self._works = re.compile(rf"(?:^|\b{self._signs.works.pattern} )(?:\w+ ){{0,3}}$")
        self._beside = re.compile(rf"(?:{self._signs.beside_a_name.pattern}(?: |$))*")

    def read(
        self, words: str, hospitals: Sequence[str] = (), before: ContactQuery = _NOTHING
    ) -> ContactQuery:
        """The facts that the words tell; those they do not tell are unset. `hospitals` are named in them.

        before: what was told until now. Whoever is only named beside does not take the place of the one it
        was about, and what holds of that one is not undone by an age or a pronoun.
        """
        asker = read_asker(words)
        whom = None if asker.aside and (before.whom or before.role) else asker.whom
        known, about = before.about(whom), words_about(words, whom or before.whom)
        said, age = self._said(about, hospitals), read_asker(about).age if about != words else asker.age
        role = _role(asker, whom, before)
        answers_who = known.situation in _REFUSING and not known.refused_by and self._refuser(said)
        situation = None if answers_who else self._now(self._situation(said), known.situation, said)
        settled = known.situation != DEFAULT_SITUATION
        child = role == "minor" or (age is not None and age < _GROWN and (asker.foster or role in _OF_CHILD))
        if role == "parent" and situation in (None, "barn") and not (age and age >= _GROWN):
            child, situation = True, situation or (None if settled else "barn")
        minor_of = child or (role == "parent" and not (age and age >= _GROWN))
        if minor_of and self._signs.two_homes.search(said):
            child, situation = True, "barn"
        if asker.foster and situation is None and not settled:
            child, situation = True, "barn"
        if role == "minor" and situation is None and not settled:
            situation = "barn"
        if role == "minor" and situation in _OPEN_TO_TALK and self._talks(said):
            situation = "nagon-att-prata-med"
        if age is not None and age >= _OLD and situation is None and not settled:
            situation = "aldre"
        facts = {
            "situation": situation,
            "age_group": "barn" if child else _grown(age, is_grown=asker.grown),
            "role": role,
            "whom": whom,
            "has_contact": self._contact(said),
            "refused_by": self._refused(said, situation, known),
            "works_for": self._employer(said) if role == "professional" and not known.works_for else None,
        }
        return ContactQuery.model_validate({key: value for key, value in facts.items() if value})

    def _said(self, words: str, hospitals: Sequence[str]) -> str:
        """The words folded, where "Sahlgrenska" and "lasarettet i Falun" are the hospital."""
        said = f" {self._plain(words)} "
        for name in hospitals:
            said = said.replace(f" {fold(name)} ", f" {self._signs.hospital} ")
        return said.strip()

    def _plain(self, words: str) -> str:
        """The words folded, in ordinary spelling where they are written as they sound ("o", "me", "nån")."""
        return " ".join(fold(in_ordinary_spelling(words)).split())

    def door_named(self, words: str) -> str | None:
        """The door that the words ask for by its name, when they say nothing more. Without their places."""
        said = self._plain(words)
        for door, signs in self._signs.named_doors.items():
            rest, named = signs.subn("", said)
            if named and self._is_beside(" ".join(rest.split())):
                return door
        return None

    def is_only_beside(self, words: str) -> bool:
        """True for words that say nothing more than where, once their places are left out."""
        return self._is_beside(self._plain(words))

    def _is_beside(self, said: str) -> bool:
        asks = self._signs.asks_number.sub("", self._signs.asks_whom.sub("", said))
        return any(self._beside.fullmatch(" ".join(rest.split())) for rest in (said, asks))

    def is_another(self, before: ContactQuery, told: ContactQuery) -> bool:
        """True when it is about somebody else than before, or what was told of that one is over."""
        over = told.situation in self._signs.over.get(before.situation, {})
        return over or before.about(told.whom) is not before

    def asks_number(self, words: str) -> bool:
        """True when the words want the number itself, or whom to call in the municipality."""
        return bool(self._signs.asks_number.search(self._plain(words)))

    def fails_number(self, words: str) -> bool:
        """True when the words say that a number is wrong, or that nobody answers."""
        return bool(self._signs.number_fails.search(self._plain(words)))

    def tells_two_homes(self, words: str) -> bool:
        """True when the words say that a child lives in two places."""
        return bool(self._signs.two_homes.search(self._plain(words)))

    def names_number(self, words: str) -> bool:
        """True when a number is named, which beside the name of a door asks for it."""
        return bool(self._signs.number.search(self._plain(words)))

    def doubts_number(self, words: str) -> bool:
        """True when the words ask whether a number that was shown goes where it should."""
        return bool(self._signs.doubts_number.search(self._plain(words)))

    def asks_what_to_say(self, words: str) -> bool:
        """True when the words ask what to say on the phone."""
        said = self._plain(words)
        return bool(self._signs.asks_what_to_say.search(said)) and not self._signs.said_elsewhere.search(said)

    def asks_to_be_shown(self, words: str) -> bool:
        """True when the words ask whom to call or what to say then."""
        return self.asks_whom(words) or self.asks_what_to_say(words)

    def asks_whom(self, words: str) -> bool:
        """True when the words ask for a person or a number to call."""
        signs = (self._signs.asks_whom, self._signs.asks_number, self._signs.doubts_number)
        return any(sign.search(self._plain(words)) for sign in signs)

    def at_once(self, situation: str, *, asks: bool) -> bool:
        """True for a situation whose doors are the answer as soon as the place is told.

        asks: something is asked too; in some situations that is answered first.
        """
        told = not asks and situation in self._signs.doors_when_told
        return told or situation in self._signs.doors_at_once

    def has_no_contact(self, words: str) -> bool:
        """True when the words say that the person knows nobody yet."""
        return bool(self._signs.has_contact["none"].search(self._plain(words)))

    def _situation(self, said: str) -> str | None:
        return next((key for key, signs in self._signs.situations.items() if self._stands(signs, said)), None)

    def _now(self, situation: str | None, before: str, said: str) -> str | None:
        """The situation that the words tell, when they do not say that it is over."""
        if situation not in (None, *self._signs.over):
            return situation
        after = self._signs.over.get(situation or before, {})
        return next((new for new, signs in after.items() if signs.search(said)), situation)

    def _talks(self, said: str) -> bool:
        return bool(self._signs.young_talk.search(said)) and not self._signs.plan.search(said)

    def _contact(self, said: str) -> Sides | None:
        sides = [key for key in ("kommun", "region") if self._stands(self._signs.has_contact[key], said)]
        return (
            "both" if len(sides) > 1 else ("kommun" if sides == ["kommun"] else "region") if sides else None
        )

    def _refused(self, said: str, situation: str | None, known: ContactQuery) -> Sides | None:
        """Who has said no by now: both, when the other side did so too."""
        if situation not in _REFUSING and (situation or known.situation not in _REFUSING):
            return None
        refuser = self._refuser(said)
        too = known.refused_by not in (None, refuser) and self._signs.also.search(said)
        return "both" if refuser and too else refuser

    def _employer(self, said: str) -> Employer | None:
        """The side of the workplace or the profession that is told."""
        sides = self._signs.works_for.items()
        named = [(one.start(), side) for side, signs in sides for one in signs.finditer(said)]
        own = (side for start, side in sorted(named) if self._works.search(said[:start]))
        return next(own, None)

    def _refuser(self, said: str) -> Sides | None:
        """The side that said no, or that a complaint is about."""
        if self._signs.both_sides.search(said):
            return "both"
        verb = self._signs.says_no.search(said)
        if verb and (before := self._named(said[: verb.start()])):
            return before[-1]
        after = self._signs.about.search(said)
        named = self._named(said[after.end() :])[:1] if after else []
        named = named or list(dict.fromkeys(self._named(said)))
        return named[0] if len(named) == 1 else None

    def _named(self, said: str) -> list[Sides]:
        """The sides that are named, in the order of the words."""
        sides = self._signs.sides.items()
        found = [(one.start(), side) for side, signs in sides for one in signs.finditer(said)]
        return [side for _, side in sorted(found)]

    def _stands(self, signs: re.Pattern[str], said: str) -> bool:
        return any(not self._negated.search(said[: found.start()]) for found in signs.finditer(said))


def _grown(age: int | None, *, is_grown: bool) -> str | None:
    """The age group of somebody grown; None where nothing tells how old they are."""
    if age is not None and age >= _OLD:
        return "aldre"
    return "vuxen" if is_grown or (age is not None and age >= _GROWN) else None


def _role(asker: Told, whom: str | None, before: ContactQuery) -> str | None:
    """Who would call; None where the words tell nothing new of it.

    Who has spoken of somebody close is staff only when they say so plainly, and a pronoun is nobody new.
    """
    if asker.voice == "self" or (asker.voice in _CLOSE and before.role and not whom):
        return None
    if asker.voice == "professional" and before.role in _CLOSE and not asker.plainly_staff:
        return None
    return asker.voice
