"""What the web process holds, opened once at start."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from fastapi import Request

from actions.content.store import Store
from actions.content.yaml_files import read_yaml
from actions.conversation.phrases import Phrases
from actions.privacy import as_public
from actions.routing.contacts import Rules, load_rules
from actions.routing.directory import Directory
from actions.saved_questions import SavedQuestions
from actions.settings import Settings
from actions.tasks.models import Task, load_tasks
from bot.web.limits import RateLimiter
from bot.web.metrics import Metrics
from bot.web.notice import NoticeFile
from bot.web.rasa import Rasa

if TYPE_CHECKING:
    from bot.web.rendering import Pages


@dataclass
class Site:
    """Content, directory, tasks, Rasa's address and the limits of one web process.

    `questions` is where questions are saved that people choose to leave; None when they are not asked.
    """

    settings: Settings
    store: Store
    directory: Directory
    rules: Rules
    tasks: dict[str, Task]
    public_phones: frozenset[str]
    errors: dict[str, str]
    phrases: Phrases
    rasa: Rasa
    limiter: RateLimiter
    metrics: Metrics
    notice: NoticeFile
    questions: SavedQuestions | None
    pages: "Pages"


def open_site(settings: Settings) -> Site:
    """Opens everything. Raises when the compiled content is missing."""
    from bot.web.rendering import Pages

    store = Store(settings.database)
    directory = Directory.open(settings.database)
    notice = NoticeFile(settings.content)
    return Site(
        settings=settings,
        store=store,
        directory=directory,
        rules=load_rules(settings.content),
        tasks=load_tasks(settings.content),
        errors=read_yaml(settings.content / "errors.yml"),
        public_phones=as_public(directory.phones()),
        phrases=Phrases(settings.content),
        rasa=Rasa(settings.rasa_url, settings.actions_url, settings.rasa_token),
        limiter=RateLimiter(settings.rate_limit),
        notice=notice,
        questions=SavedQuestions(Path(settings.saved_questions)) if settings.saved_questions else None,
        metrics=Metrics(store.answers, settings),
        pages=Pages(settings.content, store, notice),
    )


def site(request: Request) -> Site:
    """The site of the running app."""
    state: Site = request.app.state.site
    return state
