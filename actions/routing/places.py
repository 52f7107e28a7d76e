"""Finds municipalities, localities, districts and postcodes in what a person writes."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from threading import Lock

import spacy
from rapidfuzz import process
from rapidfuzz.distance import OSA
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from actions.content.text import fold
from actions.once import once_a_message
from actions.routing.directory import Directory
from actions.routing.place_names import Form, PlaceKind, misspelling_targets, place_forms
from actions.routing.place_signs import PlaceSigns

_POSTCODE = re.compile(
    r"(?<![\w+-])(?<!\d[–/ .])(?:SE?-)?(\d{3})[ \u00a0]?(\d{2})(?!\w)(?![-–/ ]\d)", re.IGNORECASE
)
_GROUPED_ODDLY = re.compile(r"(?<![\w+-])[1-9](?:[ -]?\d){4}(?![ -]?\d|\w)")
_WITH_HYPHEN = re.compile(r"[1-9]\d{2}-\d{2}")
_SHORTEST_MISSPELT = 5
_SHORTEST_STEM = 4
_LONG = 9
_LONGEST_TEXT = 2000


@dataclass(frozen=True)
class PlaceMatch:
    """A place in a text. `candidates` are municipality codes, several when the name alone cannot tell.

    `start` and `end` are character offsets; `exact` is False for a misspelt name or a disputed postcode.
    """

    text: str
    start: int
    end: int
    candidates: tuple[str, ...]
    kind: PlaceKind
    exact: bool
    others: tuple[str, ...] = ()


class PlaceFinder:
    """Recognises places. Building it takes about a second; finding takes a few milliseconds."""

    def __init__(self, directory: Directory) -> None:
        self._directory = directory
        self._forms = place_forms(directory)
        self._signs = PlaceSigns(directory, self._forms)
        self._targets = misspelling_targets(directory)
        self._target_names = list(self._targets)
        self._pairs = [name for name in self._targets if " " in name]
        self._hospital_towns = {row.municipality_code for row in directory.places if row.kind == "sjukhus"}
        self._lines = {_digits(line.phone) for line in directory.support_lines()}
        self._lock = Lock()
        self._nlp = spacy.blank("sv")
        self._matcher = PhraseMatcher(self._nlp.vocab, attr="LOWER")
        self._matcher.add("PLACE", [self._nlp.make_doc(form) for form in self._forms])

    @once_a_message
    def find(self, text: str) -> Sequence[PlaceMatch]:
        """The places in a text, in order. Only the first 2 000 characters are read."""
        # spaCy keeps every word it has met; the memory zone makes it forget what people wrote.
        with self._lock, self._nlp.memory_zone():
            return self._found(self._nlp.make_doc(composed(text)[:_LONGEST_TEXT]))

    def is_abroad(self, text: str) -> bool:
        """True when a country is named that is not Sweden."""
        return self._signs.names_country(composed(text))

    def named(self, text: str) -> PlaceMatch | None:
        """The place when the whole text is its name, even one that also is an everyday word ("Ed")."""
        name = composed(text).strip()
        known = name.istitle() and not self._signs.is_never(name)
        form = self._forms.get(name.lower()) if known else None
        return PlaceMatch(name, 0, len(name), form.candidates, form.kind, True) if form else None

    def _found(self, doc: Doc) -> list[PlaceMatch]:
        names = sorted(filter_spans(self._matcher(doc, as_spans=True)), key=lambda span: span.start)
        taken = {index for span in names for index in range(span.start, span.end)}
        found = [*self._known(doc, names), *self._postcodes(doc.text)]
        found += self._guessed(doc, taken)
        settled = self._settle(doc.text, sorted(found, key=lambda match: match.start))
        return self._at_hospitals(doc.text, settled)

    def _known(self, doc: Doc, names: list[Span]) -> Iterator[PlaceMatch]:
        last_end = -2
        for span in names:
            form = self._forms[span.text.lower()]
            listed = last_end == span.start - 1 and self._signs.joins(doc[last_end])
            if self._signs.is_place(span, kind=form.kind, after_place=listed):
                last_end = span.end
                yield _match(span, form, exact=True)

    def _postcodes(self, text: str) -> Iterator[PlaceMatch]:
        for found in _POSTCODE.finditer(text):
            if _digits(found.group()) in self._lines or self._signs.is_amount(text[found.end() :]):
                continue
            record = self._directory.postcode("".join(found.groups()))
            if record:
                codes = tuple(code for code in (record.municipality_code, record.alternative_code) if code)
                yield PlaceMatch(found.group(), *found.span(), codes, "postnummer", record.verified)
        for found in _GROUPED_ODDLY.finditer(text):
            known = _POSTCODE.match(found.group()) or _digits(found.group()) in self._lines
            if not known and self._is_postcode(found, text):
                for municipality in self._directory.by_postcode(found.group())[:1]:
                    span = found.span()
                    yield PlaceMatch(found.group(), *span, (municipality.code,), "postnummer", exact=False)

    def _is_postcode(self, found: re.Match[str], text: str) -> bool:
        """Five digits grouped as no postcode is: with a hyphen, after "i", or said to be one."""
        before, after = text[: found.start()], text[found.end() :]
        said = self._signs.says_postcode(before, after) or (
            self._signs.is_after_in(before) and not self._signs.is_amount(after)
        )
        return said or _WITH_HYPHEN.fullmatch(found.group()) is not None

    def _guessed(self, doc: Doc, taken: set[int]) -> Iterator[PlaceMatch]:
        """Words for inhabitants, and misspelt names where the words around tell that a place comes."""
        for token in doc:
            if token.i in taken or len(token) < _SHORTEST_MISSPELT:
                continue
            span = doc[token.i : token.i + 1]
            inhabited = self._stem_form(self._signs.inhabitant_stems(token.lower_))
            around = inhabited or self._stem_form(self._signs.area_stems(token.lower_))
            if around:
                yield _match(span, around, exact=inhabited is not None)
            elif token.is_alpha and self._may_be_misspelt(span):
                form = self._nearest(token.text)
                if form:
                    yield _match(span, form, exact=False)
        for pair in (doc[i : i + 2] for i in range(len(doc) - 1) if not taken & {i, i + 1}):
            name = self._closest_pair(fold(pair.text))
            if name:
                yield _match(pair, self._targets[name], exact=False)

    def _stem_form(self, stems: list[str]) -> Form | None:
        for stem in stems:
            for name in (stem, stem.removesuffix("s")):
                form = self._forms.get(name)
                if form and form.kind == "kommun" and len(name) >= _SHORTEST_STEM:
                    return form
        return None

    def _may_be_misspelt(self, span: Span) -> bool:
        if self._signs.is_everyday(span.text) or self._signs.is_region(span):
            return False
        around = self._signs.around(span)
        loosely = around.alone or around.name_like or around.leading or around.service
        return loosely or around.preposition or around.municipality_word

    def _nearest(self, word: str) -> Form | None:
        folded = fold(word)
        names = self._closest_all(folded) or self._closest_all(folded.removesuffix("s"))
        forms = [self._targets[name] for name in names]
        owners = [form for form in forms if form.kind == "kommun"] or forms
        if not owners:
            return None
        return Form(owners[0].kind, tuple(dict.fromkeys(code for form in owners for code in form.candidates)))

    def _closest_pair(self, folded: str) -> str | None:
        """The name in two words that two words are nearly."""
        if " " not in folded or len(folded) < _LONG - 1:
            return None
        near = process.extractOne(folded, self._pairs, scorer=OSA.distance, score_cutoff=1)
        return near[0] if near and near[0][0] == folded[0] else None

    def _closest_all(self, folded: str) -> list[str]:
        """The names at the smallest number of slips from a word: one, or two in a long word."""
        allowed = 1 if len(folded) < _LONG else 2
        near = process.extract(folded, self._target_names, scorer=OSA.distance, score_cutoff=allowed, limit=8)
        near = [row for row in near if row[0][0] == folded[0]]
        return [name for name, slips, _ in near if slips == near[0][1]]

    def _settle(self, text: str, matches: list[PlaceMatch]) -> list[PlaceMatch]:
        """Lets a place beside another decide ("Krokslätt i Mölndal", "Sjöbo, Borås", "Ryd Linköping")."""
        sure = {match.candidates[0] for match in matches if len(match.candidates) == 1}
        settled = []
        for match, after in zip_longest(matches, matches[1:]):
            codes = [code for code in match.candidates if code in sure]
            if after:
                between = text[match.end : after.start]
                shared = [code for code in (*match.candidates, *match.others) if code in after.candidates]
                doubled = match.kind == "ort" and len(match.candidates) > 1 and not between.strip()
                inside = self._signs.is_inside(between) or doubled
                if inside or (shared and between.strip() in ("", ",")):
                    codes = shared or ([*after.candidates] if after.kind == "kommun" else codes)
            settled.append(replace(match, candidates=tuple(codes)) if len(codes) == 1 else match)
        return settled

    def _at_hospitals(self, text: str, matches: list[PlaceMatch]) -> list[PlaceMatch]:
        """Towns that say which hospital, not where somebody lives: "lasarettet i Falun", "NUS i Umeå"."""
        told: list[PlaceMatch] = []
        for match in matches:
            last = told[-1] if told and told[-1].kind == "sjukhus" else None
            between = text[last.end : match.start] if last else ""
            same = last is not None and not set(last.candidates).isdisjoint(match.candidates)
            beside = same and (between.strip() in ("", ",") or self._signs.is_inside(between))
            told.append(replace(match, kind="sjukhus") if beside else self._by_town(text, match))
        return told

    def _by_town(self, text: str, match: PlaceMatch) -> PlaceMatch:
        if match.kind not in ("kommun", "ort"):
            return match
        span = self._signs.hospital_span(text, match.start, match.end)
        if span:
            return replace(match, kind="sjukhus", text=text[slice(*span)], start=span[0], end=span[1])
        has_one = not self._hospital_towns.isdisjoint(match.candidates)
        on_ward = has_one and self._signs.on_ward_before(text[: match.start])
        return replace(match, kind="sjukhus") if on_ward else match


def composed(text: str) -> str:
    """The text with each letter as one character: copied from some files, "ö" is an "o" and two dots."""
    return unicodedata.normalize("NFC", text)


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def _match(span: Span, form: Form, *, exact: bool) -> PlaceMatch:
    return PlaceMatch(
        span.text, span.start_char, span.end_char, form.candidates, form.kind, exact, form.others
    )
