"""What is known of the one who asks whom to turn to: the same in the chat, on the page and over the API."""

from typing import Annotated, Any, Self

from pydantic import Field

from actions.asker.reading import same_person
from actions.content.frozen import Frozen
from actions.routing.rules import DEFAULT_SITUATION, Employer, Sides

LONGEST_PLACE = 100  # characters
LONGEST_CENTRE = 100  # ids made of a name and a town are up to 70


class ContactQuery(Frozen):
    """Every fact may be left out.

    `place` is a municipality, a place, a code of four digits or free text; `postcode` wins over it.
    `refused_by` is the side that said no, or the side a complaint is about. `whom` is how the one who calls
    names the other ("min mamma"); it goes into what to say. `health_centre` is an id or words of a name.
    `works_for` is the side that a professional belongs to. `region` is a code of two digits, for when no
    municipality is known. `wants` is the door asked for by its name, in the latest message only. `others`
    are those it was about before, in the same conversation.
    """

    place: Annotated[str | None, Field(max_length=LONGEST_PLACE)] = None
    postcode: Annotated[str | None, Field(max_length=10)] = None
    situation: Annotated[str, Field(max_length=40)] = DEFAULT_SITUATION
    age_group: Annotated[str | None, Field(max_length=20)] = None
    role: Annotated[str | None, Field(max_length=20)] = None
    whom: Annotated[str | None, Field(max_length=40)] = None
    has_contact: Sides | None = None
    refused_by: Sides | None = None
    works_for: Employer | None = None
    health_centre: Annotated[str | None, Field(max_length=LONGEST_CENTRE)] = None
    region: Annotated[str | None, Field(max_length=2)] = None
    wants: Annotated[str | None, Field(max_length=40)] = None
    others: tuple["ContactQuery", ...] = ()

    def with_newer(self, newer: Self) -> Self:
        """These facts, with what was said since in their place. What was told of one stays with that one."""
        known = self.about(newer.whom)
        elsewhere = newer.region and not (known.place or "").startswith(newer.region)
        kept = known.moved_to(newer.place) if newer.place or elsewhere else known
        told = newer.model_dump(exclude_unset=True, exclude_none=True, exclude={"others"})
        return kept.model_copy(update={"wants": None, **told})

    def about(self, whom: str | None) -> Self:
        """What is known of the one so named. Of somebody new only the place is taken for granted."""
        if not whom or not self.whom or same_person(whom, self.whom):
            return self
        mine, earlier = self._told_of(whom), self._told_of(self.whom)
        place = self.place or (earlier.place if earlier else None)
        left = self.model_copy(update={"others": (), "place": place})
        others = (*(row for row in self.others if row not in (mine, earlier)), left)
        facts = mine.told() if mine else {"place": self.place}
        return self.model_validate({**facts, "others": others})

    def with_place_asked(self) -> Self:
        """These facts without their place, which stays with this person if it now is about another."""
        others = (*self.others, self.model_copy(update={"others": ()})) if self.whom else self.others
        return self.moved_to(None).model_copy(update={"others": others})

    def _told_of(self, whom: str) -> "ContactQuery | None":
        return next((row for row in self.others if same_person(whom, row.whom)), None)

    def moved_to(self, place: str | None) -> Self:
        """These facts in another place, or in none; a health centre is of the place where it was chosen."""
        of_place = {"place": place, "region": None, "health_centre": None}
        return self if place == self.place else self.model_copy(update=of_place)

    def told(self) -> dict[str, Any]:
        """The facts that were said, for keeping."""
        told = self.model_dump(exclude_unset=True, exclude_none=True, exclude={"others"})
        return {**told, "others": [row.told() for row in self.others]} if self.others else told
