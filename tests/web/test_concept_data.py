"""Programs and feed readers get the concept bank in their own forms, from the same addresses."""

import csv
from io import BytesIO, StringIO
from xml.etree import ElementTree

import docx
import pytest
from rdflib import Graph
from starlette.testclient import TestClient

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.mark.parametrize("path", ["/begrepp", "/begrepp/sip", "/api/concepts/sip"])
@pytest.mark.parametrize(
    "kind", ["text/turtle", "application/ld+json", "application/rdf+xml", "application/n-triples"]
)
def test_a_program_that_asks_for_data_gets_it(client: TestClient, path: str, kind: str) -> None:
    client.get(path)  # the page, as people see it, is now in memory
    reply = client.get(path, headers={"Accept": f"{kind}, text/html;q=0.5"})
    assert reply.headers["content-type"].startswith(kind) and reply.headers["vary"].startswith("Accept")
    assert "http://testserver/begrepp/sip" in reply.text and "invalid" not in reply.text


@pytest.mark.parametrize(
    "accept",
    [
        "text/html,application/xhtml+xml,*/*;q=0.8",
        "*/*",
        "",
        "text/turtle;q=0.1, text/html",
        "text/turtle;q=x",
    ],
)
def test_a_browser_gets_the_page(client: TestClient, accept: str) -> None:
    assert (
        client.get("/begrepp/sip", headers={"Accept": accept}).headers["content-type"].startswith("text/html")
    )


@pytest.mark.parametrize(("kind", "form"), [("application/rdf+xml", "xml"), ("application/n-triples", "nt")])
def test_every_form_says_the_same(client: TestClient, kind: str, form: str) -> None:
    reply = client.get("/begrepp/sip", headers={"Accept": kind})
    turtle = client.get("/begrepp/sip.ttl")
    assert len(Graph().parse(data=reply.content, format=form)) == len(Graph().parse(data=turtle.text))


def test_a_form_that_there_is_not_is_refused_rather_than_replaced(client: TestClient) -> None:
    client.get("/begrepp/sip")
    for path in ("/begrepp", "/begrepp/sip"):
        assert client.get(path, headers={"Accept": "application/trig"}).status_code == 406
    assert client.get("/begrepp/sip", headers={"Accept": "application/trig, */*;q=0.1"}).status_code == 200
    assert client.get("/api/concepts/sip", headers={"Accept": "application/json"}).json()["id"] == "sip"


def test_no_marks_of_the_site_leak_into_the_data(client: TestClient) -> None:
    assert "**" not in client.get("/begrepp/alla.ttl").text


@pytest.mark.parametrize("name", ["alla", "sip"])
def test_the_files_can_be_fetched_with_a_plain_link(client: TestClient, name: str) -> None:
    turtle, jsonld = client.get(f"/begrepp/{name}.ttl"), client.get(f"/begrepp/{name}.jsonld")
    assert len(Graph().parse(data=turtle.text, format="turtle")) > 20
    assert jsonld.headers["content-type"] == "application/ld+json" and jsonld.json()["@context"]


def test_a_handbook_gets_the_terms_as_a_table(client: TestClient) -> None:
    reply = client.get("/begrepp/alla.csv")
    assert reply.headers["content-type"].startswith("text/csv") and "begrepp.csv" in str(reply.headers)
    rows = list(csv.DictReader(StringIO(reply.text.removeprefix("\ufeff")), delimiter=";"))
    assert len(rows) == len(client.get("/api/concepts").json())
    sip = next(row for row in rows if row["Adress"].endswith("/begrepp/sip"))
    assert sip["Förkortning"] == "SIP"
    assert "10 kap. 8–9 §§" in sip["Källor"] and "SFS 2025:1501" in sip["Källor"]
    assert not any("**" in value for row in rows for value in row.values())


def test_a_handbook_gets_the_terms_as_a_document(client: TestClient) -> None:
    document = docx.Document(BytesIO(client.get("/begrepp/alla.docx").content))
    headings = [line.text for line in document.paragraphs if line.style and line.style.name == "Heading 2"]
    assert "samordnad individuell plan (SIP)" in headings
    assert len(headings) == len(client.get("/api/concepts").json())


@pytest.mark.parametrize("path", ["/begrepp/nej.ttl", "/begrepp/nej.jsonld", "/begrepp/..%2f.ttl"])
def test_a_concept_that_does_not_exist_is_not_found(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404


def test_the_feed_is_whole_atom_with_the_latest_first(client: TestClient) -> None:
    reply = client.get("/begrepp/flode.atom")
    assert reply.headers["content-type"].startswith("application/atom+xml")
    feed = ElementTree.fromstring(reply.content)
    assert feed.tag == f"{ATOM}feed"
    for required in ("id", "title", "updated", "author"):
        assert len(feed.findall(f"{ATOM}{required}")) == 1, required
    itself = feed.find(f"{ATOM}link[@rel='self']")
    assert itself is not None and itself.get("href") == "http://testserver/begrepp/flode.atom"
    entries = feed.findall(f"{ATOM}entry")
    told = [entry.findtext(f"{ATOM}updated") or "" for entry in entries]
    assert told == sorted(told, reverse=True) and told[0] == feed.findtext(f"{ATOM}updated")
    assert len({entry.findtext(f"{ATOM}id") for entry in entries}) == len(entries) > 0
    assert all(entry.findtext(f"{ATOM}title") and entry.findtext(f"{ATOM}summary") for entry in entries)


def test_a_page_that_is_told_of_in_the_feed_has_the_change(client: TestClient) -> None:
    feed = ElementTree.fromstring(client.get("/begrepp/flode.atom").content)
    address = feed.findtext(f"{ATOM}entry/{ATOM}id") or ""
    path, anchor = address.removeprefix("http://testserver").split("#")
    assert f'id="{anchor}"' in client.get(path).text


@pytest.mark.parametrize("path", ["/begrepp", "/begrepp/sip"])
def test_the_pages_show_the_way_to_feed_and_data(client: TestClient, path: str) -> None:
    html = client.get(path).text
    for kind in ("application/atom+xml", "text/turtle", "application/ld+json"):
        assert f'<link rel="alternate" type="{kind}"' in html and html.count(f'type="{kind}"') > 1
