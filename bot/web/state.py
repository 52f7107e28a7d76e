"""What the web process holds, opened once at start."""

from dataclasses import dataclass, field
from pathlib import Path

from fastapi import Request

from actions.content.yaml_files import read_yaml
from actions.drafting.blocks import Issuer
from actions.operators.file import OperatorFile, read_operators
from actions.operators.models import Operator
from actions.privacy import as_public
from actions.publishing.store import Store
from actions.replies.phrases import Phrases
from actions.routing.contacts import Rules, load_rules
from actions.routing.directory import Directory
from actions.routing.reading import ContactReader
from actions.saved_questions import SavedQuestions
from actions.settings import Settings
from actions.tasks.models import Task, load_tasks
from bot.web.document_worker import DocumentWorker
from bot.web.http.public_url import public_address
from bot.web.http.rate_limit import RateLimiter
from bot.web.http.shared_rate_limit import SharedRateLimiter
from bot.web.known_conversations import Conversations
from bot.web.metrics import Metrics
from bot.web.notice import NoticeFile
from bot.web.rasa_client import Rasa
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
    contact_reader: ContactReader
    rasa: Rasa
    limiter: RateLimiter
    shared_limiter: SharedRateLimiter | None
    known: Conversations
    metrics: Metrics
    notice: NoticeFile
    questions: SavedQuestions | None
    operators: OperatorFile
    operator_texts: dict[str, str]
    pages: Pages
    letters: DocumentWorker = field(default_factory=DocumentWorker)

    def operator(self, request: Request) -> Operator | None:
        """Who offers the service to this request; `kommun` in its query may name a municipality."""
        return self.operators.of(request.url.hostname or "", request.query_params.get("kommun", ""))

    def issuer(self, request: Request) -> Issuer | None:
        """The operator's name and logo for a letter; None where nobody has said who it is."""
        operator = self.operator(request)
        logo = self.operators.logos.get(operator.id, b"") if operator else b""
        return Issuer(name=operator.name, logo=logo.decode()) if operator else None

    def public_address(self, request: Request) -> str:
        """The address that the public sees, without a slash at the end."""
        return public_address(request, self.settings.public_url)


def open_site(settings: Settings) -> Site:
    """Opens everything. Raises when the compiled content is missing."""
    store = Store(settings.database)
    directory = Directory.open(settings.database)
    notice = NoticeFile(settings.content)
    operators = read_operators(Path(settings.operators) if settings.operators else None)
    return Site(
        settings=settings,
        store=store,
        directory=directory,
        rules=load_rules(settings.content),
        tasks=load_tasks(settings.content),
        errors=read_yaml(settings.content / "errors.yml"),
        public_phones=as_public(frozenset(directory.phones())),
        phrases=Phrases(settings.content),
        contact_reader=ContactReader(settings.content),
        rasa=Rasa(settings.rasa_url, settings.actions_url, settings.rasa_token),
        limiter=RateLimiter(settings.rate_limit),
        shared_limiter=(
            SharedRateLimiter(settings.redis_url, settings.rasa_token) if settings.redis_url else None
        ),
        known=Conversations(),
        notice=notice,
        questions=SavedQuestions(Path(settings.saved_questions)) if settings.saved_questions else None,
        operators=operators,
        operator_texts=read_yaml(settings.content / "operator_texts.yml"),
        metrics=Metrics(store.topics, settings),
        pages=Pages(settings.content, store, notice, settings.public_url, operators),
    )


def site(request: Request) -> Site:
    """The site of the running app."""
    state: Site = request.app.state.site
    return state
