"""A person who names a place, in their own spelling, is understood; ordinary words are left alone."""

import csv
from pathlib import Path

import pytest

from actions.content.yaml_files import read_yaml
from actions.routing.directory import Directory
from actions.routing.places import PlaceFinder
from actions.settings import ROOT

SENTENCES: list[tuple[str, list[str]]] = [
    (str(text), codes) for text, codes in read_yaml(Path(__file__).with_name("places.yml"))
]

with (ROOT / "content" / "directory" / "postcodes.csv").open(encoding="utf-8", newline="") as file:
    POSTCODES = list(csv.DictReader(file))


def codes_in(finder: PlaceFinder, text: str) -> set[str]:
    return {code for match in finder.find(text) for code in match.candidates}


def without_accents(text: str) -> str:
    return text.translate(str.maketrans("åäöÅÄÖ", "aaoAAO"))


def test_places_are_found_in_handwritten_sentences(finder: PlaceFinder) -> None:
    hits = wanted = given = 0
    wrong = []
    for text, codes in SENTENCES:
        found, expected = codes_in(finder, text), set(codes)
        hits += len(found & expected)
        wanted += len(expected)
        given += len(found)
        if found != expected:
            wrong.append(f"{text!r}: found {sorted(found)}, expected {sorted(expected)}")
    precision, recall = hits / given, hits / wanted
    print(f"\n{len(SENTENCES)} sentences: precision {precision:.3f}, recall {recall:.3f}", *wrong, sep="\n")
    assert len(SENTENCES) >= 200
    assert precision >= 0.98
    assert recall >= 0.98


def test_ordinary_sentences_name_no_place(finder: PlaceFinder) -> None:
    silent = [text for text, codes in SENTENCES if not codes]
    fired = {text: codes for text in silent if (codes := codes_in(finder, text))}
    assert not fired


def test_every_municipality_is_found_by_its_name(directory: Directory, finder: PlaceFinder) -> None:
    for code, municipality in directory.municipalities.items():
        for text in (municipality.name, municipality.official_name, f"Jag bor i {municipality.name}"):
            assert codes_in(finder, text) == {code}, text


def test_west_swedish_municipalities_are_found_in_many_spellings(
    directory: Directory, finder: PlaceFinder
) -> None:
    west = [row for row in directory.municipalities.values() if row.in_vastra_gotaland]
    assert len(west) == 49
    for row in west:
        for text in (
            row.name.lower(),
            row.name.upper(),
            f"jag bor i {row.name.lower()}",
            f"jag bor i {without_accents(row.name.lower())}",
            f"{row.official_name.lower()} svarar inte",
            f"Vem ringer man i {row.name}?",
        ):
            assert codes_in(finder, text) == {row.code}, text


@pytest.mark.parametrize("spaced", [True, False])
def test_postcodes_lead_to_their_municipality(
    directory: Directory, finder: PlaceFinder, spaced: bool
) -> None:
    sampled = POSTCODES[::47]
    assert len(sampled) > 300
    for row in sampled:
        postcode, code, other = row["postcode"], row["municipality_code"], row["alternative_code"]
        text = f"{postcode[:3]} {postcode[3:]}" if spaced else postcode
        assert {found.code for found in directory.by_postcode(text)} == {code, other} - {""}
        assert codes_in(finder, f"mitt postnummer är {text}") == {code, other} - {""}


def test_a_disputed_postcode_gives_both_municipalities(directory: Directory) -> None:
    assert [row.code for row in directory.by_postcode("121 26")] == ["0180", "0125"]


def test_an_unknown_postcode_gives_none(directory: Directory) -> None:
    assert directory.by_postcode("00000") == []


def test_a_misspelling_is_marked_as_a_guess(finder: PlaceFinder) -> None:
    (match,) = finder.find("jag bor i Trollhätan")
    assert not match.exact
    (match,) = finder.find("jag bor i Trollhättan")
    assert match.exact


def test_a_match_says_where_it_stands(finder: PlaceFinder) -> None:
    text = "Jag bor i Kungälvs kommun och undrar"
    (match,) = finder.find(text)
    assert text[match.start : match.end] == match.text == "Kungälvs kommun"
    assert match.kind == "kommun"


def test_what_people_write_is_forgotten(finder: PlaceFinder) -> None:
    finder.find("Jag bor i Skövde och heter hemligtnamn")
    assert "hemligtnamn" not in finder._nlp.vocab.strings


def test_only_the_beginning_of_a_very_long_text_is_read(finder: PlaceFinder) -> None:
    once = finder.find("i Skövde " * 400)
    assert len(finder.find("i Skövde " * 5000)) <= len(once)
