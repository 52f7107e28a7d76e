import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from actions.saved_questions import SavedQuestions
from actions.settings import Settings
from bot.web.state import Site
from tests.site import TestClient, compiled_build, open_app

MISS: dict[str, Any] = {"text": "Vad menar du?", "custom": {"topic": "oklart", "suggestions": []}}


class Stage:
    """Plays a Rasa that gives the reply it is told to give."""

    def __init__(self) -> None:
        self.reply: list[dict[str, Any]] = [MISS]

    async def send(self, sender: str, message: str, *_: object) -> list[dict[str, Any]]:
        return [
            {"recipient_id": sender, **one, "custom": dict(one.get("custom") or {})} for one in self.reply
        ]

    async def close(self) -> None:
        """There is nothing to close."""


@pytest.fixture(scope="session")
def compiled() -> Settings:
    return Settings(build=compiled_build(), rate_limit=0, metrics_token="hemlig-nyckel")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where questions are saved in a test."""
    return tmp_path / "fragor.sqlite"


@pytest.fixture
def client(compiled: Settings, file: Path) -> Iterator[TestClient]:
    """A web process that may save questions, with its file made."""
    SavedQuestions(file).delete_old()
    app = open_app(compiled.model_copy(update={"saved_questions": str(file)}))
    app.state.site.rasa = Stage()
    with TestClient(app, raise_server_exceptions=False) as client:
        yield client


@pytest.fixture
def inside(client: TestClient) -> Site:
    state: Site = client.app.state.site  # type: ignore[attr-defined]
    return state


@pytest.fixture
def closed(compiled: Settings) -> Iterator[TestClient]:
    """A web process as it is by default."""
    app = open_app(compiled)
    app.state.site.rasa = Stage()
    with TestClient(app, raise_server_exceptions=False) as client:
        yield client


def ask(client: TestClient, message: str) -> list[dict[str, Any]]:
    """The reply to one message."""
    reply = client.post("/webhooks/rest/webhook", json={"sender": secrets.token_hex(16), "message": message})
    assert reply.status_code == 200, reply.text
    messages: list[dict[str, Any]] = reply.json()
    return messages
