"""What the answers rest on: the project's list of facts, and the paragraphs of law they name."""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Set
from dataclasses import dataclass
from math import log

from actions.content.facts import FactBase, Kind
from actions.content.models import Answer, Passage, Reviewed, Source, Status
from actions.content.plain_language import sentences, words_of
from actions.content.problems import Problem, problem
from actions.content.text import fold
from actions.publishing.checks.lists import WordLists
from actions.publishing.checks.texts import Text, all_texts_of, texts_of

_NUMBERS = r"(\d+(?: [a-z]\b)?(?:(?:–| och |, )\d+(?: [a-z]\b)?)*)"
_CHAPTER = re.compile(rf"(\d+) kap\. {_NUMBERS}")
_BARE = re.compile(rf"(?<!:)\b{_NUMBERS} §")
_STEM, _SHORTEST = 5, 3
# A word that one text in five has tells enough of a fact, and so does a third of all that the fact says.
_ENOUGH, _PART = log(5), 3
_LAW = re.compile(r"\b(?:19|20)\d\d:\d+\b")


def without_facts(passages: Iterable[Passage]) -> Iterator[Problem]:
    """Answers to a question that rest on nothing; an overview may greet or thank."""
    yield from (problem(passage.id, "no_facts") for passage in passages if not passage.facts)


def unknown_facts(items: Iterable[Reviewed], facts: FactBase) -> Iterator[Problem]:
    """Ids that the list does not have."""
    for item in items:
        for key in item.facts:
            if key not in facts.facts:
                yield problem(item.id, "unknown_fact", fact=key)


def unknown_sources(facts: FactBase, sources: list[Source]) -> Iterator[Problem]:
    """Facts whose source is not among the sources."""
    known = {source.id for source in sources}
    for key, fact in facts.facts.items():
        for source in fact.sources:
            if source not in known:
                yield problem(f"facts.yml / {key}", "no_source", target=source)


def unused_facts(items: Iterable[Reviewed], facts: FactBase) -> Iterator[Problem]:
    """Facts that no text rests on: a reader never meets them."""
    used = {key for item in items for key in item.facts}
    for key in facts.facts.keys() - used:
        yield problem(f"facts.yml / {key}", "unused_fact")


def unhedged(answers: Iterable[Answer | Passage], facts: FactBase, lists: WordLists) -> Iterator[Problem]:
    """Answers that rest on something uncertain without saying so."""
    for answer in answers:
        doubtful = [key for key in answer.facts if facts.status_of(key) is Status.UNCERTAIN]
        said = " ".join(text.words for text in texts_of(answer)).casefold()
        if doubtful and not any(hedge in said for hedge in lists.hedges):
            yield problem(answer.id, "unhedged", facts=", ".join(doubtful))


def unrooted_paragraphs(
    items: Iterable[Reviewed], facts: FactBase, sources: list[Source]
) -> Iterator[Problem]:
    """Paragraphs of law that an item names although neither its own facts nor its sources do."""
    titles = {source.id: f"{source.title} {source.note or ''}" for source in sources}
    for item in items:
        claims = [facts.facts[key].claim for key in item.facts if key in facts.facts]
        rests_on = [*claims, *(titles[key] for key in item.sources)]
        rooted = {paragraph for text in rests_on for paragraph in paragraphs(text)}
        for text in all_texts_of(item):
            for paragraph in sorted(set(paragraphs(text.words)) - rooted):
                yield problem(text.where, "unrooted", paragraph=paragraph)


def untold(items: Collection[Answer | Passage], facts: FactBase) -> Iterator[Problem]:
    """Facts that a text claims to rest on although no sentence of it tells them.

    A sentence tells a fact when it names the fact's paragraph, or when the words that they share weigh
    enough: a word weighs the more, the fewer texts have it.
    """
    told = {item.id: [*_told(item)] for item in items}
    weigh = _weights(told.values())
    for item in items:
        for key in item.facts:
            claim = facts.facts[key].claim if key in facts.facts else ""
            words, named = _stems(claim), set(paragraphs(claim))
            enough = min(_ENOUGH, weigh(words) / _PART)
            if not any(
                named & part.paragraphs or weigh(words & part.words) >= enough for part in told[item.id]
            ):
                yield problem(item.id, "untold", fact=key)


def too_strict(passages: Iterable[Passage], facts: FactBase, lists: WordLists) -> Iterator[Problem]:
    """Short answers that say somebody is obliged although all they rest on is advice."""
    for passage in passages:
        kinds = {facts.facts[key].kind for key in passage.facts if key in facts.facts}
        said = f" {' '.join(words_of(passage.short.casefold()))} "
        found = sorted(word for word in lists.openings.obliges if f" {word} " in said)
        if kinds == {Kind.ADVICE} and found:
            yield problem(passage.id, "too_strict", words=", ".join(found))


@dataclass(frozen=True)
class _Told:
    """What a sentence says: the beginnings of its words, and the paragraphs of law it names."""

    words: Set[str]
    paragraphs: Set[str]


def _told(item: Answer | Passage) -> Iterator[_Told]:
    """Each sentence of a text, and its questions or title."""
    asked = " ".join((item.question, *item.asked_as)) if isinstance(item, Passage) else item.title
    for part in (asked, *(part for text in texts_of(item) for part in sentences(text.words))):
        yield _Told(_stems(part), set(paragraphs(part)))


def _weights(texts: Collection[Collection[_Told]]) -> Callable[[Set[str]], float]:
    """How much words weigh together: the logarithm of how rare each is among the texts."""
    texts_with = Counter(word for text in texts for word in set().union(*(part.words for part in text)))
    return lambda words: sum(log(len(texts) / texts_with[word]) for word in words if word in texts_with)


def _stems(text: str) -> set[str]:
    return {fold(word)[:_STEM] for word in words_of(text) if len(word) >= _SHORTEST}


def wrong_paragraphs(texts: Iterable[Text], facts: FactBase, sources: list[Source]) -> Iterator[Problem]:
    """Paragraphs of law that no claim or source names."""
    allowed = {
        paragraph
        for text in (
            *(fact.claim for fact in facts.facts.values()),
            *(f"{source.title} {source.note or ''}" for source in sources),
        )
        for paragraph in paragraphs(text)
    }
    for text in texts:
        for paragraph in sorted(set(paragraphs(text.words)) - allowed):
            yield problem(text.where, "unknown_paragraph", paragraph=paragraph)


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
