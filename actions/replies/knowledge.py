"""What every reply is made of, opened once."""

from dataclasses import dataclass

from actions.languages.texts import LanguageTexts, load_language_texts
from actions.publishing.store import Store
from actions.replies.followups import Followups
from actions.replies.phrases import Phrases
from actions.routing.contacts import Rules, load_rules
from actions.routing.directory import Directory
from actions.routing.finding import place_finder
from actions.routing.places import PlaceFinder
from actions.routing.reading import ContactReader
from actions.settings import Settings
from actions.tasks.models import Task, load_tasks


@dataclass(frozen=True)
class Knowledge:
    """Content, phrases, directory and tasks, read-only."""

    store: Store
    phrases: Phrases
    followups: Followups
    languages: LanguageTexts
    directory: Directory
    places: PlaceFinder
    rules: Rules
    contact_reader: ContactReader
    tasks: dict[str, Task]


def open_knowledge(settings: Settings) -> Knowledge:
    """All of it, from the content and its compiled file. Raises when the compiled content is missing."""
    directory = Directory.open(settings.database)
    return Knowledge(
        store=Store(settings.database),
        phrases=Phrases(settings.content),
        followups=Followups(settings.content),
        languages=load_language_texts(settings.content),
        directory=directory,
        places=place_finder(directory),
        rules=load_rules(settings.content),
        contact_reader=ContactReader(settings.content),
        tasks=load_tasks(settings.content),
    )
