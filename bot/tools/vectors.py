"""`make vectors`: nlu_data/vectors.npz anew, what the encoder says of all that is learnt. Five minutes.

With it a first start does not wait for the encoder (docs/decisions/0034-first-start.md). What is not in it is
encoded when the model is trained, so it may well be older than the examples.
"""

import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from actions.settings import ROOT, Settings
from bot.launch.model import train_command, train_environment
from bot.rasa.encoder.kept import GIVEN


def main() -> int:
    """Trains a model that nobody keeps, with no vector but those it makes. Returns the exit status."""
    GIVEN.unlink(missing_ok=True)
    environment = train_environment(Settings(), GIVEN)
    with TemporaryDirectory() as folder:
        command = train_command(Path(folder), "vectors")
        return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode


if __name__ == "__main__":
    raise SystemExit(main())
