"""A log on a full disk does not stop the service that writes it."""

import os
import subprocess
import sys

import pytest

from actions.settings import ROOT

FULL = "/dev/full"  # Linux: every write fails as on a full disk


@pytest.mark.skipif(not os.path.exists(FULL), reason="this system cannot play a full disk")
def test_what_cannot_be_written_is_left_out() -> None:
    code = (
        "from bot.launch.console import fail, say\n"
        "for number in range(3000): say('rasa ended; starting it again'); fail('no port')\n"
        "import os; os._exit(7)"
    )
    with open(FULL, "wb") as full:
        run = subprocess.run(
            [sys.executable, "-c", code],
            stdout=full,
            stderr=full,
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )
    assert run.returncode == 7
