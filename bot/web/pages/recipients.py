"""Whom a letter can go to, found inside the plain form by place, with everything else in the form kept."""

from dataclasses import dataclass
from typing import Self

from actions.routing.contacts import ContactAnswer
from actions.routing.models import Contact
from bot.web.pages.contacts import Search, contacts_for, situations_of
from bot.web.pages.posted import Fields, first
from bot.web.state import Site

_PLACE, _SITUATION = "recipient.place", "recipient.situation"
_FIND, _CODE = "recipient.find", "recipient.code"
_LONGEST_PLACE, _LONGEST_KEY = 100, 40


@dataclass(frozen=True)
class Finder:
    """What was asked for, and what was found; `answer` is None until somebody asks."""

    place: str
    situation: str
    situations: dict[str, str]
    answer: ContactAnswer | None

    @classmethod
    def of(cls, state: Site, place: str, situation: str, pressed: bool = False) -> Self:
        """Looks the place up; one that is missing or not known is asked for when the button was pressed."""
        asked = Search(plats=place.strip()[:_LONGEST_PLACE], lage=situation[:_LONGEST_KEY]).known(state)
        titles = {key: one.title for key, one in situations_of(state).items()}
        answer = contacts_for(state, asked) if asked.plats or pressed else None
        return cls(asked.plats or "", asked.lage, titles, answer)

    @classmethod
    def posted(cls, state: Site, fields: Fields) -> Self:
        """As the form asks; a municipality chosen among several comes before the place written."""
        place = first(fields, _CODE) or first(fields, _PLACE)
        return cls.of(state, place, first(fields, _SITUATION), cls.asked(fields))

    @staticmethod
    def asked(fields: Fields) -> bool:
        """True when a button of the search was pressed, and not the one that shows the paper."""
        return bool(first(fields, _FIND) or first(fields, _CODE))

    @staticmethod
    def left_open(fields: Fields) -> bool:
        """True when a place was written and nobody named: those found there are then shown first."""
        named = first(fields, "recipient.chosen") or first(fields, "recipient")
        return bool(first(fields, _PLACE).strip()) and "recipient.chosen" not in fields and not named

    @property
    def recipients(self) -> list[Contact]:
        """Those of the contacts who can take a letter: the municipality's and the region's."""
        return [one for one in self.answer.contacts if one.side != "annan"] if self.answer else []
