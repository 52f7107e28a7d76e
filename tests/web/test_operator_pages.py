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


def test_the_pages_of_responsibility_name_who_is_responsible(offered: TestClient) -> None:
    assert "0321-59 50 00" in offered.get("/om").text
    assert "Dataskyddsombudet" in offered.get("/integritet").text
    assert "https://ett.test/tillganglighet" in offered.get("/tillganglighet").text


def test_an_operators_films_are_linked_from_the_first_page(offered: TestClient, client: TestClient) -> None:
    assert (
        '<a href="https://ett.test/film" rel="noreferrer">Om SIP på teckenspråk</a>' in offered.get("/").text
    )
    assert 'id="filmer"' not in client.get("/").text


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
