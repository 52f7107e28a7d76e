"""Settings that cannot work, or would leave a way in open, are told in one line before anything starts."""

import errno
import os
import re
import socket
from collections.abc import Collection
from pathlib import Path
from urllib.parse import urlsplit

from pydantic import ValidationError

from actions.settings import Settings, listed
from bot.launch.processes import NAMES

SHORTEST_SECRET = 16
_ORIGIN = re.compile(r"https?://[\w.*:\[\]-]+")


def read_settings() -> "Settings | str":
    """The settings, or which of them cannot be understood. Values are not told: one may be a secret."""
    try:
        return Settings()
    except ValidationError as error:
        wrong = [f"SIP_{str(one['loc'][0]).upper()}: {one['msg']}" for one in error.errors()]
        return "; ".join(wrong)


def problem(settings: Settings, processes: Collection[str] = NAMES) -> str:
    """Why these processes may not start with these settings; empty when they may."""
    return unsafe(settings) or misspelt(settings) or unusable_files(settings) or taken(settings, processes)


def unsafe(settings: Settings) -> str:
    """Which setting would leave a way in open; empty when none would."""
    if len(settings.rasa_token) < SHORTEST_SECRET:
        everywhere = (
            " With SIP_REDIS_URL, and for a process alone, it must be set, and be the same everywhere."
        )
        return f"SIP_RASA_TOKEN must have {SHORTEST_SECRET} characters or more.{everywhere}"
    if 0 < len(settings.metrics_token) < SHORTEST_SECRET:
        return f"SIP_METRICS_TOKEN must have {SHORTEST_SECRET} characters or more; empty closes /drift."
    return ""


def misspelt(settings: Settings) -> str:
    """Which address is none; empty when all are."""
    for name, url, schemes in (
        ("SIP_REDIS_URL", settings.redis_url, ("redis", "rediss")),
        ("SIP_PUBLIC_URL", settings.public_url, ("http", "https")),
    ):
        if url and not (urlsplit(url).scheme in schemes and urlsplit(url).netloc):
            return (
                f"{name} must begin with {' or '.join(f'{scheme}://' for scheme in schemes)} and name a host."
            )
    if not all(one == "*" or _ORIGIN.fullmatch(one) for one in listed(settings.allowed_origins)):
        return "SIP_ALLOWED_ORIGINS must be *, or addresses such as https://www.example.org without a path."
    return ""


def unusable_files(settings: Settings) -> str:
    """Which file or folder that a setting names cannot be used; empty when all can."""
    if settings.operators and not os.access(settings.operators, os.R_OK):
        return f"SIP_OPERATORS: {settings.operators} cannot be read."
    wrong = wrong_operators(settings.operators)
    if wrong:
        return f"SIP_OPERATORS must be mended first:\n{wrong}"
    if settings.saved_questions:
        file = Path(settings.saved_questions)
        if not os.access(file if file.exists() else file.parent, os.W_OK):
            return f"SIP_SAVED_QUESTIONS: {file} cannot be written; its folder must exist and be writable."
    return ""


def wrong_operators(path: str) -> str:
    """What is wrong in the file with who offers the service, a line for each; empty when nothing is."""
    if not path:
        return ""
    from actions.content.problems import ContentError  # at need: they would delay every start
    from actions.operators.file import read_operators

    try:
        read_operators(Path(path))
    except ContentError as error:
        return str(error)
    return ""


def taken(settings: Settings, processes: Collection[str]) -> str:
    """Why a port of these processes cannot be listened on; empty when all can."""
    ports = {"web": settings.port, "actions": settings.actions_port, "rasa": settings.rasa_port}
    if len(set(ports.values())) < len(ports):
        return "SIP_PORT, SIP_RASA_PORT and SIP_ACTIONS_PORT must be three different ports."
    for name in processes:
        host, port = settings.host if name == "web" else "127.0.0.1", ports[name]
        refusal = listening_refused(host, port)
        if refusal and refusal.errno == errno.EADDRINUSE:
            return f"port {port} is in use; set SIP_PORT, SIP_RASA_PORT or SIP_ACTIONS_PORT to others."
        if refusal:
            return (
                f"nothing can listen on {host} port {port}: {refusal.strerror}. Check SIP_HOST and SIP_PORT."
            )
    return ""


def listening_refused(host: str, port: int) -> OSError | None:
    """Why the system does not let this address be listened on; None when it does."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            return error
    return None
