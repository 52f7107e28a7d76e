"""Every address has its headers and its pace, and is closed to what it should not take."""

import base64
import logging
import re
import secrets
from collections.abc import Iterator
from typing import Any

import pytest
from fastapi.routing import APIRoute

from actions.settings import Settings
from bot.quiet_logging import PlaceOnly
from bot.web.http.rate_limit import TYPING_PATH as SUGGESTIONS
from bot.web.http.rate_limit import RateLimiter, network
from bot.web.state import Site
from tests.site import TestClient, open_app

WEBHOOK = "/webhooks/rest/webhook"
DRESS = {
    "x-content-type-options", "referrer-policy", "permissions-policy", "cross-origin-opener-policy",
    "content-security-policy",
}  # fmt: skip


def ask(client: TestClient, message: str = "vad är en sip", **more: str) -> Any:
    return client.post(WEBHOOK, json={"sender": secrets.token_hex(16), "message": message, **more})


def routes(router: Any) -> Iterator[APIRoute]:
    """All routes of the app, also those of the routers it includes."""
    for route in router.routes:
        if isinstance(route, APIRoute):
            yield route
        elif hasattr(route, "original_router"):
            yield from routes(route.original_router)


def test_every_route_has_its_headers_whatever_it_answers(client: TestClient) -> None:
    assert len(list(routes(client.app))) > 20
    for route in routes(client.app):
        path = re.sub(r"\{[^}]+\}", "x", route.path)
        for method in route.methods or ():
            reply = client.request(method, path)
            assert set(reply.headers) >= DRESS, path
            assert "set-cookie" not in reply.headers
            assert "unsafe" not in reply.headers["content-security-policy"]
            assert reply.status_code < 500 or reply.status_code == 503, path


def test_every_route_that_takes_something_in_is_paced(client: TestClient, inside: Site) -> None:
    """Five times is allowed; the sixth is told how long to wait, whatever the route. Typing may go on."""
    for route in routes(client.app):
        writes = (route.methods or set()) - {"GET", "HEAD"}
        if not writes:
            continue
        path = re.sub(r"\{[^}]+\}", secrets.token_hex(16), route.path)
        method = next(iter(writes))
        inside.limiter = RateLimiter(5, clock=lambda: 0.0)  # a busy machine is not given more
        body = {"sender": secrets.token_hex(16), "message": "hej"} if path == WEBHOOK else {}
        most, _ = inside.limiter.allowance("typing" if path == SUGGESTIONS else "write")
        statuses = [client.request(method, path, json=body, follow_redirects=False) for _ in range(most + 1)]
        assert statuses[-1].status_code == 429, path
        assert int(statuses[-1].headers["retry-after"]) >= 1
        assert 429 not in [reply.status_code for reply in statuses[:-1]], path


