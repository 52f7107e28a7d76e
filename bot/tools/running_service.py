"""The whole service, started as `make run` starts it, on ports of its own."""

import os
import secrets
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import httpx
import psutil

from actions.settings import ROOT

_LONGEST_START = 300.0
_MARKS = {"web": "bot.web", "actions": "bot.actions_server", "rasa": "bot.rasa.stub_modules"}


@dataclass(frozen=True)
class Service:
    """A started service: the site's address and the launcher's process, whose children do the work.

    `rasa` is Rasa's own address and `token` what it asks for. `log` is the file all of them write to, if any.
    """

    address: str
    process: "subprocess.Popen[bytes]"
    rasa: str
    token: str
    log: Path | None = None

    def child(self, name: str) -> psutil.Process | None:
        """One of the three processes; None while it is not running."""
        for child in psutil.Process(self.process.pid).children():
            with suppress(psutil.Error):  # it ended while it was looked at
                if any(_MARKS[name] in part for part in child.cmdline()):
                    return child
        return None


@contextmanager
def started_service(
    log: Path | None = None, within: Sequence[str] = (), **settings: str
) -> Iterator[Service]:
    """Starts the three processes on free ports and yields at once. All are stopped afterwards.

    `within`: a command that starts the command it is given, and becomes it.
    """
    ports = free_ports(3)
    names = ("SIP_PORT", "SIP_RASA_PORT", "SIP_ACTIONS_PORT")
    environment = {
        **os.environ,
        **dict(zip(names, map(str, ports), strict=True)),
        "SIP_RASA_TOKEN": secrets.token_hex(16),
        "SIP_RATE_LIMIT": "0",
        **settings,
    }
    python = ROOT / ".venv" / "web" / "bin" / "python"
    command = [*within, str(python if python.exists() else sys.executable), "-m", "bot.launch"]
    output = log.open("wb") if log else None
    process = subprocess.Popen(
        command, cwd=ROOT, env={**environment, "PYTHONPATH": str(ROOT)}, stdout=output, stderr=output
    )
    try:
        site, rasa = (f"http://127.0.0.1:{environment[name]}" for name in names[:2])
        yield Service(site, process, rasa, environment["SIP_RASA_TOKEN"], log)
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(40)
        if output:
            output.close()


@contextmanager
def running_service(**settings: str) -> Iterator[str]:
    """The started service's address, once the chat answers. Raises TimeoutError when it does not in time."""
    with started_service(None, **settings) as service:
        wait_until_ready(service.address, service.process)
        yield service.address


def wait_until_ready(address: str, process: subprocess.Popen[bytes]) -> None:
    """Returns when `/readyz` says so. Raises TimeoutError, or RuntimeError when the process ends first."""
    deadline = time.monotonic() + _LONGEST_START
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise RuntimeError(f"the service ended with {process.returncode}")
        try:
            if httpx.get(f"{address}/readyz", timeout=5, trust_env=False).status_code == 200:
                return
        except httpx.HTTPError:
            pass
        time.sleep(0.3)
    raise TimeoutError("the chat was not ready in time")


def free_ports(count: int) -> list[int]:
    """Ports nobody listens on."""
    sockets = [socket.socket() for _ in range(count)]
    try:
        for probe in sockets:
            probe.bind(("127.0.0.1", 0))
        return [probe.getsockname()[1] for probe in sockets]
    finally:
        for probe in sockets:
            probe.close()
