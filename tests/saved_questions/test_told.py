"""Staff see and delete what people left, and everybody can read what is kept, where and how long."""

import re

import pytest

from actions.saved_questions import KEPT_DAYS
from actions.settings import ROOT
from tests.site import TestClient

pytestmark = pytest.mark.slow

STAFF = ("personal", "hemlig-nyckel")


@pytest.fixture
def drift(client: TestClient) -> str:
    for words in ("<b>vem</b> betalar taxin?", "får hunden vara med?"):
        client.post("/api/questions", json={"message": words})
    return client.get("/drift", auth=STAFF).text


def deleting(page: str) -> list[str]:
    return re.findall(r'action="(/drift/fragor/[0-9a-f]{32}/radera)"', page)


def test_staff_read_the_questions_and_no_question_is_markup(drift: str) -> None:
    assert "&lt;b&gt;vem&lt;/b&gt; betalar taxin?" in drift and "<b>vem" not in drift
    assert "får hunden vara med?" in drift and "2 av 2" in drift


def test_staff_can_delete_one(client: TestClient, drift: str) -> None:
    first, second = deleting(drift)
    reply = client.post(first, auth=STAFF, follow_redirects=False)
    assert (reply.status_code, reply.headers["location"]) == (303, "/drift")
    assert reply.headers["cache-control"] == "no-store"
    assert deleting(client.get("/drift", auth=STAFF).text) == [second]


def test_nobody_else_can_read_or_delete(client: TestClient, drift: str) -> None:
    first, _ = deleting(drift)
    assert client.get("/drift").status_code == client.post(first).status_code == 401
    assert client.post(first, auth=("personal", "fel")).status_code == 401
    assert client.post("/drift/fragor/alla/radera", auth=STAFF).status_code == 422
    assert len(deleting(client.get("/drift", auth=STAFF).text)) == 2


def test_the_privacy_page_tells_of_it_only_when_it_is_so(client: TestClient, closed: TestClient) -> None:
    told, untold = client.get("/integritet").text, closed.get("/integritet").text
    for words in ("Ett undantag finns", "samtycke", f"efter {KEPT_DAYS} dagar", "vilken dag", "klockslag"):
        assert words in told and words not in untold
    assert (
        told.index("Ett undantag finns") < told.index(">Frågor som du väljer") < told.index(">När du läser")
    )
    assert "blir inte kvar hos oss, om du inte själv" in told
    assert "Det du skriver loggas inte och sparas inte på disk." in untold


@pytest.mark.parametrize("file", ["content/interface/widget.sv.json", "docs/data-map.md", "README.md"])
def test_everywhere_the_days_are_the_same(file: str) -> None:
    assert re.search(rf"\b{KEPT_DAYS} (?:dagar|days)", (ROOT / file).read_text(encoding="utf-8"))
