"""What staff see is what happened: a message sent again because its answer got lost is one message."""

import secrets

from bot.web.http.rate_limit import RateLimiter
from bot.web.state import Site
from tests.fuzz.stage import Parrot
from tests.site import TestClient

WEBHOOK = "/webhooks/rest/webhook"


def turns(inside: Site) -> float:
    return sum(
        sample.value
        for metric in inside.metrics.registry.collect()
        for sample in metric.samples
        if sample.name == "sip_turns_total"
    )


def test_a_repeated_message_is_counted_once(client: TestClient, inside: Site) -> None:
    inside.rasa, inside.limiter = Parrot(), RateLimiter(0)  # type: ignore[assignment]
    said = {"sender": secrets.token_hex(16), "message": "vad är en sip", "message_id": "0123456789"}
    for _ in range(3):
        assert client.post(WEBHOOK, json=said).status_code == 200
    assert turns(inside) == 1
    assert sum(sum(tally.values()) for tally in inside.metrics.days.values()) == 1
    for other in ({"message_id": "abcdefghij"}, {"sender": secrets.token_hex(16)}, {"message_id": None}):
        assert client.post(WEBHOOK, json={**said, **other}).status_code == 200
    assert turns(inside) == 4


def test_a_message_that_got_no_answer_is_counted_when_it_gets_one(client: TestClient, inside: Site) -> None:
    said = {"sender": secrets.token_hex(16), "message": "vad är en sip", "message_id": "0123456789"}
    assert client.post(WEBHOOK, json=said).status_code == 503
    assert turns(inside) == 0
    inside.rasa = Parrot()  # type: ignore[assignment]
    assert client.post(WEBHOOK, json=said).status_code == 200
    assert turns(inside) == 1
