"""A municipality says who it is in one file; nothing is made up for it, and nothing in it can do harm."""

from pathlib import Path

import pytest

from actions.content.problems import ContentError
from actions.operators.file import read_operators
from actions.operators.logo import logo_problem
from actions.operators.wording import reach_line, with_operator

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'
FILE = """
operators:
  - id: ett
    name: Kommun Ett
    hosts: [ett.test]
    municipality: "1491"
    logo: vapen.svg
    contact: {phone: "0321-59 50 00", hours: vardagar 8–16}
    data_protection: {name: Dataskyddsombudet, url: "https://ett.test/dso"}
    accessibility: {url: "https://ett.test/tillganglighet"}
    sip: {phone: "0321-59 50 99", hours: vardagar 9–11}
    notice: Stängt i juli.
    languages: [{lang: fi, title: Tietoa SIP-suunnitelmasta, url: "https://ett.test/sip-fi"}]
    films: [{title: Om SIP på teckenspråk, url: "https://ett.test/film"}]
  - id: alla
    name: Region Alla
    municipalities: ["1490"]
    contact: {url: "https://alla.test/kontakt"}
    data_protection: {url: "https://alla.test/dso"}
    accessibility: {url: "https://alla.test/t"}
"""
TEXTS = {
    "by_phone": "telefon {value}",
    "by_url": "webbplats {value}",
    "by_address": "adress {value}",
    "unset_name": "okänd",
}


def write(folder: Path, text: str = FILE, logo: bytes = SVG) -> Path:
    (folder / "vapen.svg").write_bytes(logo)
    path = folder / "operator.yml"
    path.write_text(text, encoding="utf-8")
    return path


def name_of(path: Path, host: str, municipality: str = "") -> str | None:
    found = read_operators(path).of(host, municipality)
    return found.name if found else None


def test_a_host_gets_its_own_operator_and_every_other_host_the_one_for_the_rest(tmp_path: Path) -> None:
    path = write(tmp_path)
    assert name_of(path, "ett.test") == "Kommun Ett"
    assert name_of(path, "annat.test") == "Region Alla"


def test_a_municipality_named_by_the_embedding_page_is_heeded(tmp_path: Path) -> None:
    assert name_of(write(tmp_path), "annat.test", "1491") == "Kommun Ett"


def test_without_a_file_nobody_is_made_up() -> None:
    assert read_operators(None).of("ett.test") is None


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("id: alla", "id: ett"),
        ("    name: Region Alla\n", ""),
        ("https://alla.test/kontakt", "http://alla.test/kontakt"),
        ('contact: {url: "https://alla.test/kontakt"}', "contact: {hours: alltid}"),
        ('municipality: "1491"', "municipality: Ulricehamn"),
        ("logo: vapen.svg", "logo: ../hemligt.svg"),
        ("https://ett.test/film", "javascript:alert(1)"),
        ("https://ett.test/sip-fi", "http://ett.test/sip-fi"),
        ("lang: fi", "lang: finska språket"),
        ("name: Kommun Ett", 'name: "<kommunens namn>"'),
        ("hours: vardagar 8–16", 'hours: "<tider>"'),
    ],
)
def test_a_file_that_is_wrong_is_refused_with_what_is_wrong(tmp_path: Path, old: str, new: str) -> None:
    assert old in FILE
    with pytest.raises(ContentError) as caught:
        read_operators(write(tmp_path, FILE.replace(old, new)))
    assert str(caught.value)


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        '<path onload="alert(1)" d="M0 0"/>',
        '<image href="https://evil.test/x.png"/>',
        '<use href="https://evil.test/x.svg#a"/>',
        '<path style="fill:url(https://evil.test/x)" d="M0 0"/>',
        "<foreignObject><p>hej</p></foreignObject>",
        "<style>@import 'https://evil.test/x.css'</style>",
    ],
)
def test_a_logo_can_neither_run_nor_fetch(inside: str) -> None:
    assert logo_problem(SVG) is None
    assert logo_problem(SVG.replace(b"</svg>", inside.encode() + b"</svg>")) == "active"


def test_a_logo_with_entities_or_of_another_kind_is_refused() -> None:
    assert logo_problem(b'<!DOCTYPE svg [<!ENTITY a "b">]>' + SVG) == "active"
    assert logo_problem(b"\x89PNG") == "not-svg"
    assert logo_problem(SVG + b" " * 70_000) == "too-large"


def test_pages_say_the_operators_own_words_or_honestly_that_nobody_has_told(tmp_path: Path) -> None:
    found = read_operators(write(tmp_path)).of("ett.test")
    assert found and with_operator("Av {operator:name}.", found, TEXTS) == "Av Kommun Ett."
    assert with_operator("Av {operator:name}.", None, TEXTS) == "Av okänd."
    assert reach_line(found.contact, TEXTS) == "telefon **0321-59 50 00** (vardagar 8–16)"
