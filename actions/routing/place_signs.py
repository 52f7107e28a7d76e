"""Signs around a word that it names a place. The words themselves are data in `content/directory/`."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from actions.content.patterns import any_of
from actions.content.text import fold
from actions.routing.directory import Directory
from actions.routing.place_names import PlaceKind

_NEAR = 3
_SHORT_NAME = 3
_AFTER_LEADING = frozenset(",:!")
_SENTENCE_START = frozenset('.!?:;"”“(–-•*')


@dataclass(frozen=True)
class Surroundings:
    """What stands around a word."""

    preposition: bool
    moving: bool
    municipality_word: bool
    service: bool
    person: bool
    alone: bool
    name_like: bool
    listed: bool
    capital: bool
    leading: bool


class PlaceSigns:
    """Decides whether a name that also is an everyday word stands for a place here."""

    def __init__(self, directory: Directory, names: Collection[str]) -> None:
        self._names = names
        self._words = {sign: frozenset(words) for sign, words in directory.place_signs.items()}
        postcode = any_of(self._words["postcode_words"])
        self._postcode_before = re.compile(rf"{postcode}\b\D{{0,20}}$", re.IGNORECASE)
        self._postcode_after = re.compile(rf"\D{{0,15}}{postcode}\b", re.IGNORECASE)
        hospital, ward = (any_of(self._words[sign]) for sign in ("hospital_words", "ward_words"))
        self._hospital_before = re.compile(rf"\b{hospital} (?:\d+ )?(?:i |på )?$", re.IGNORECASE)
        self._hospital_after = re.compile(rf" {hospital}\b", re.IGNORECASE)
        self._ward_before = re.compile(rf"\b{ward} (?:\w+ )?på $", re.IGNORECASE)
        self._everyday = directory.everyday_words
        self._everyday_folded = frozenset(fold(word) for word in directory.everyday_words)

    def is_everyday(self, word: str) -> bool:
        """True when the word, with or without accents, is an everyday word and so not a misspelt place."""
        return fold(word) in self._everyday_folded

    def is_never(self, name: str) -> bool:
        """True for a name that is never taken for a place here: a country, "bara"."""
        return self._everyday.get(name.lower()) == "never"

    def names_country(self, text: str) -> bool:
        """True when another country is named."""
        return not self._words["countries"].isdisjoint(re.findall(r"\w+", text.lower()))

    def is_place(self, span: Span, *, kind: PlaceKind, after_place: bool) -> bool:
        """True when the words around a known name let it be a place, or it follows one in a list."""
        is_municipality = kind == "kommun"
        if self.is_region(span):
            return False
        around = self.around(span, after_place=after_place)
        word = span.text.lower()
        name = word.removesuffix("s")
        base = self._everyday.get(name) if name in self._names else None
        needs = base if around.service else self._everyday.get(word) or base
        if needs == "never" or (needs and around.person):
            return False
        if kind == "sjukhus" and self._in("hospital_prepositions", self._before(span.doc, span.start)):
            return True
        if needs == "preposition":
            return self._strongly(around, span, is_municipality)
        if needs == "sign":
            leading = around.leading and is_municipality
            loosely = around.name_like or around.alone or around.service or leading
            return loosely or self._strongly(around, span, is_municipality)
        short = len(span.text) <= _SHORT_NAME
        return not short or around.capital or around.preposition or around.alone or around.municipality_word

    def around(self, span: Span, *, after_place: bool = False) -> Surroundings:
        """The signs around a span."""
        doc, start, end = span.doc, span.start, span.end
        before = self._before(doc, start)
        capital = span.text[:1].isupper()
        return Surroundings(
            preposition=self._in("prepositions", before),
            moving=any(self._in("moving", token) for token in doc[max(0, start - _NEAR) : start]),
            municipality_word=end < len(doc) and self._in("municipality_words", doc[end]),
            service=doc[end - 1].lower_.endswith("s")
            and end < len(doc)
            and self._in("service_words", doc[end]),
            person=self._in("person_words", before),
            alone=self._is_alone(span),
            name_like=capital and not span.text.isupper() and before is not None and before.is_lower,
            listed=after_place,
            capital=capital,
            leading=start == 0 and end < len(doc) and doc[end].text in _AFTER_LEADING,
        )

    def is_region(self, span: Span) -> bool:
        """True when the name is a region's or a county's ("Region Skåne", "Örebro län")."""
        doc, start, end = span.doc, span.start, span.end
        if start > 0 and self._in("region_words", doc[start - 1]):
            return True
        return end < len(doc) and self._in("county_words", doc[end])

    def joins(self, token: Token) -> bool:
        """True for what binds several places together: a comma, "och"."""
        return self._in("conjunctions", token)

    def is_inside(self, between: str) -> bool:
        """True when the words between two names put the first inside the second ("Sjöbo i Borås")."""
        return between.strip() in self._words["inside"]

    def hospital_span(self, text: str, start: int, end: int) -> tuple[int, int] | None:
        """Where the hospital stands that a town belongs to ("lasarettet i Falun"); None when to none."""
        before, after = self._hospital_before.search(text, 0, start), self._hospital_after.match(text, end)
        if not before and not after:
            return None
        return before.start() if before else start, after.end() if after else end

    def on_ward_before(self, text: str) -> bool:
        """True when a town that comes next stands for its hospital ("ligger på Danderyd")."""
        return self._ward_before.search(text) is not None

    def is_amount(self, text: str) -> bool:
        """True when the text begins with a word that makes the number before it an amount."""
        words = text.lower().split()
        return bool(words) and words[0].rstrip(".,;!?") in self._words["amount_words"]

    def says_postcode(self, before: str, after: str) -> bool:
        """True when the words shortly before or after some digits say that they are a postcode."""
        return bool(self._postcode_before.search(before) or self._postcode_after.match(after))

    def is_after_in(self, before: str) -> bool:
        """True when the last word before is one that a place follows: "i 41 103"."""
        words = before.lower().split()
        return bool(words) and words[-1] in self._words["lowercase_prepositions"]

    def inhabitant_stems(self, word: str) -> list[str]:
        """What may be left of a word for a person who lives somewhere: `mölndalsbo` gives `mölndals`."""
        return self._stems(word, "inhabitant_endings")

    def area_stems(self, word: str) -> list[str]:
        """What may be left of a word for the land around a town: `skövdetrakten` gives `skövde`."""
        return self._stems(word, "area_endings")

    def _stems(self, word: str, sign: str) -> list[str]:
        endings = sorted(self._words[sign], key=len, reverse=True)
        return [word.removesuffix(ending).rstrip("-") for ending in endings if word.endswith(ending)]

    def _strongly(self, around: Surroundings, span: Span, is_municipality: bool) -> bool:
        listed = around.listed and (around.capital or is_municipality)
        if listed or (is_municipality and (around.alone or around.municipality_word)):
            return True
        if not around.preposition:
            return False
        plain = is_municipality and self._in("lowercase_prepositions", self._before(span.doc, span.start))
        return around.capital or around.moving or plain

    def _is_alone(self, span: Span) -> bool:
        rest = (token for token in span.doc if token.is_alpha and not span.start <= token.i < span.end)
        return all(self._in("small_words", token) or self._is_listed_name(token) for token in rest)

    def _is_listed_name(self, token: Token) -> bool:
        return self.joins(token) or (token.is_title and token.lower_ in self._names)

    @staticmethod
    def _before(doc: Doc, start: int) -> Token | None:
        if start == 0 or doc[start - 1].is_space or doc[start - 1].text in _SENTENCE_START:
            return None
        return doc[start - 1]

    def _in(self, sign: str, token: Token | None) -> bool:
        return token is not None and token.lower_ in self._words[sign]
