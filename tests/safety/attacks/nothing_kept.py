"""Whole sessions full of marker words, processes killed in the middle, then a search for the words."""

import contextlib
import json
import os
import secrets
import signal
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import httpx

from actions.settings import ROOT
from bot.tools.running_service import Service, wait_until_ready
from tests.safety.attacks.outcome import Outcome

WEBHOOK = "/webhooks/rest/webhook"
_DEATHS = (signal.SIGKILL, signal.SIGABRT, signal.SIGSEGV)
_CHUNK = 1024 * 1024
_LARGEST_FILE = 200 * _CHUNK


def attack(service: Service, kills: int) -> Outcome:
    """Talks with markers, kills each process `kills` times meanwhile, and searches every place for them."""
    outcome = Outcome(f"marker words, {3 * kills} kills, then a search")
    began = time.time()
    marker = "qzx" + secrets.token_hex(8)
    stop = threading.Event()
    talkers = [threading.Thread(target=_talk, args=(service, marker, stop, outcome)) for _ in range(3)]
    for talker in talkers:
        talker.start()
    for number in range(kills):
        for name in ("actions", "web", "rasa"):
            time.sleep(1.0)
            process = service.child(name)
            if process:
                process.send_signal(_DEATHS[number % len(_DEATHS)])
        wait_until_ready(service.address, service.process)
        time.sleep(1.0)
    stop.set()
    for talker in talkers:
        talker.join()
    for path in found(marker, began, service):
        outcome.leaked += 1
        outcome.notes.append(f"found in {path}")
    return outcome


def _talk(service: Service, marker: str, stop: threading.Event, outcome: Outcome) -> None:
    """All the ways words come in, rightly and wrongly, again and again."""
    with httpx.Client(base_url=service.address, timeout=15, trust_env=False) as client:
        while not stop.is_set():
            for method, path, content in _ways_in(marker):
                with contextlib.suppress(httpx.HTTPError):
                    reply = client.request(method, path, content=content)
                    outcome.count(reply.status_code < 500 or reply.status_code == 503, f"{path}: 5xx")
            time.sleep(0.2)


def _ways_in(marker: str) -> Iterator[tuple[str, str, bytes | None]]:
    sender = secrets.token_hex(16)

    def said(message: str, sender: str = sender) -> bytes:
        return json.dumps({"sender": sender, "message": message, "message_id": secrets.token_hex(8)}).encode()

    draft = {"version": 1, "letter": "request", "answers": {"who": "self", "situation": f"{marker} hemma"}}
    yield "POST", WEBHOOK, said(f"min dotter {marker} är sjuk, vad är en sip?")
    yield "POST", WEBHOOK, said("/skriva-begaran")
    yield "POST", WEBHOOK, said("mig själv")
    yield "POST", WEBHOOK, said(f"{marker} orkar inte")
    yield "POST", WEBHOOK, said(f"Storgatan 1 {marker}@example.org 070-174 06 05")
    yield "POST", WEBHOOK, said(marker * 80)
    yield "POST", WEBHOOK, said(f"121212-1212 {marker}")
    yield "POST", WEBHOOK, said(f'/begrepp{{"begrepp": "{marker}"}}')
    yield "POST", WEBHOOK, said(f"/{marker}")
    yield "POST", WEBHOOK, said("hej", sender=marker)
    yield "POST", WEBHOOK, f'{{"sender": "{sender}", "message": {{"{marker}'.encode()
    yield "POST", "/api/documents?format=pdf", json.dumps(draft).encode()
    yield "POST", f"/api/documents?format={marker}", json.dumps(draft).encode()
    yield "POST", "/api/documents?format=txt", json.dumps({**draft, "letter": marker}).encode()
    yield "POST", "/begar-sip", f"who=self&situation={marker}".encode()
    yield "POST", "/api/questions", said(marker)  # off by default: nobody is asked, nothing is taken in
    yield "POST", "/chatta", f"text={marker}".encode()
    yield "GET", f"/sok?q={marker}", None
    yield "POST", "/sok/forslag", f"q={marker}".encode()
    yield "GET", f"/hitta?plats={marker}", None
    yield "GET", f"/api/contacts?place={marker}&situation={marker}", None
    yield "GET", f"/{marker}", None
    yield "DELETE", f"/api/conversations/{sender}", None


def found(marker: str, since: float, service: Service) -> list[str]:
    """Files written since then, and open files of the processes, that hold the marker."""
    places = [
        ROOT / "build",
        ROOT / "bot",
        Path(tempfile.gettempdir()),
        Path.home(),
        Path("/var/tmp"),
        Path("/var/log"),
    ]
    files = {path for place in places for path in _written(place, since)}
    files |= {path for path in ROOT.iterdir() if path.is_file()} | set(_open_files(service))
    if service.log:
        files.add(service.log)
    return sorted(str(path) for path in files if _holds(path, marker))


def _written(place: Path, since: float) -> Iterator[Path]:
    """Files below a folder that were written since then; environments and git hold no words."""
    for folder, names, files in os.walk(place, onerror=lambda _: None):
        names[:] = [name for name in names if name not in {".venv", ".git", "node_modules", "proc", "sys"}]
        for name in files:
            path = Path(folder, name)
            with contextlib.suppress(OSError):
                status = path.lstat()
                if path.is_file() and not path.is_symlink() and status.st_mtime >= since - 1:
                    yield path


def _open_files(service: Service) -> Iterator[Path]:
    """What the processes hold open, deleted files too."""
    for name in ("web", "actions", "rasa"):
        process = service.child(name)
        if not process:
            continue
        for one in (process, *process.children()):
            for link in Path(f"/proc/{one.pid}/fd").iterdir():
                with contextlib.suppress(OSError):
                    if link.is_file():
                        yield link


def _holds(path: Path, marker: str) -> bool:
    forms = [marker.encode(), marker.encode("utf-16-le"), marker.encode().hex().encode()]
    try:
        if path.stat().st_size > _LARGEST_FILE:
            return False
        content = path.read_bytes()
    except OSError:
        return False
    return any(form in content for form in forms)
