"""Composes a letter from a draft: structured blocks that every format is made from."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from babel.dates import format_date

from actions.drafting.actors import actor_blocks
from actions.drafting.blocks import (
    Block,
    Bullets,
    Heading,
    Issuer,
    Item,
    Letter,
    Lines,
    Paragraph,
    Table,
)
from actions.drafting.draft import (
    Actor,
    Choices,
    Draft,
    Goal,
    LetterAnswers,
    LetterId,
    Occasion,
    SheetAnswers,
)
from actions.drafting.told import told
from actions.drafting.wording import Blank, Letters, Section, Words
from actions.tasks.fitting import filled, people

_LOCALE = "sv_SE"


@dataclass(frozen=True)
class _Material:
    letter: LetterId
    answers: LetterAnswers | SheetAnswers
    letters: Letters
    people: dict[str, str]

    @property
    def role(self) -> str:
        return self.answers.who

    def say(self, words: Words) -> str:
        return self.letters.say(words, self.role, self.people)


def compose(draft: Draft, letters: Letters, today: date, issuer: Issuer | None = None) -> Letter:
    """The letter in the words of the person who writes. Dates and lists in Swedish form."""
    answers = told(draft.answers)
    given = answers.model_dump(mode="json", exclude_defaults=True)
    words = people(letters.task(draft.letter), {**given, "who": answers.who})
    material = _Material(draft.letter, answers, letters, words)
    wording, common = letters.wordings[draft.letter], letters.common
    recipient = answers.recipient if isinstance(answers, LetterAnswers) else None
    to = recipient.name if recipient else ""
    blocks = [
        *(_address(material, to) if wording.addressed else []),
        Paragraph(text=common.date.format(date=format_date(today, format="long", locale=_LOCALE))),
        Paragraph(text=_opening(wording.opening, material)),
        *(_blanks(common.concerns, material) if wording.addressed else ()),
        *(block for section in wording.sections for block in _section(section, material)),
        *(_ending(material) if wording.addressed else ()),
    ]
    return Letter(
        title=wording.title,
        filename=wording.filename,
        lang=_LOCALE.replace("_", "-"),
        blocks=tuple(blocks),
        aside=tuple(_aside(material, to)) if wording.addressed else (),
        unseen=common.unseen,
        footer={
            "page": common.page,
            "aside": common.not_handed_in,
            "made_with": common.made_with.format(name=issuer.name) if issuer else "",
        },
        logo=issuer.logo if issuer else "",
    )


def _address(material: _Material, to: str) -> list[Block]:
    common = material.letters.common
    return [Paragraph(text=f"{common.to} {to}") if to else Lines(rows=((common.to_blank,),))]


def _opening(words: dict[str, str], material: _Material) -> str:
    writer = material.letters.common.writer if "writer" in material.people else ""
    return " ".join(filter(None, (material.say(words), filled(writer, material.people))))


def _ending(material: _Material) -> Iterator[Block]:
    common = material.letters.common
    yield from _blanks(common.signatures, material)
    if copies := material.say(common.copies):
        yield Paragraph(text=copies)
    yield Heading(text=common.received.heading)
    yield Lines(rows=common.received.rows)


def _blanks(by_role: dict[str, tuple[Blank, ...]], material: _Material) -> Iterator[Block]:
    """Fields to fill in by hand. What the person has already said yes to needs no box."""
    consent = getattr(material.answers, "consent", Choices()).chosen
    for blank in by_role.get(material.role, by_role["others"]):
        yield Heading(text=filled(blank.heading, material.people))
        if blank.may and "answer" not in consent:
            yield Bullets(items=(Item(text=filled(blank.may, material.people)),), boxes=True)
        yield Lines(rows=blank.rows)


def _section(section: Section, material: _Material) -> list[Block]:
    role = material.role
    if section.roles and role not in section.roles:
        return []
    answered = _answer_blocks(section.step, material) if section.step else []
    if section.step and not answered and not section.always:
        return []
    lead = material.say(section.intro if answered or not section.step else section.empty)
    items = tuple(Item(text=material.say(item)) for item in section.items)
    rows = section.rows
    blocks: list[Block] = [
        Heading(text=filled(section.variants.get(role, section.heading), material.people)),
        *([Paragraph(text=lead)] if lead else []),
        *answered,
        *([Bullets(items=items)] if items else []),
        *(Paragraph(text=material.say(text)) for text in section.text),
        *([Table(head=section.table.head, rows=section.table.rows)] if section.table else []),
        *([Lines(rows=rows)] if rows else []),
    ]
    return [_boxed(block) for block in blocks] if section.boxes else blocks


def _boxed(block: Block) -> Block:
    return block.model_copy(update={"boxes": True}) if isinstance(block, Bullets) else block


def _answer_blocks(step: str, material: _Material) -> list[Block]:
    value: Any = getattr(material.answers, step)
    match value:
        case str():
            return [Paragraph(text=value, own=True)] if value else []
        case Choices():
            return _choices(step, value, material)
        case [Goal(), *_]:
            return _list([_goal(goal, material.letters) for goal in value if goal.goal])
        case [Actor(), *_]:
            known = {option.label: option.said for option in material.letters.options("request", step)}
            return actor_blocks(value, known, material.letters.common, material.people)
        case [Occasion(), *_]:
            return _list([Item(text=_occasion(row, material)) for row in value])
        case _:
            return _list([Item(text=text) for text in value or () if text])


def _choices(step: str, value: Choices, material: _Material) -> list[Block]:
    letters = material.letters
    labels = [letters.label(material.letter, step, key) for key in dict.fromkeys(value.chosen)]
    other = letters.common.other
    written = [other.get(step, other["default"]).format(text=value.other)] if value.other else []
    return _list([Item(text=text) for text in (*filter(None, labels), *written)])


def _goal(goal: Goal, letters: Letters) -> Item:
    subgoals = [letters.common.subgoal.format(text=text) for text in goal.subgoals if text]
    when = [letters.common.when.format(text=goal.when)] if goal.when else []
    return Item(text=goal.goal, items=(*subgoals, *when))


def _occasion(row: Occasion, material: _Material) -> str:
    letters = material.letters
    day = format_date(row.date, format="full", locale=_LOCALE)
    when = letters.common.at.format(day=day, time=row.time.replace(":", ".")) if row.time else day
    return f"{letters.label(material.letter, 'dates', row.what)}: {when}"


def _list(items: list[Item]) -> list[Block]:
    return [Bullets(items=tuple(items))] if items else []


def _aside(material: _Material, to: str) -> list[Block]:
    hand_in, wording = material.letters.common.hand_in, material.letters.wordings[material.letter]
    told = hand_in.to.format(name=to) if to else hand_in.to_blank
    steps = [Item(text=text) for text in (*hand_in.steps, *wording.no_answer)]
    return [
        Heading(text=hand_in.heading),
        Paragraph(text=hand_in.notice),
        Paragraph(text=told),
        *_list(steps),
    ]
