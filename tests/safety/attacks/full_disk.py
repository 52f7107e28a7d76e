"""The disk really full: a small one of its own, filled while the service runs on it and before it starts."""

import os
import shutil
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

from actions.settings import ROOT, Settings
from bot.launch.content import publish
from bot.launch.model import train
from bot.launch.shutdown import Stop
from bot.tools.running_service import Service, started_service, wait_until_ready
from tests.safety.attacks.killed import gives_a_clear_answer, wait_until_changed, wait_until_up
from tests.safety.attacks.outcome import Outcome

_ROOM = 600  # MB for the model, and for Rasa to unpack it
_BLOCK = 64 * 1024
_LEFT = 16 * _BLOCK  # enough to begin a file with, not to end one
_CHANGED = b"\n# changed\n"


def attack(folder: Path) -> Outcome:
    """Fills the disk under a running service, kills its processes, frees it; then a start on a full one."""
    outcome = Outcome("the disk full: three kills, and a start")
    with small_disk(folder / "disk") as disk:
        if disk is None:
            outcome.notes.append("not tried: this machine does not let one mount a disk")
            return outcome
        settle(disk)
        with started_service(folder / "running.log", SIP_BUILD=str(disk), TMPDIR=str(disk)) as service:
            wait_until_ready(service.address, service.process)
            strike_on_a_full_disk(service, disk, outcome)
        start_on_a_full_disk(folder, disk, outcome)
    return outcome


def strike_on_a_full_disk(service: Service, disk: Path, outcome: Outcome) -> None:
    """Every process comes back; Rasa, which must unpack its model, as soon as there is room again."""
    ballast = fill(disk)
    for name in ("web", "actions", "rasa"):
        process = service.child(name)
        if process is None:
            outcome.count(False, f"{name} was not there")
            continue
        process.send_signal(signal.SIGKILL)
        wait_until_changed(service, name, process.pid)
    for address in (service.address, service.rasa):  # Rasa without a model: it found no room to unpack it
        wait_until_up(f"{address}/")
    outcome.count(httpx.get(f"{service.address}/readyz", trust_env=False).status_code == 503, "was it full?")
    outcome.count(gives_a_clear_answer(service), "no clear answer on a full disk")
    ballast.unlink()
    wait_until_ready(service.address, service.process)
    outcome.count(gives_a_clear_answer(service), "no answer when there was room again")


def start_on_a_full_disk(folder: Path, disk: Path, outcome: Outcome) -> None:
    """Changed content cannot be laid beside the present: the last good one is shown, and a line says why."""
    content, log = folder / "changed", folder / "starting.log"
    shutil.copytree(ROOT / "content", content)
    changed = content / "errors.yml"
    changed.write_bytes(changed.read_bytes() + _CHANGED)
    fill(disk)
    with started_service(log, SIP_BUILD=str(disk), SIP_CONTENT=str(content)) as service:
        wait_until_ready(service.address, service.process)
        outcome.count(gives_a_clear_answer(service), "a start on a full disk gives no answer")
    outcome.count("keeping the last good version" in log.read_text(), "the log does not tell of it")
    outcome.count(not (disk / "content" / "errors.yml").read_bytes().endswith(_CHANGED), "half published")


@contextmanager
def small_disk(place: Path) -> Iterator[Path | None]:
    """An empty disk in memory. None where one may not mount."""
    place.mkdir(parents=True)
    mount = ["mount", "-t", "tmpfs", "-o", f"size={_ROOM}m", "tmpfs", str(place)]
    if not shutil.which("mount") or subprocess.run(mount, capture_output=True, check=False).returncode:
        yield None
        return
    try:
        yield place
    finally:
        subprocess.run(["umount", "--lazy", str(place)], check=True)


def settle(disk: Path) -> None:
    """What a start needs, so that nothing is compiled or trained: content and the model."""
    build, model = Settings().build, train(Settings(), Stop(), print)
    if not (publish(Settings(), print) and model):
        raise RuntimeError("there is nothing to start with")
    shutil.copytree(build / "content", disk / "content", symlinks=True)
    shutil.copy(build / "content.sqlite", disk)
    (disk / "models").mkdir()
    shutil.copy(model, disk / "models")


def fill(disk: Path) -> Path:
    """A file that takes all the room but a little. Returns it."""
    ballast = disk / "ballast"
    with ballast.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(b"\0" * _BLOCK)
        except OSError:
            file.truncate(max(os.fstat(file.fileno()).st_size - _LEFT, 0))
    return ballast
