"""The web process serves with limits on each connection, and writes down no visit."""

import pytest
import uvicorn

from actions.settings import Settings
from bot.web import __main__ as serving
from bot.web.http.connections import GuardedConnection
from bot.web.known_conversations import Conversations


@pytest.mark.parametrize(("proxies", "believed"), [("", False), ("10.0.0.1", True)])
def test_it_serves_as_it_is_set(monkeypatch: pytest.MonkeyPatch, proxies: str, believed: bool) -> None:
    served: dict[str, object] = {}
    monkeypatch.setattr(uvicorn, "run", lambda app, **how: served.update(how, app=app))
    monkeypatch.setattr(serving, "get_settings", lambda: Settings(port=8123, trusted_proxies=proxies))
    serving.main()
    assert served["port"] == 8123 and served["http"] is GuardedConnection
    assert served["access_log"] is False and served["server_header"] is False
    assert served["proxy_headers"] is believed


def test_a_conversation_is_new_again_after_half_an_hour_and_the_oldest_gives_way(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("bot.web.known_conversations.MOST", 2)
    now = [0.0]
    heard = Conversations(clock=lambda: now[0])
    for name in ("a", "b", "c"):
        heard.heard(name)
    assert [heard.is_new(name) for name in ("a", "b", "c")] == [True, False, False]
    now[0] = 1801.0
    assert heard.is_new("c")
