"""Composes a letter from a draft: structured blocks that every format is made from."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Any, Literal

from babel.dates import format_date
from babel.lists import format_list
from pydantic import BaseModel, ConfigDict, Field

from actions.drafting.draft import Actor, Choices, Draft, Goal, LetterAnswers, Occasion
from actions.drafting.wording import Letters, Section, Wording

_LOCALE = "sv_SE"
_SHORT = 60


class _Block(BaseModel):
    model_config = ConfigDict(frozen=True)


class Heading(_Block):
    """A heading of level 2."""

    kind: Literal["heading"] = "heading"
    text: str


class Paragraph(_Block):
    """Running text; line breaks in it are kept."""

    kind: Literal["paragraph"] = "paragraph"
    text: str


class Item(_Block):
    """One item of a list, with items under it."""

    text: str
    items: tuple[str, ...] = ()


class Bullets(_Block):
    """A list."""

    kind: Literal["list"] = "list"
    items: tuple[Item, ...]


class Lines(_Block):
    """Lines to fill in by hand; an empty label is a line for notes."""

    kind: Literal["lines"] = "lines"
    labels: tuple[str, ...]


Block = Annotated[Heading | Paragraph | Bullets | Lines, Field(discriminator="kind")]


class Letter(_Block):
    """A whole letter. `aside` is for the sender and is not part of what is handed in."""

    title: str
    filename: str
    lang: str
    blocks: tuple[Block, ...]
    aside: tuple[Block, ...] = ()
    unseen: str


def compose(draft: Draft, letters: Letters, today: date) -> Letter:
    """The letter in the words of the person who writes. Dates and lists in Swedish form."""
    wording, role, common = letters.wordings[draft.letter], draft.answers.who, letters.common
    blocks: list[Block] = []
    recipient = draft.answers.recipient if isinstance(draft.answers, LetterAnswers) else None
    name = recipient.name if recipient else ""
    if wording.addressed:
        blocks.append(Paragraph(text=f"{common.to} {name}") if name else Lines(labels=(common.to_blank,)))
    blocks.append(Paragraph(text=common.date.format(date=format_date(today, format="long", locale=_LOCALE))))
    blocks.append(Paragraph(text=letters.say(wording.opening, role)))
    for section in wording.sections:
        blocks.extend(_section(section, draft, letters))
    blocks.extend(Lines(labels=labels) for labels in _signatures(wording, role))
    if copies := letters.say(wording.copies, role):
        blocks.append(Paragraph(text=copies))
    return Letter(
        title=wording.title,
        filename=wording.filename,
        lang=_LOCALE.replace("_", "-"),
        blocks=tuple(blocks),
        aside=tuple(_aside(wording, letters, name)),
        unseen=common.unseen,
    )


def _signatures(wording: Wording, role: str) -> Iterator[tuple[str, ...]]:
    for signature in wording.signatures:
        if labels := signature.lines.get(role) or signature.lines.get("others"):
            yield labels


def _section(section: Section, draft: Draft, letters: Letters) -> list[Block]:
    role = draft.answers.who
    if section.roles and role not in section.roles:
        return []
    answered = _answer_blocks(section.step, draft, letters) if section.step else []
    if section.step and not answered and not section.always:
        return []
    blocks: list[Block] = [Heading(text=section.variants.get(role, section.heading))]
    lead = letters.say(section.intro if answered or not section.step else section.empty, role)
    blocks.extend([Paragraph(text=lead)] if lead else [])
    blocks.extend(answered)
    blocks.extend([Bullets(items=tuple(Item(text=item) for item in section.items))] if section.items else [])
    blocks.extend(Paragraph(text=text) for text in section.text)
    labels = section.lines + ("",) * section.blank
    return [*blocks, *([Lines(labels=labels)] if labels else [])]


def _answer_blocks(step: str, draft: Draft, letters: Letters) -> list[Block]:
    value: Any = getattr(draft.answers, step)
    match value:
        case str():
            return [Paragraph(text=value)] if value else []
        case Choices():
            return _choices(step, value, draft, letters)
        case [Goal(), *_]:
            return _list([_goal(goal, letters) for goal in value if goal.goal])
        case [Actor(), *_]:
            return _actors(value, letters)
        case [Occasion(), *_]:
            return _list([Item(text=_occasion(row, draft, letters)) for row in value])
        case _:
            return _list([Item(text=text) for text in value or () if text])


def _choices(step: str, value: Choices, draft: Draft, letters: Letters) -> list[Block]:
    labels = [letters.label(draft.letter, step, key) for key in dict.fromkeys(value.chosen)]
    other = letters.common.other
    written = [other.get(step, other["default"]).format(text=value.other)] if value.other else []
    return _list([Item(text=text) for text in (*filter(None, labels), *written)])


def _goal(goal: Goal, letters: Letters) -> Item:
    subgoals = [letters.common.subgoal.format(text=text) for text in goal.subgoals if text]
    when = [letters.common.when.format(text=goal.when)] if goal.when else []
    return Item(text=goal.goal, items=(*subgoals, *when))


def _actors(actors: list[Actor], letters: Letters) -> list[Block]:
    blocks: list[Block] = []
    for invite, lead in letters.common.invite.items():
        names = [actor.name for actor in actors if actor.invite == invite and actor.name]
        if not names:
            continue
        if all(_is_short(name) for name in names):
            blocks.append(Paragraph(text=f"{lead} {format_list(names, locale=_LOCALE)}"))
        else:
            blocks.extend([Paragraph(text=lead), *_list([Item(text=name) for name in names])])
    return blocks


def _is_short(name: str) -> bool:
    """True for a name that can stand in a sentence with others."""
    return len(name) <= _SHORT and "," not in name and "\n" not in name


def _occasion(row: Occasion, draft: Draft, letters: Letters) -> str:
    day = format_date(row.date, format="full", locale=_LOCALE)
    when = letters.common.at.format(day=day, time=row.time.replace(":", ".")) if row.time else day
    return f"{letters.label(draft.letter, 'dates', row.what)}: {when}"


def _list(items: list[Item]) -> list[Block]:
    return [Bullets(items=tuple(items))] if items else []


def _aside(wording: Wording, letters: Letters, name: str) -> list[Block]:
    if not wording.addressed:
        return []
    hand_in = letters.common.hand_in
    to = hand_in.to.format(name=name) if name else hand_in.to_blank
    steps = [Item(text=text) for text in (*hand_in.steps, *wording.no_answer)]
    return [Heading(text=hand_in.heading), Paragraph(text=hand_in.notice), Paragraph(text=to), *_list(steps)]
