"""From a poster on a wall to the right page, and from a page to a poster."""

import pytest

from tests.site import TestClient
from tests.web.reading import Page


@pytest.mark.parametrize(
    ("link", "target"),
    [
        ("/s/sip", "/fragor/vad-ar-sip"),
        ("/s/vad-ar-sip", "/fragor/vad-ar-sip"),
        ("/s/brev", "/begar-sip"),
        ("/s/hitta?k=1496", "/hitta?plats=1496"),
        ("/s/sip?k=1496", "/fragor/vad-ar-sip?plats=1496"),
        ("/s/sip?k=9999", "/fragor/vad-ar-sip"),
    ],
)
def test_a_short_address_leads_to_its_page(client: TestClient, link: str, target: str) -> None:
    response = client.get(link, follow_redirects=False)
    assert (response.status_code, response.headers["location"]) == (307, target)
    assert client.get(target).status_code == 200


def test_whoever_comes_from_a_poster_is_shown_the_contacts_of_the_place(client: TestClient) -> None:
    assert "Kontakter för Skövde" in client.get("/fragor/vad-ar-sip?plats=1496").text
    assert "Skövde" in client.get("/hitta?plats=1496").text


def test_a_poster_is_chosen_seen_and_downloaded_without_javascript(client: TestClient) -> None:
    page = Page(client.get("/affisch?amne=kostnad&kommun=1496&typ=folder&storlek=a5").text)
    pictures = [image["src"] for image in page.all("img")]
    assert len(pictures) == 2 and all(image["alt"] for image in page.all("img"))
    assert all(client.get(source).content.startswith(b"\x89PNG") for source in pictures)
    file = next(link for link in page.links if link.startswith("/affisch/fil.pdf"))
    assert client.get(file).content.startswith(b"%PDF")


@pytest.mark.parametrize(
    "path", ["/affisch?amne=nej", "/affisch/fil.pdf?amne=nej", "/dela/nej.png", "/s/finns-inte"]
)
def test_a_topic_that_is_not_there_is_not_found(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404


def test_a_page_that_is_shared_says_what_it_is(client: TestClient) -> None:
    page = Page(client.get("/fragor/kostnad").text)
    told = {
        one.get("property", one.get("name", "")): one["content"]
        for one in page.all("meta")
        if "content" in one
    }
    assert told["og:url"] == "http://testserver/fragor/kostnad"
    assert told["og:image"] == "http://testserver/dela/kostnad.png"
    assert client.get("/dela/kostnad.png").headers["content-type"] == "image/png"
    assert told["description"]
