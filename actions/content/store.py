"""The compiled content, opened once and read from memory."""

import re
import sqlite3
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeVar

from pydantic import BaseModel
from rapidfuzz import fuzz, process

from actions.content.models import Answer, Comparison, Concept, Source
from actions.content.normalise import fold

M = TypeVar("M", bound=BaseModel)
_SHORTEST_INDEXED = 3


@dataclass(frozen=True)
class Hit:
    """A search result: what it is, its id and its title as shown."""

    kind: Literal["answer", "concept"]
    ref: str
    title: str


class Store:
    """Answers, concepts, comparisons and sources by id, and search over them. Safe between threads."""

    def __init__(self, path: Path) -> None:
        """Opens the compiled file read-only. Raises sqlite3.OperationalError when it is missing."""
        self.path = path
        self._db = sqlite3.connect(f"file:{path}?mode=ro", uri=True, check_same_thread=False)
        self.answers = self._load("answers", Answer)
        self.concepts = self._load("concepts", Concept)
        self.comparisons = self._load("comparisons", Comparison)
        self.sources = self._load("sources", Source)
        self._names = {
            fold(name): concept.id
            for concept in self.concepts.values()
            for name in (*(old.term for old in concept.deprecated), *concept.synonyms, concept.term)
        }
        self._longest_name = max((len(name.split()) for name in self._names), default=1)

    def _load(self, table: str, kind: type[M]) -> dict[str, M]:
        rows = self._db.execute(f"select id, model from {table} order by id")  # noqa: S608 - fixed names
        return {key: kind.model_validate_json(text) for key, text in rows}

    def sources_of(self, item: Answer | Concept | Comparison) -> list[Source]:
        """The sources an item rests on, in the order its file lists them."""
        return [self.sources[key] for key in item.sources]

    def narrower(self, concept_id: str) -> list[Concept]:
        """Concepts that name this one as broader."""
        return [concept for concept in self.concepts.values() if concept_id in concept.broader]

    def comparison(self, a: str, b: str) -> Comparison | None:
        """The written comparison of two concepts, in either order."""
        wanted = {a, b}
        return next((c for c in self.comparisons.values() if set(c.concepts) == wanted), None)

    def concept_in(self, text: str) -> Concept | None:
        """The concept whose name stands in the text, the longest name first; spelling errors forgiven."""
        words = fold(text).split()
        for length in range(self._longest_name, 0, -1):
            for start in range(len(words) - length + 1):
                found = self._named(" ".join(words[start : start + length]))
                if found:
                    return found
        candidates = [word for word in words if len(word) >= 5]
        best: tuple[float, str] = (0.0, "")
        for word in candidates:
            match = process.extractOne(word, self._names.keys(), scorer=fuzz.ratio, score_cutoff=84)
            if match and match[1] > best[0]:
                best = (match[1], match[0])
        return self.concepts[self._names[best[1]]] if best[1] else None

    def _named(self, phrase: str) -> Concept | None:
        for form in (phrase, *_stems(phrase)):
            if form in self._names:
                return self.concepts[self._names[form]]
        return None

    def search(self, query: str, kind: str | None = None, limit: int = 20) -> list[Hit]:
        """Best matches first: exact names, then full text, then near spellings. Empty for an empty query."""
        folded = fold(query)[:200]
        if not folded:
            return []
        refs: dict[tuple[str, str], None] = {}
        if kind != "answer":
            named = self.concept_in(query)
            starts = [cid for name, cid in self._names.items() if name.startswith(folded)]
            for concept_id in ([named.id] if named else []) + starts:
                refs[("concept", concept_id)] = None
        for row_kind, ref in self._full_text(folded):
            refs[(row_kind, ref)] = None
        hits = [self._hit(*key) for key in refs if kind in (None, key[0])]
        return hits[:limit]

    def _full_text(self, folded: str) -> list[tuple[str, str]]:
        terms = [word for word in folded.split() if len(word) >= _SHORTEST_INDEXED and word not in _COMMON]
        if not terms:
            return []
        query = " OR ".join(f'"{stem}"' for word in terms for stem in {word, _shorten(word)})
        rows = self._db.execute(
            "select t.kind, t.ref from texts_fts f join texts t on t.rowid = f.rowid "
            "where texts_fts match ? order by bm25(texts_fts, 8.0, 1.0) limit 40",
            (query,),
        )
        return [(kind, ref) for kind, ref in rows]

    def _hit(self, kind: str, ref: str) -> Hit:
        if kind == "concept":
            return Hit("concept", ref, self.concepts[ref].term)
        return Hit("answer", ref, self.answers[ref].title)


_COMMON = frozenset(
    [
        "och",
        "att",
        "det",
        "som",
        "en",
        "ett",
        "jag",
        "du",
        "kan",
        "vad",
        "var",
        "hur",
        "vem",
        "nar",
        "for",
        "med",
        "till",
        "fran",
        "har",
        "inte",
        "men",
        "den",
        "sig",
        "min",
        "mitt",
        "om",
        "pa",
        "av",
        "ar",
        "blir",
        "bli",
        "ska",
        "skall",
        "vill",
        "far",
        "man",
        "vi",
        "ni",
        "de",
        "dom",
        "han",
        "hon",
        "ett",
    ]
)
_ENDINGS = re.compile(r"(arnas|ernas|ornas|arna|erna|orna|ens|ets|en|et|ar|er|or|na|s|n|t)$")


def _stems(phrase: str) -> list[str]:
    """Forms without common Swedish noun endings, longest form first."""
    forms = []
    shorter = _ENDINGS.sub("", phrase)
    while shorter != phrase and len(shorter) >= _SHORTEST_INDEXED:
        forms += [shorter, shorter + "e", shorter + "a"]
        phrase, shorter = shorter, _ENDINGS.sub("", shorter)
    return forms


def _shorten(word: str) -> str:
    shorter = _ENDINGS.sub("", word)
    return shorter if len(shorter) >= 4 else word
