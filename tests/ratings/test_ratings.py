"""Did the answer help? Asked under answers only, counted by the answer, and a no is met with ways on."""

from typing import Any

import pytest

from bot.web.http.rate_limit import RateLimiter
from bot.web.state import Site
from tests.saved_questions.conftest import ask
from tests.site import TestClient
from tests.web.test_plain_chat import form

ANSWER: dict[str, Any] = {
    "text": "Det kostar inget.",
    "custom": {
        "topic": "kostnad",
        "sources": [{"title": "Lag", "status": "gäller", "reviewed": "2026-11-01"}],
    },
}
STAFF = ("personal", "hemlig-nyckel")


def rateable(messages: list[dict[str, Any]]) -> list[str]:
    return [one["custom"]["may_rate"] for one in messages if "may_rate" in one.get("custom", {})]


def reply_with(inside: Site, *messages: dict[str, Any]) -> None:
    inside.rasa.reply = list(messages)  # type: ignore[attr-defined]


def also(**custom: Any) -> dict[str, Any]:
    return {**ANSWER, "custom": {**ANSWER["custom"], **custom}}


def passage_of(inside: Site, topic: str) -> str:
    return inside.store.passages_of(topic)[0].id


def test_an_answer_may_be_rated_by_its_topic_or_its_passage(client: TestClient, inside: Site) -> None:
    reply_with(inside, ANSWER)
    assert rateable(ask(client, "vad kostar det")) == ["kostnad"]
    reply_with(inside, ANSWER, also(passage=passage_of(inside, "kostnad")))
    assert rateable(ask(client, "vad kostar det")) == [passage_of(inside, "kostnad")]


@pytest.mark.parametrize(
    "custom",
    [
        *(
            {"topic": "kris"},
            {"care": "heavy"},
            {"care": "acute"},
            {"topic": "oklart"},
            {"topic": "halsning"},
        ),
        *({"step": "draft.goals"}, {"task": "draft"}, {"draft": {}}, {"for_card": True}, {"sources": []}),
        {"paragraphs": [{"lang": "ar", "dir": "rtl"}]},
    ],
)
def test_nobody_is_asked_in_danger_in_a_task_or_where_nothing_was_answered(
    client: TestClient, inside: Site, custom: dict[str, Any]
) -> None:
    reply_with(inside, also(**custom))
    assert rateable(ask(client, "vad kostar det")) == []


def test_nobody_who_sounds_worn_out_is_asked(client: TestClient, inside: Site) -> None:
    reply_with(inside, ANSWER)
    assert rateable(ask(client, "jag orkar inte mer med allt")) == []


def test_nobody_is_asked_beside_an_open_card(client: TestClient, inside: Site) -> None:
    reply_with(inside, ANSWER)
    message = {"sender": "0123456789abcdef", "message": "vad kostar det", "context": {"task": "draft"}}
    assert rateable(client.post("/webhooks/rest/webhook", json=message).json()) == []
    assert rateable(client.post("/webhooks/rest/webhook", json={**message, "context": {}}).json())


def test_a_yes_is_counted_and_nothing_more_is_said(client: TestClient, inside: Site) -> None:
    reply = client.post("/api/ratings", json={"about": "kostnad", "helped": True})
    assert (reply.status_code, reply.json()) == (200, [])
    assert ("kostnad", 1, 0) in inside.metrics.ratings()
    exposed = client.get("/metrics", auth=STAFF).text
    assert 'sip_ratings_total{about="kostnad",helped="yes"} 1.0' in exposed


def test_a_no_is_met_with_the_ways_on_that_there_are(client: TestClient, inside: Site) -> None:
    about = passage_of(inside, "samtycke")
    (message,) = client.post("/api/ratings", json={"about": about, "helped": False}).json()
    payloads = [button["payload"] for button in message["buttons"]]
    assert "med andra ord" in message["text"] and "1177" in message["text"]
    assert payloads[-1] == "/hitta-kontakt" and len(payloads) == 4
    assert all(payload.startswith("/samtycke{") for payload in payloads[:-1])
    assert about.partition("#")[2] not in "".join(payloads)
    assert (about, 0, 1) in inside.metrics.ratings()


@pytest.mark.parametrize("body", [{"about": "påhittat", "helped": True}, {"about": "kostnad"}, {}])
def test_only_answers_that_exist_are_counted(client: TestClient, inside: Site, body: dict[str, Any]) -> None:
    assert client.post("/api/ratings", json=body).status_code == 422
    assert inside.metrics.ratings() == []


def test_who_presses_without_end_is_stopped(client: TestClient, inside: Site) -> None:
    inside.limiter = RateLimiter(2)
    answers = [client.post("/api/ratings", json={"about": "kostnad", "helped": True}) for _ in range(4)]
    assert answers[-1].status_code == 429 and answers[-1].headers["retry-after"]


def test_staff_see_what_helped_and_small_numbers_are_hidden(client: TestClient, inside: Site) -> None:
    assert "Hjälpte svaret?" not in client.get("/drift", auth=STAFF).text
    for _ in range(6):
        inside.metrics.rated("kostnad", helped=True)
    inside.metrics.rated("kostnad", helped=False)
    page = client.get("/drift", auth=STAFF).text
    assert "Hjälpte svaret?" in page
    assert '<a href="/fragor/kostnad">kostnad</a></th><td>6</td><td>&lt;5</td>' in page


def test_the_chat_without_javascript_asks_once_and_a_no_shows_the_ways_on(
    client: TestClient, inside: Site
) -> None:
    reply_with(inside, ANSWER)
    asked = client.post("/chatta", data={**form(client.get("/chatta").text), "text": "vad kostar det"}).text
    assert "Hjälpte svaret?" in asked
    thanked = client.post("/chatta/hjalpte", data={**form(asked), "hjalpte": "ja"}).text
    assert "Tack! Vi har räknat" in thanked and "Hjälpte svaret?" not in thanked
    assert "Det kostar inget." in thanked
    again = client.post("/chatta/hjalpte", data={**form(thanked), "hjalpte": "ja"}).text
    assert "Hjälpte svaret?" not in again
    ways_on = client.post("/chatta/hjalpte", data={**form(asked), "hjalpte": "nej"}).text
    assert "med andra ord" in ways_on and 'value="/hitta-kontakt"' in ways_on
    assert inside.metrics.ratings() == [("kostnad", 1, 1)]


def test_a_forged_page_counts_nothing(client: TestClient, inside: Site) -> None:
    reply_with(inside, ANSWER)
    asked = form(client.post("/chatta", data={**form(client.get("/chatta").text), "text": "hej"}).text)
    forged = {**asked, "samtal": asked["samtal"].replace("kostnad", "samtycke"), "hjalpte": "nej"}
    assert client.post("/chatta/hjalpte", data=forged).status_code == 200
    assert inside.metrics.ratings() == []
