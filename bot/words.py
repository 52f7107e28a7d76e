"""`make content`: fetches the Swedish dictionary when it can be had, then checks the words."""

from actions.content.check import main
from actions.content.checking.spelling import has_dictionary
from bot.debian import install

if __name__ == "__main__":
    if not has_dictionary():
        install("hunspell", "hunspell-sv")
    raise SystemExit(main())
