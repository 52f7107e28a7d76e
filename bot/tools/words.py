"""`make content`: fetches the Swedish dictionary when it can be had, then checks the words."""

from actions.publishing.check import main
from actions.publishing.checks.spelling import has_dictionary
from actions.settings import get_settings
from bot.tools.debian import install
from bot.tools.recognition import unreadable_words

if __name__ == "__main__":
    if not has_dictionary():
        install("hunspell", "hunspell-sv")
    unreadable = list(unreadable_words(get_settings().content))
    print(*unreadable, sep="\n", end="\n" if unreadable else "")
    raise SystemExit(main() or bool(unreadable))
