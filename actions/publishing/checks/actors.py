"""What the texts say that somebody may or must do, against the table of who does what."""

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path

from actions.content.facts import FactBase
from actions.content.frozen import Frozen
from actions.content.plain_language import sentences
from actions.content.problems import Problem, problem
from actions.content.yaml_files import read_yaml
from actions.publishing.checks.texts import Text

_FILE = "actors.yml"


class May(StrEnum):
    """Whether somebody may or must."""

    YES = "ja"
    NO = "nej"
    UNSURE = "osäker"


class Column(StrEnum):
    """What the table says of an actor."""

    MAY_CALL = "may_call"
    MUST_CALL = "must_call"
    MAY_SUGGEST = "may_suggest"
    IS_INVITED = "is_invited"
    MUST_TAKE_PART = "must_take_part"
    MAY_LEAD = "may_lead"
    MAY_HAVE_MAIN_RESPONSIBILITY = "may_have_main_responsibility"


class West(Frozen):
    """What differs in Västra Götaland."""

    may_call: May
    must_call: May
    is_invited: May
    must_take_part: May
    facts: tuple[str, ...]


class Actor(Frozen):
    """What an actor may and must do around a SIP, by law and practice, and the facts it rests on."""

    names: tuple[str, ...]
    may_call: May
    must_call: May
    may_suggest: May
    is_invited: May
    must_take_part: May
    may_lead: May
    may_have_main_responsibility: May
    facts: tuple[str, ...]
    vastra_gotaland: West | None = None
    note: str | None = None


class Saying(Frozen):
    """Words after an actor's name, and what they claim."""

    pattern: str
    column: Column
    answer: May


class Actors(Frozen):
    """The whole of `content/actors.yml` but its dates."""

    says: tuple[Saying, ...]
    not_about: tuple[str, ...]
    actors: dict[str, Actor]


def read_actors(content: Path) -> Actors:
    """The table. Raises ValidationError when it is not whole."""
    raw = read_yaml(content / _FILE)
    return Actors.model_validate({key: raw.get(key) for key in Actors.model_fields})


def actor_problems(table: Actors, facts: FactBase) -> Iterator[Problem]:
    """Facts that the list does not have, and actors who are both called and invited."""
    for key, actor in table.actors.items():
        west = actor.vastra_gotaland.facts if actor.vastra_gotaland else ()
        for fact in (*actor.facts, *west):
            if fact not in facts.facts:
                yield problem(f"{_FILE} / {key}", "unknown_fact", fact=fact)
        if actor.must_take_part is actor.is_invited is May.YES:
            yield problem(f"{_FILE} / {key}", "called_and_invited")


def against_table(texts: Iterable[Text], table: Actors) -> Iterator[Problem]:
    """Sentences that say otherwise of an actor than the table."""
    named = {name.casefold(): key for key, actor in table.actors.items() for name in actor.names}
    names = "|".join(re.escape(name) for name in sorted(named, key=len, reverse=True))
    mentioned = re.compile(rf"\b(?:{names}) ", re.IGNORECASE)
    rules = [
        (re.compile(rf"\b({names}) {says.pattern}", re.IGNORECASE), says.column, says.answer)
        for says in table.says
    ]
    for text in texts:
        for part in sentences(text.words):
            if not mentioned.search(part):
                continue
            if any(words in f"{text.where} {part}" for words in table.not_about):
                continue
            for pattern, column, said in rules:
                for found in pattern.finditer(part):
                    key = named[found[1].casefold()]
                    if getattr(table.actors[key], column) not in (said, May.UNSURE):
                        yield problem(text.where, "against_table", found=found[0], actor=key, column=column)
