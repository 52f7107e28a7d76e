"""One of the three processes by itself, where a service manager or an engine watches each."""

import os

from actions.settings import Settings
from bot.launch.console import fail, say
from bot.launch.model import model_path, train
from bot.launch.processes import commands
from bot.launch.shutdown import Stop


def become(settings: Settings, name: str, stopping: Stop) -> int:
    """Turns this process into that one: what stops, watches or starts it again meets nothing in between.

    Returns only when there is no model to run.
    """
    model = train(settings, stopping, say) if name == "rasa" else model_path(settings)
    if not model:
        return fail("training failed; see the lines above.")
    command = commands(settings, model)[name]
    os.execvpe(command.arguments[0], list(command.arguments), {**os.environ, **command.environment})
