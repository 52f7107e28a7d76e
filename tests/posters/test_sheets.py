"""Posters and folders: every topic fits, the code leads where it says, no number is printed unconfirmed."""

from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from actions.drafting.blocks import Issuer
from actions.posters.layout import as_json, as_pdf, as_png
from actions.posters.sheet import Basics, Sheet, compose
from actions.posters.words import PosterWords, load_posters
from actions.publishing.store import Store
from actions.routing.directory import Directory
from actions.routing.models import Municipality
from actions.settings import ROOT
from tests.site import compiled_content

SITE = "https://sip.example"


@pytest.fixture(scope="module")
def database() -> Path:
    return compiled_content()


@pytest.fixture(scope="module")
def store(database: Path) -> Store:
    return Store(database)


@pytest.fixture(scope="module")
def posters() -> PosterWords:
    return load_posters(ROOT / "content")


@pytest.fixture(scope="module")
def skovde(database: Path) -> Municipality:
    found = Directory.open(database).municipality("1496")
    assert found
    return found


def sheet(posters: PosterWords, store: Store, topic: str = "vad-ar-sip", **more: object) -> Sheet:
    basics = Basics(*(store.answers[key] for key in ("vad-ar-sip", "ratt-att-begara", "vilka-deltar")))
    return compose(posters, store.answers[topic], basics, SITE, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(("kind", "pages"), [("affisch", 1), ("folder", 2)])
def test_every_topic_fits_its_paper(posters: PosterWords, store: Store, kind: str, pages: int) -> None:
    topics = [answer.id for answer in store.answers.values() if answer.group not in ("samtal", "kris")]
    for topic in topics:
        pdf = PdfReader(BytesIO(as_pdf(as_json(sheet(posters, store, topic, kind=kind)))))
        assert len(pdf.pages) == pages, topic


@pytest.mark.parametrize(("size", "width"), [("a4", 595), ("a5", 420)])
def test_the_paper_has_the_chosen_size_and_can_be_read_aloud(
    posters: PosterWords, store: Store, size: str, width: int
) -> None:
    pdf = PdfReader(BytesIO(as_pdf(as_json(sheet(posters, store, size=size)))))
    assert round(pdf.pages[0].mediabox.width) == width
    root: Any = pdf.trailer["/Root"]
    assert root["/Lang"] == "sv-SE"
    assert root["/MarkInfo"]["/Marked"]
    assert "Får du hjälp från flera håll?" in " ".join(pdf.pages[0].extract_text().split())


@pytest.mark.parametrize(("kind", "pages"), [("affisch", 1), ("folder", 2)])
@pytest.mark.parametrize("name", ["Ulricehamns kommun", "Kommunförbundet för samverkan i Västra Götaland"])
def test_who_offers_the_service_stands_on_the_paper(
    posters: PosterWords, store: Store, kind: str, pages: int, name: str
) -> None:
    logo = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'
    made = sheet(posters, store, "kostnad", kind=kind, issuer=Issuer(name=name, logo=logo))
    pdf = PdfReader(BytesIO(as_pdf(as_json(made))))
    assert len(pdf.pages) == pages
    assert name in " ".join(pdf.pages[0].extract_text().split())


@pytest.mark.parametrize("topic", ["vad-ar-sip", "samtycke"])
@pytest.mark.parametrize(
    "name", ["Ulricehamns kommun", f"Samordningsförbundet för {'alla provkommuner ' * 5}"]
)
def test_the_code_covers_no_text_however_long_the_name_is(
    posters: PosterWords, store: Store, topic: str, name: str
) -> None:
    wide = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10"><path d="M0 0h40v10z"/></svg>'
    made = sheet(posters, store, topic, issuer=Issuer(name=name, logo=wide))
    page = PdfReader(BytesIO(as_pdf(as_json(made)))).pages[0]
    lines: list[tuple[str, float]] = []
    page.extract_text(
        visitor_text=lambda text, outer, inner, *_: lines.append(
            (text.strip(), inner[5] * outer[3] + outer[5])
        )
    )
    words = [line for line in lines if line[0]]
    beside = next(index for index, (text, _) in enumerate(words) if text == made.words["scan"])
    half_a_code = 12.6 * 10.5 * 1.26 / 2
    assert words[beside - 1][1] - words[beside][1] > half_a_code - 12.6 * 1.5


def test_the_address_is_short_enough_to_write_and_leads_to_the_topic(
    posters: PosterWords, store: Store
) -> None:
    assert sheet(posters, store).address == "sip.example/s/sip"
    assert sheet(posters, store, "kostnad").address == "sip.example/s/kostnad"


def test_every_code_and_headline_belongs_to_a_topic(posters: PosterWords, store: Store) -> None:
    assert {code.topic for code in posters.codes.values()} | set(posters.headlines) <= set(store.answers)
    assert all(code == code.lower() and code.isascii() and len(code) <= 8 for code in posters.codes)


def test_only_a_confirmed_number_is_printed(posters: PosterWords, store: Store, skovde: Municipality) -> None:
    this_year, long_ago = str(date.today().year), "2020"
    for agreed, as_of in ((True, this_year), (False, this_year), (True, long_ago)):
        verified = agreed and as_of == this_year
        known = {"phone": "0500-49 80 00", "verified": agreed, "as_of": as_of}
        place = skovde.model_copy(update=known)
        doors = " ".join(sheet(posters, store, municipality=place).doors)
        assert ("0500-49 80 00" in doors) == verified
        assert ("skovde.se" in doors) != verified
        assert "112" in doors and "1177" in doors


def test_a_shared_page_has_a_picture_of_its_own(posters: PosterWords, store: Store) -> None:
    pictures = [
        as_png(as_json(sheet(posters, store, t, kind="delning")), 72) for t in ("kostnad", "samtycke")
    ]
    assert all(picture.startswith(b"\x89PNG") and len(picture) < 200_000 for picture in pictures)
    assert pictures[0] != pictures[1]


def test_the_words_of_a_sheet_are_never_read_as_markup(posters: PosterWords, store: Store) -> None:
    hostile = sheet(posters, store).model_copy(update={"title": '#import "x" $ < * _ \\ {{1+1}}'})
    assert as_pdf(as_json(hostile)).startswith(b"%PDF")
