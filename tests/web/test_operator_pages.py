"""Who offers the service is told on every page, and to the widget."""

from collections.abc import Iterator
from io import BytesIO

import pytest
from pypdf import PdfReader

from actions.settings import Settings
from tests.operators.test_operator_file import write
from tests.site import TestClient, compiled_build, open_app


@pytest.fixture(scope="module")
def offered(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    file = write(tmp_path_factory.mktemp("operator"))
    settings = Settings(build=compiled_build(), operators=str(file))
    with TestClient(open_app(settings), base_url="http://ett.test") as running:
        yield running


def test_the_name_and_the_arms_stand_on_every_page(offered: TestClient) -> None:
    for path in ("/", "/om", "/fragor/samtycke", "/begrepp"):
        page = offered.get(path).text
        assert "Kommun Ett" in page and 'src="/operator/ett.svg"' in page, path


def test_its_notice_stands_in_a_landmark_of_its_own_on_every_page(
    offered: TestClient, client: TestClient
) -> None:
    for path in ("/", "/akut", "/chatta"):
        page = offered.get(path).text
        inside = page.split('aria-label="Meddelande">')[1].split("</aside>")[0]
        assert "Stängt i juli." in inside
        assert 'aria-label="Meddelande"' not in client.get(path).text


def test_the_pages_of_responsibility_name_who_is_responsible(offered: TestClient) -> None:
    assert "0321-59 50 00" in offered.get("/om").text
    assert "Dataskyddsombudet" in offered.get("/integritet").text
    assert "https://ett.test/tillganglighet" in offered.get("/tillganglighet").text


def test_an_operators_films_are_linked_from_the_first_page(offered: TestClient, client: TestClient) -> None:
    assert (
        '<a href="https://ett.test/film" rel="noreferrer">Om SIP på teckenspråk</a>' in offered.get("/").text
    )
    assert 'id="filmer"' not in client.get("/").text


def test_the_operators_own_number_for_sip_stands_where_people_look_for_help(
    offered: TestClient, client: TestClient
) -> None:
    for path in ("/", "/akut", "/fragor/samtycke", "/hitta?plats=1491"):
        page = offered.get(path).text
        assert 'href="tel:0321595099"' in page and "vardagar 9–11" in page, path
    assert page.count('href="tel:0321595099"') == 2  # with the contacts, and in the footer
    assert offered.get("/hitta?plats=1496").text.count('href="tel:0321595099"') == 1
    assert 'href="/hitta">sök upp vem' in client.get("/akut").text


def test_its_municipality_is_the_place_to_begin_with(offered: TestClient, client: TestClient) -> None:
    assert 'value="Ulricehamn"' in offered.get("/hitta").text
    assert 'value="Skara"' in offered.get("/hitta?plats=Skara").text
    assert '<option value="1491" selected>' in offered.get("/affisch").text
    assert '<option value="1491" selected>' not in offered.get("/affisch?kommun=").text
    for path in ("/", "/begar-sip", "/inbaddad"):
        assert 'data-logo="/operator/ett.svg"' in offered.get(path).text, path
        assert 'data-municipality="1491"' in offered.get(path).text, path
        assert "data-municipality" not in client.get(path).text, path


def test_its_pages_in_other_languages_are_linked_and_marked(offered: TestClient) -> None:
    link = '<a href="https://ett.test/sip-fi" lang="fi" hreflang="fi" dir="auto" rel="noreferrer">'
    assert f"{link}Tietoa SIP-suunnitelmasta</a>" in offered.get("/").text


def test_the_poster_names_who_offers_it(offered: TestClient) -> None:
    text = PdfReader(BytesIO(offered.get("/affisch/fil.pdf").content)).pages[0].extract_text()
    assert "Kommun Ett" in " ".join(text.split())


def test_where_nobody_has_told_the_pages_say_so(client: TestClient) -> None:
    for path in ("/om", "/integritet", "/tillganglighet"):
        page = client.get(path).text
        assert "ännu" in page and "{operator" not in page and "fyllas i här" not in page, path
    assert client.get("/api/operator").json() is None


def test_a_widget_learns_who_offers_it(offered: TestClient) -> None:
    told = offered.get("/api/operator").json()
    assert told["name"] == "Kommun Ett" and told["municipality"] == "1491"
    assert offered.get(told["logo"]).headers["content-type"] == "image/svg+xml"
    assert offered.get("/api/operator", params={"kommun": "1490"}).json()["name"] == "Region Alla"
    assert offered.get("/operator/nej.svg").status_code == 404
