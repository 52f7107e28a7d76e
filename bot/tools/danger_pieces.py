"""`make danger-pieces`: actions/crisis/pieces.bin anew, by which cards hear danger in the browser.

Half a minute. Needed when messages of danger were added. Tests hold the file against messages that it never
learnt.
"""

from bot.tools.check import in_rasa


def main() -> int:
    """Learns it in Rasa's environment, which has scikit-learn. Returns the exit status."""
    return in_rasa("bot.rasa.danger_pieces")()


if __name__ == "__main__":
    raise SystemExit(main())
