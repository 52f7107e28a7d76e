"""The web process with a Rasa that says everything back: the worst Rasa for a page that shows its words."""

from pathlib import Path
from typing import Any

from fastapi import FastAPI

from actions.settings import Settings
from bot.web.rasa_client import Reading
from bot.web.state import Site
from tests.site import compiled_build, open_app


class Parrot:
    """Plays Rasa: what was said comes back wherever an answer has words. Addresses come from content only."""

    async def send(self, sender: str, message: str, *_: object) -> list[dict[str, Any]]:
        """One message that holds the words in every place a page shows."""
        source = {"title": message, "status": "gäller", "reviewed": "2026-11-28"}
        custom = {"topic": message, "sources": [source], "suggestions": [message]}
        button = {"title": message, "payload": message}
        return [{"recipient_id": sender, "text": message, "buttons": [button], "custom": custom}]

    async def read(self, text: str) -> Reading:
        """The words as a question, and one that there is."""
        return Reading({text: 0.9, "kostnad#resan": 0.8})

    async def forget(self, sender: str) -> None:
        """There is nothing to forget."""

    async def is_ready(self) -> bool:
        """Always."""
        return True

    async def close(self) -> None:
        """There is nothing to close."""


def site_with_parrot(folder: Path) -> FastAPI:
    """The app with no limit on the pace, questions saved in the folder and the parrot behind."""
    folder.mkdir(parents=True, exist_ok=True)
    settings = Settings(
        build=compiled_build(),
        rate_limit=0,
        metrics_token="hemlig-nyckel",
        saved_questions=str(folder / "questions.sqlite"),
    )
    app = open_app(settings)
    state: Site = app.state.site
    state.rasa = Parrot()  # type: ignore[assignment]
    return app
