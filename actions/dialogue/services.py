"""What the actions need, opened once when the action server starts."""

from dataclasses import dataclass
from functools import lru_cache

from actions.content.store import Store
from actions.conversation.followups import Followups
from actions.conversation.phrases import Phrases
from actions.conversation.roles import Roles
from actions.languages.texts import LanguageTexts, load_language_texts
from actions.routing.contacts import Rules, load_rules
from actions.routing.directory import Directory
from actions.routing.finding import place_finder
from actions.routing.places import PlaceFinder
from actions.settings import get_settings
from actions.tasks.models import Task, load_tasks


@dataclass(frozen=True)
class Services:
    """Content, phrases, directory and tasks, read-only."""

    store: Store
    phrases: Phrases
    roles: Roles
    followups: Followups
    languages: LanguageTexts
    directory: Directory
    places: PlaceFinder
    rules: Rules
    tasks: dict[str, Task]


@lru_cache
def services() -> Services:
    """The services of this process. Raises when the compiled content is missing."""
    settings = get_settings()
    directory = Directory.open(settings.database)
    return Services(
        store=Store(settings.database),
        phrases=Phrases(settings.content),
        roles=Roles(settings.content),
        followups=Followups(settings.content),
        languages=load_language_texts(settings.content),
        directory=directory,
        places=place_finder(directory),
        rules=load_rules(settings.content),
        tasks=load_tasks(settings.content),
    )
