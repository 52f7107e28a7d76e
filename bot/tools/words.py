"""`make content`: checks the words, the directory and that no question has lost its text.

The spelling is checked with the Swedish dictionary when it can be had.
"""

from actions.publishing.check import main
from actions.publishing.checks.spelling import has_dictionary
from actions.publishing.directory_check import wrong_rows
from actions.settings import get_settings
from bot.tools.debian import install
from bot.tools.inventory import unanswered
from bot.tools.recognition import unreadable_words

if __name__ == "__main__":
    if not has_dictionary():
        install("hunspell", "hunspell-sv")
    content = get_settings().content
    wrong = [*unreadable_words(content), *wrong_rows(content), *unanswered(content)]
    print(*wrong, sep="\n", end="\n" if wrong else "")
    raise SystemExit(main() or bool(wrong))