def test_a_fault_of_ours_is_a_plain_page_with_its_headers_and_tells_nothing(
    client: TestClient, inside: Site, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("hemligtord")

    monkeypatch.setattr(inside.store, "search", broken)
    with caplog.at_level(logging.ERROR):
        for path in ("/sok?q=hemligtord", "/api/concepts?q=hemligtord"):
            reply = client.get(path)
            assert reply.status_code == 500
            assert set(reply.headers) >= DRESS
            assert "hemligtord" not in reply.text and "Traceback" not in reply.text
            assert "inte ditt fel" in reply.text
    written = [PlaceOnly().format(record) for record in caplog.records]
    assert len(written) == 2 and all("RuntimeError safety/test_every_address.py" in line for line in written)
    assert not any("hemligtord" in line for line in written)


def test_rasa_never_learns_the_key_that_opens_a_conversation(inside: Site) -> None:
    sender = secrets.token_hex(16)
    name = inside.rasa.conversation(sender)
    assert sender not in name and len(name) == 32
    assert name == inside.rasa.conversation(sender)
    assert name != inside.rasa.conversation(name)


@pytest.mark.parametrize("path", ["/", "/healthz", "/fragor/vad-ar-sip", "/widget.js", "/finns-inte"])
def test_a_link_checker_that_asks_for_the_head_gets_what_get_would_give_without_the_body(
    client: TestClient, path: str
) -> None:
    asked, given = client.head(path), client.get(path)
    assert (asked.status_code, asked.content) == (given.status_code, b"")
    assert set(asked.headers) == set(given.headers) >= DRESS


def test_https_is_demanded_only_where_it_is_spoken(client: TestClient) -> None:
    assert "strict-transport-security" not in client.get("/healthz").headers
    behind_tls = TestClient(client.app, base_url="https://sip.example")
    assert "max-age" in behind_tls.get("/healthz").headers["strict-transport-security"]


def test_only_hosts_on_the_list_may_embed(settings: Settings) -> None:
    app = open_app(
        settings.model_copy(update={"allowed_origins": "https://skara.example, https://vg.example"})
    )
    client = TestClient(app)
    asked = {"Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "content-type"}
    for origin, expected in (("https://vg.example", True), ("https://annan.example", False)):
        reply = client.options(WEBHOOK, headers={"Origin": origin, **asked})
        assert (reply.headers.get("access-control-allow-origin") == origin) is expected
        assert "access-control-allow-credentials" not in reply.headers


def test_the_counts_are_closed_without_the_token(client: TestClient) -> None:
    for path in ("/metrics", "/drift"):
        assert client.get(path).status_code == 401
        assert client.get(path, headers={"Authorization": "Bearer fel"}).status_code == 401
        assert client.get(path, headers={"Authorization": "Basic %%%"}).status_code == 401
        assert client.get(path, headers={"Authorization": "Bearer hemlig-nyckel"}).status_code == 200
        assert client.get(path, auth=("personal", "hemlig-nyckel")).status_code == 200
        assert client.get(path).status_code == 401, "what was shown to staff is shown to nobody else"


def test_how_staff_get_in_is_described(client: TestClient) -> None:
    described = client.get("/openapi.json").json()
    for path in ("/metrics", "/drift"):
        ways = [name for way in described["paths"][path]["get"]["security"] for name in way]
        assert [described["components"]["securitySchemes"][name]["scheme"] for name in ways] == [
            "bearer",
            "basic",
        ]


def test_a_token_may_have_any_letters_of_a_password(settings: Settings) -> None:
    token = "hemlig nyckel på svenska: å"
    client = TestClient(open_app(settings.model_copy(update={"metrics_token": token})))
    given = base64.b64encode(f"personal:{token}".encode()).decode()
    assert client.get("/drift", headers={"Authorization": f"Basic {given}"}).status_code == 200
    assert client.get("/drift", headers={"Authorization": f"Basic {given[:-4]}"}).status_code == 401


def test_without_a_token_the_counts_are_not_there(settings: Settings) -> None:
    client = TestClient(open_app(settings.model_copy(update={"metrics_token": ""})))
    assert client.get("/metrics").status_code == client.get("/drift").status_code == 404


def test_a_household_cannot_dodge_the_pace_with_its_many_addresses() -> None:
    assert network("2001:db8:1:2:3::4") == network("2001:db8:1:2:ffff::1") != network("2001:db8:1:3::1")
    assert network("::ffff:192.0.2.1") == network("192.0.2.1") == "192.0.2.1"


def test_the_pace_comes_back_with_time_and_the_salt_goes() -> None:
    now = [0.0]
    limiter = RateLimiter(2, clock=lambda: now[0])
    assert [limiter.wait_seconds("a") for _ in range(2)] == [0, 0]
    assert limiter.wait_seconds("a") == pytest.approx(30)
    assert limiter.wait_seconds("b") == 0
    now[0] += 30
    assert limiter.wait_seconds("a") == 0
    before = limiter._salt
    now[0] += 3601
    limiter.wait_seconds("a")
    assert limiter._salt != before and len(limiter._buckets) == 1
    assert all(key != b"a" for key in limiter._buckets)


@pytest.mark.parametrize(
    ("path", "there"),
    [
        ("/chatta/", "/chatta"),
        ("/hitta/?plats=Skara", "/hitta?plats=Skara"),
        ("//evil.example/", "/evil.example"),
    ],
)
def test_a_slash_too_many_leads_to_this_site_whatever_the_host_says(
    client: TestClient, path: str, there: str
) -> None:
    url = f"http://testserver{path}"
    answer = client.get(url, headers={"Host": "evil.example"}, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (308, there)
