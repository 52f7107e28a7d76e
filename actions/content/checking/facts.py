"""What the answers rest on: the project's list of facts, and the paragraphs of law they name."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from actions.content.checking.lists import WordLists
from actions.content.checking.texts import Text, answer_texts
from actions.content.models import Answer, Comparison, Concept, Source, Status
from actions.content.plain_language import sentences
from actions.content.problems import Problem, problem
from actions.content.yaml_files import read_yaml

_NUMBERS = r"(\d+(?: [a-z]\b)?(?:(?:–| och |, )\d+(?: [a-z]\b)?)*)"
_CHAPTER = re.compile(rf"(\d+) kap\. {_NUMBERS}")
_BARE = re.compile(rf"(?<!:)\b{_NUMBERS} §")
_LAW = re.compile(r"\b(?:19|20)\d\d:\d+\b")


class Claim(BaseModel):
    """A claim about law: what is said, how sure it is, and the sources it rests on, if any."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    status: Status
    sources: tuple[str, ...]
    claim: str


class Repealed(BaseModel):
    """A paragraph that no longer is law, and the words of which one must stand near it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    paragraph: str
    say: tuple[str, ...]


@dataclass(frozen=True)
class FactList:
    """Claims about law by id, and the status of every id, law or not."""

    law: dict[str, Claim]
    status: dict[str, Status]
    repealed: tuple[Repealed, ...]


def read_facts(content: Path) -> FactList:
    """Reads `content/facts.yml`. Raises ValidationError or KeyError when it is not whole."""
    raw = read_yaml(content / "facts.yml")
    law = {key: Claim.model_validate(row) for key, row in raw["law"].items()}
    other = {key: Status(status) for status, keys in raw["other"].items() for key in keys}
    repealed = tuple(Repealed.model_validate(row) for row in raw["repealed"])
    return FactList(law, {key: claim.status for key, claim in law.items()} | other, repealed)


def unknown_facts(items: Iterable[Answer | Concept | Comparison], facts: FactList) -> Iterator[Problem]:
    """Ids that the list does not have."""
    for item in items:
        for key in item.facts:
            if key not in facts.status:
                yield problem(item.id, "unknown_fact", fact=key)


def unsupported_claims(answers: list[Answer], facts: FactList, sources: list[Source]) -> Iterator[Problem]:
    """Claims about law whose source is unknown, or that an answer makes without citing any of them."""
    known = {source.id for source in sources}
    for key, claim in facts.law.items():
        for source in claim.sources:
            if source not in known:
                yield problem(f"facts.yml / {key}", "no_source", target=source)
    for answer in answers:
        for key in answer.facts:
            rests_on = facts.law[key].sources if key in facts.law else ()
            if rests_on and not set(rests_on) & set(answer.sources):
                yield problem(answer.id, "unsupported", fact=key, sources=", ".join(rests_on))


def unhedged(answers: Iterable[Answer], facts: FactList, lists: WordLists) -> Iterator[Problem]:
    """Answers that rest on something uncertain without saying so."""
    for answer in answers:
        doubtful = [key for key in answer.facts if facts.status.get(key) is Status.UNCERTAIN]
        said = f"{answer.short} {answer.long} {answer.west_sweden or ''}".casefold()
        if doubtful and not any(hedge in said for hedge in lists.hedges):
            yield problem(answer.id, "unhedged", facts=", ".join(doubtful))


def unrooted_paragraphs(
    answers: Iterable[Answer], facts: FactList, sources: list[Source]
) -> Iterator[Problem]:
    """Paragraphs of law that an answer names although neither its own facts nor its own sources do."""
    titles = {source.id: f"{source.title} {source.note or ''}" for source in sources}
    for answer in answers:
        claims = [facts.law[key].claim for key in answer.facts if key in facts.law]
        rests_on = [*claims, *(titles[key] for key in answer.sources)]
        rooted = {paragraph for text in rests_on for paragraph in paragraphs(text)}
        for text in answer_texts([answer]):
            for paragraph in sorted(set(paragraphs(text.words)) - rooted):
                yield problem(text.where, "unrooted", paragraph=paragraph)


def wrong_paragraphs(texts: Iterable[Text], facts: FactList, sources: list[Source]) -> Iterator[Problem]:
    """Paragraphs of law that no claim or source names, and repealed ones told as if they were in force."""
    allowed = {
        paragraph
        for text in (
            *(claim.claim for claim in facts.law.values()),
            *(f"{source.title} {source.note or ''}" for source in sources),
        )
        for paragraph in paragraphs(text)
    }
    for text in texts:
        for paragraph in sorted(set(paragraphs(text.words)) - allowed):
            yield problem(text.where, "unknown_paragraph", paragraph=paragraph)
        yield from _told_as_valid(text, facts)


def paragraphs(text: str) -> Iterator[str]:
    """Each paragraph and each law that a text names: "10 kap. 8", "10 kap. 9", "10 §", "2017:612"."""
    for chapter in _CHAPTER.finditer(text):
        yield from (f"{chapter[1]} kap. {number}" for number in _numbers(chapter[2]))
    for bare in _BARE.finditer(_CHAPTER.sub("", text)):
        yield from (f"{number} §" for number in _numbers(bare[1]))
    yield from _LAW.findall(text)


def _numbers(listed: str) -> Iterator[str]:
    """The numbers of "8–9" or "1 och 3"; a range is told in full."""
    for part in re.split(r" och |, ", listed):
        first, _, last = part.partition("–")
        if first.isdigit() and last.isdigit():
            yield from map(str, range(int(first), int(last) + 1))
        else:
            yield from (number for number in (first, last) if number)


def _told_as_valid(text: Text, facts: FactList) -> Iterator[Problem]:
    parts = [part.casefold() for part in sentences(text.words)]
    for row in facts.repealed:
        for index, part in enumerate(parts):
            near = " ".join(parts[max(index - 1, 0) : index + 2])
            if row.paragraph in part and not any(word in near for word in row.say):
                yield problem(text.where, "repealed", paragraph=row.paragraph)
