"""Compiles the content and trains the model, and ends: for building an image."""

from actions.settings import Settings
from bot.launch.console import say
from bot.launch.content import publish
from bot.launch.model import train
from bot.launch.shutdown import Stop


def main() -> int:
    """Returns the exit status."""
    settings = Settings()
    return 0 if publish(settings, say) and train(settings, Stop(), say) else 1


if __name__ == "__main__":
    raise SystemExit(main())
