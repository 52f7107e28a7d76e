"""As in a container, without one: nothing can be written but one small disk, and no right is left.

What `deploy/` asks of an engine (read-only, no capabilities, no new privileges) is asked of the kernel here.
"""

import os
import shutil
import signal
import subprocess
from pathlib import Path

import httpx

from actions.settings import ROOT
from bot.tools.running_service import Service, started_service, wait_until_ready
from tests.safety.attacks.full_disk import settle, small_disk
from tests.safety.attacks.killed import gives_a_clear_answer, wait_until_changed
from tests.safety.attacks.outcome import Outcome

_CONFINE = """
mount --make-rprivate / && mount --bind "$PWD" "$PWD" && cd "$PWD" &&
mount -o remount,bind,ro "$PWD" && mount -o remount,bind,ro / &&
exec setpriv --bounding-set=-all --inh-caps=-all --no-new-privs "$@"
"""
_WITHIN = ("unshare", "--mount", "sh", "-c", _CONFINE, "sh")
_NO_RIGHTS = {"CapEff": "0000000000000000", "CapBnd": "0000000000000000", "NoNewPrivs": "1"}
_FORMATS = ("pdf", "docx", "txt")


def attack(folder: Path) -> Outcome:
    """Starts confined, checks that it is, then asks for what a person asks for; kills Rasa in between."""
    outcome = Outcome("confined: read-only, without rights")
    with small_disk(folder / "disk") as disk:
        if disk is None or not is_possible():
            outcome.notes.append("not tried: this machine does not let one confine a process")
            return outcome
        settle(disk)
        log, places = (
            folder / "confined.log",
            {"SIP_BUILD": str(disk), "TMPDIR": str(disk), "HOME": str(disk)},
        )
        with started_service(log, _WITHIN, **places) as service:
            wait_until_ready(service.address, service.process)
            for name in ("web", "actions", "rasa"):
                outcome.count(has_no_rights(service, name), f"{name} has rights")
            outcome.count(not can_write(service), "the files of the project can be written")
            outcome.count(gives_a_clear_answer(service), "no answer")
            for kind in _FORMATS:
                outcome.count(gives_a_letter(service, kind), f"no letter as {kind}")
            rasa = service.child("rasa")
            if rasa:
                rasa.send_signal(signal.SIGKILL)
                wait_until_changed(service, "rasa", rasa.pid)
                wait_until_ready(service.address, service.process)
            outcome.count(rasa is not None and gives_a_clear_answer(service), "no answer after a fall")
    return outcome


def is_possible() -> bool:
    """True where one may make a mount namespace and drop rights."""
    if not all(map(shutil.which, ("unshare", "setpriv", "nsenter"))):
        return False
    return subprocess.run([*_WITHIN, "true"], cwd=ROOT, capture_output=True, check=False).returncode == 0


def has_no_rights(service: Service, name: str) -> bool:
    """What the kernel says of one of the three processes."""
    process = service.child(name)
    if process is None:
        return False
    lines = Path(f"/proc/{process.pid}/status").read_text(encoding="utf-8").splitlines()
    told = dict(line.split(":\t", 1) for line in lines if ":\t" in line)
    return all(told[key] == value for key, value in _NO_RIGHTS.items())


def can_write(service: Service) -> bool:
    """True when a file can be made beside the code, seen from inside."""
    made = f"{ROOT}/confined-{os.getpid()}"
    inside = ["nsenter", "--target", str(service.process.pid), "--mount", "touch", made]
    return subprocess.run(inside, capture_output=True, check=False).returncode == 0


def gives_a_letter(service: Service, kind: str) -> bool:
    """A short letter in one of the formats."""
    draft = {"version": 1, "letter": "request", "answers": {"situation": "Ingen håller ihop det."}}
    address = f"{service.address}/api/documents?format={kind}"
    reply = httpx.post(address, json=draft, timeout=20, trust_env=False)
    return reply.status_code == 200 and bool(reply.content)
