"""`make danger-pieces`: actions/crisis/pieces.bin anew, by which cards hear danger in the browser.

Half a minute. Needed when messages of danger were added. Tests hold the file against messages that it never
learnt.
"""

import os
import subprocess

from actions.settings import ROOT, Settings
from bot.launch.processes import rasa_binary, rasa_environment


def main() -> int:
    """Learns it in Rasa's environment, which has scikit-learn. Returns the exit status."""
    command = [str(rasa_binary().parent / "python"), "-W", "ignore", "-m", "bot.rasa.danger_pieces"]
    environment = {**os.environ, **rasa_environment(Settings())}
    return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode


if __name__ == "__main__":
    raise SystemExit(main())
