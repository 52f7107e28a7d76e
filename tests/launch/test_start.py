"""`make run` refuses plainly when it cannot start."""

import os
import socket
import subprocess
import sys

from actions.settings import ROOT


def test_a_port_in_use_is_one_clear_line() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        run = subprocess.run(
            [sys.executable, "-m", "bot.launch"],
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT), "SIP_PORT": port},
            capture_output=True,
            text=True,
        )
    assert run.returncode == 1
    assert run.stderr.startswith(f"sip-guiden: port {port} is in use")
    assert len(run.stderr.splitlines()) == 1
