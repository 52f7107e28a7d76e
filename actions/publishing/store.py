"""The compiled content, opened once and read from memory."""

import re
import sqlite3
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import chain, islice
from pathlib import Path
from typing import Literal, TypeVar

from pydantic import BaseModel
from rapidfuzz import fuzz, process

from actions.concepts.inflection import stem
from actions.concepts.lookup import Lookup
from actions.content.common_words import COMMON
from actions.content.models import Answer, Comparison, Concept, ConceptScheme, Passage, Source
from actions.content.text import fold
from actions.content.topics import Topics
from actions.publishing.full_text import FullText
from actions.publishing.wordings import Wordings, stems
from actions.statistics.models import Statistics

M = TypeVar("M", bound=BaseModel)
_SHORTEST_INDEXED, _LONG = 3, 5  # letters
_MOST_TEXTS = 40
_SAME_TITLE = 75  # per cent alike


@dataclass(frozen=True)
class Hit:
    """A search result: what it is, its id and its title as shown."""

    kind: Literal["answer", "passage", "concept"]
    ref: str
    title: str

    @property
    def path(self) -> str:
        """Its address on the site."""
        return f"/begrepp/{self.ref}" if self.kind == "concept" else f"/fragor/{self.ref}"


class Store:
    """Answers, passages, concepts, comparisons and sources by id, and search. Safe between threads.

    not_for_all: the passages that only some ask for, or that hold at some ages.
    """

    def __init__(self, path: Path) -> None:
        """Opens the compiled file read-only and without locks: it is replaced, never changed.

        Raises sqlite3.OperationalError when it is missing.
        """
        self.path = path
        self._db = sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True, check_same_thread=False)
        self.answers = self._load("answers", Answer)
        self.passages = self._load("passages", Passage)
        self.not_for_all = {key: one for key, one in self.passages.items() if one.reader or one.of}
        self.concepts = self._load("concepts", Concept)
        self.comparisons = self._load("comparisons", Comparison)
        self.sources = self._load("sources", Source)
        self.scheme = self._load_one("scheme", ConceptScheme)
        self.topics = self._load_one("topics", Topics)
        self.statistics = self._load_one("statistics", Statistics)
        self._titles = {key: _in_order(fold(answer.title)) for key, answer in self.answers.items()}
        self._wordings = Wordings({key: (one.question, *one.asked_as) for key, one in self.passages.items()})
        names = self._names_of_all()
        self._everything = Wordings(names)
        self._shown = {key: fold(called[0]).split() for key, called in names.items()}
        self._lookup = Lookup(list(self.concepts.values()))
        self._named: dict[str, Callable[[str], Iterable[str]]] = {
            "concept": self._lookup.ranked,
            "answer": partial(_titled, self._titles),
            "passage": self._wordings.ranked,
        }

    def _load(self, table: str, kind: type[M]) -> dict[str, M]:
        rows = self._db.execute(f"select id, model from {table} order by id")  # noqa: S608 - fixed names
        return {key: kind.model_validate_json(text) for key, text in rows}

    def _load_one(self, table: str, kind: type[M]) -> M:
        ((text,),) = self._db.execute(f"select model from {table}")  # noqa: S608 - fixed names
        return kind.model_validate_json(text)

    def sources_of(self, item: Answer | Passage | Concept | Comparison) -> list[Source]:
        """The sources an item rests on, in the order its file lists them."""
        return [self.sources[key] for key in item.sources]

    def passages_of(self, topic: str) -> list[Passage]:
        """The passages of a topic in the order of its page."""
        found = [passage for passage in self.passages.values() if passage.topic == topic]
        return sorted(found, key=lambda passage: (passage.order, passage.question))

    def narrower(self, concept_id: str) -> list[Concept]:
        """Concepts that name this one as broader."""
        return [concept for concept in self.concepts.values() if concept_id in concept.broader]

    def rdf(self, form: str, concept_id: str = "") -> str:
        """SKOS of one concept, or of all, in a media type of `linked_data.FORMS`.

        Addresses begin with `linked_data.PLACEHOLDER`.
        """
        query = "select text from rdf where id = ? and form = ?"
        ((text,),) = self._db.execute(query, (concept_id, form))
        return str(text)

    def comparison(self, *ids: str) -> Comparison | None:
        """The written comparison of these concepts, in any order."""
        wanted = set(ids)
        return next((c for c in self.comparisons.values() if set(c.concepts) == wanted), None)

    def concept_called(self, name: str) -> Concept | None:
        """The concept with exactly this name, in any of its forms."""
        found = self._lookup.called(name)
        return self.concepts[found] if found else None

    def concept_in(self, text: str) -> Concept | None:
        """The concept whose name stands in the text, the longest name first; spelling errors forgiven."""
        found = self._lookup.named_in(text)
        return self.concepts[found] if found else None

    def search(self, query: str, kind: str | None = None, limit: int = 12) -> list[Hit]:
        """Concepts, answers and passages, at most `limit` of each: by name first, then by the words in them.

        Empty for an empty query.
        """
        folded = fold(query)[:200]
        if not folded:
            return []
        texts = self._with_parts(folded)
        hits = []
        for one, named in self._named.items():
            if kind in (None, one):
                first = islice(named(folded), limit)
                refs = dict.fromkeys(chain(first, (ref for row, ref in texts if row == one)))
                hits += [self._hit(one, ref) for ref in islice(refs, limit)]
        return hits

    def suggest(self, typed: str, limit: int) -> list[Hit]:
        """What somebody may be about to ask for, at most `limit`: ranked as questions are in `search`.

        Those whose title shows the words go first, so that it is plain why they are there.
        """
        told, every = stems(typed[:200]), fold(typed[:200]).split()
        plain: tuple[list[str], ...] = ([], [], [], [])
        for key in self._everything.suggested(typed[:200]):
            shown = self._shown[key]
            plain[2 * (not _shows(shown, told)) + (not _shows(shown, every))].append(key)
            if len(plain[0]) == limit:
                break
        return [self._hit(*key.split("/", 1)) for key in islice(chain(*plain), limit)]

    def _names_of_all(self) -> dict[str, tuple[str, ...]]:
        """`kind/id` of all that can be found → what it is called, in every way."""
        return {
            **{f"answer/{key}": (one.title,) for key, one in self.answers.items()},
            **{f"passage/{key}": (one.question, *one.asked_as) for key, one in self.passages.items()},
            **{f"concept/{key}": tuple(one.names) for key, one in self.concepts.items()},
        }

    def _with_parts(self, folded: str) -> list[tuple[str, str]]:
        """Kind and id of the texts that the words, or what they begin with, stand in."""
        words = [word for word in folded.split() if len(word) >= _SHORTEST_INDEXED and word not in COMMON]
        if not words:
            return []
        texts, full_text = self._texts
        found = [texts[row] for row in full_text.best(_parts(words), _MOST_TEXTS)]
        # In the midst of another word a short one is chance: "kol" in "skola".
        begins = re.compile(rf"\b(?:{'|'.join(words)})")
        short = all(len(word) < _LONG for word in words)
        return [(kind, ref) for kind, ref, text in found if not short or begins.search(fold(text))]

    @cached_property
    def _texts(self) -> tuple[list[tuple[str, str, str]], FullText]:
        """Kind, id and words of each text, and the index over them. At the first search: it takes 0.1 s."""
        rows = self._db.execute("select kind, ref, title, body from texts order by rowid").fetchall()
        texts = [(kind, ref, f"{title} {body}") for kind, ref, title, body in rows]
        return texts, FullText((title, body) for _, _, title, body in rows)

    def _hit(self, kind: str, ref: str) -> Hit:
        if kind == "concept":
            return Hit("concept", ref, self.concepts[ref].term)
        if kind == "passage":
            return Hit("passage", ref, self.passages[ref].question)
        return Hit("answer", ref, self.answers[ref].title)


def _shows(words: list[str], beginnings: list[str]) -> bool:
    """True when each of these begins some of the words."""
    return all(any(word.startswith(beginning) for word in words) for beginning in beginnings)


def _titled(titles: Mapping[str, str], folded: str) -> list[str]:
    """Ids whose titles (id → its words in order) are nearly the query, word for word in any order."""
    alike = process.extract(_in_order(folded), titles, scorer=fuzz.ratio, score_cutoff=_SAME_TITLE)
    return [key for _, _, key in alike]


def _parts(words: list[str]) -> list[str]:
    return [part for word in words for part in {word, stem(word)}]


def _in_order(folded: str) -> str:
    return " ".join(sorted(folded.split()))
