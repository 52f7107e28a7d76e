"""Two whole services behind nginx share Redis over TLS; pieces of them are killed while people talk."""

import asyncio
import contextlib
import secrets
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import redis

from actions.settings import ROOT
from bot.tools.running_service import Service, free_ports, started_service, wait_until_ready
from tests.safety.attacks.outcome import Outcome
from tests.safety.attacks.talkers import WEBHOOK, walk
from tests.safety.servers import install

_IDLE_SECONDS = 30 * 60
_SHIPPED = ROOT / "deploy" / "nginx.conf"


@dataclass(frozen=True)
class Pair:
    """Two services, the proxy before them and the Redis behind them."""

    address: str
    services: tuple[Service, Service]
    redis_url: str
    folder: Path


def attack(folder: Path, walkers: int) -> Outcome:
    """Walkers talk through the proxy while processes of both services are killed, one after another."""
    install("redis-server", "nginx-light", "openssl")
    outcome = Outcome(f"two replicas, TLS Redis, {walkers} talkers, 4 kills")
    with pair(folder) as stage:
        asyncio.run(_under_load(stage, walkers, outcome))
        _check_store(stage, outcome)
    outcome.leaked += len(list(folder.glob("**/*.rdb"))) + len(list(folder.glob("**/*.aof")))
    return outcome


async def _under_load(stage: Pair, walkers: int, outcome: Outcome) -> None:
    limits = httpx.Limits(max_connections=walkers)
    async with httpx.AsyncClient(
        base_url=stage.address, timeout=30, trust_env=False, limits=limits
    ) as client:
        talking = [asyncio.create_task(walk(client, think_seconds=2.0)) for _ in range(walkers)]
        one, other = stage.services
        for service, name in ((one, "rasa"), (other, "web"), (one, "actions"), (one, "web")):
            await asyncio.sleep(4)
            process = service.child(name)
            if process:
                process.send_signal(signal.SIGKILL)
        for steps, problem in await asyncio.gather(*talking):
            outcome.tried += steps
            outcome.survived += steps
            if problem:
                outcome.count(False, problem)


def _check_store(stage: Pair, outcome: Outcome) -> None:
    """Every key in Redis ends by itself, none is a client's key, and erasing leaves nothing."""
    store = redis.Redis.from_url(stage.redis_url, decode_responses=True)
    names = list(store.scan_iter())
    outcome.count(bool(names), "nothing in Redis: the replicas did not share it")
    outcome.count(all(0 < store.ttl(name) <= _IDLE_SECONDS for name in names), "a key that never ends")
    sender = secrets.token_hex(16)
    with httpx.Client(base_url=stage.address, timeout=15, trust_env=False) as client:
        said = {"sender": sender, "message": "vad är en sip?"}
        outcome.count(client.post(WEBHOOK, json=said).status_code == 200, "no answer at the end")
        new = set(store.scan_iter()) - set(names)
        outcome.count(len(new) == 1 and sender not in str(new), "the client's key is the name in Redis")
        outcome.count(client.delete(f"/api/conversations/{sender}").status_code == 204, "could not be erased")
        outcome.count(not new & set(store.scan_iter()), "erased, and still in Redis")


@contextmanager
def pair(folder: Path) -> Iterator[Pair]:
    """Redis, two services and nginx, ready; all stopped afterwards."""
    folder.mkdir(parents=True, exist_ok=True)
    with _redis(folder) as url:
        shared = {"SIP_REDIS_URL": url, "SIP_RASA_TOKEN": secrets.token_urlsafe(24)}
        with (
            started_service(folder / "one.log", **shared) as one,
            started_service(folder / "other.log", **shared) as other,
        ):
            for service in (one, other):
                wait_until_ready(service.address, service.process)
            with _nginx(folder, one, other) as address:
                yield Pair(address, (one, other), url, folder)


@contextmanager
def _redis(folder: Path) -> Iterator[str]:
    """A Redis that speaks TLS only, wants a password and writes nothing to disk. Yields its address."""
    (port,) = free_ports(1)
    key, certificate = folder / "redis.key", folder / "redis.crt"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1",
         "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", str(key), "-out", str(certificate)],
        check=True, capture_output=True,
    )  # fmt: skip
    password = secrets.token_hex(16)
    server = subprocess.Popen(
        ["redis-server", "--port", "0", "--tls-port", str(port), "--bind", "127.0.0.1",
         "--tls-cert-file", str(certificate), "--tls-key-file", str(key),
         "--tls-ca-cert-file", str(certificate), "--tls-auth-clients", "no", "--requirepass",
         password, "--save", "", "--appendonly", "no",
         "--dir", str(folder), "--logfile", str(folder / "redis.log")],
    )  # fmt: skip
    url = f"rediss://:{password}@127.0.0.1:{port}/0?ssl_ca_certs={certificate}"
    try:
        _wait_for(lambda: redis.Redis.from_url(url).ping())
        yield url
    finally:
        server.terminate()
        server.wait(10)


@contextmanager
def _nginx(folder: Path, *services: Service) -> Iterator[str]:
    """nginx before the services. Yields its address."""
    (port,) = free_ports(1)
    configuration = folder / "nginx.conf"
    configuration.write_text(_configuration(folder, port, services))
    binary = shutil.which("nginx") or "/usr/sbin/nginx"
    server = subprocess.Popen([binary, "-p", str(folder), "-c", str(configuration)])
    address = f"http://127.0.0.1:{port}"
    try:
        _wait_for(lambda: httpx.get(f"{address}/healthz", trust_env=False).status_code == 200)
        yield address
    finally:
        server.terminate()
        server.wait(10)


def _configuration(folder: Path, port: int, services: Sequence[Service]) -> str:
    """deploy/nginx.conf as it is shipped; only places, names and ports are those of this attack."""
    servers = " ".join(f"server {one.address.removeprefix('http://')} max_fails=0;" for one in services)
    text = _SHIPPED.read_text(encoding="utf-8")
    for there, here in (
        ("/tmp/", f"{folder}/"),
        ("listen 8080;", f"listen 127.0.0.1:{port};"),
        ("resolver 127.0.0.11 valid=5s;", ""),
        ("server sip:8000 resolve max_fails=0;", servers),
        ("worker_processes auto;", "daemon off; worker_processes 1;"),
    ):
        if text.count(there) < 1:
            raise ValueError(f"{_SHIPPED}: {there} is not there any more")
        text = text.replace(there, here)
    return text


def _wait_for(check: Callable[[], object]) -> None:
    for _ in range(50):
        with contextlib.suppress(redis.RedisError, httpx.HTTPError):
            if check():
                return
        time.sleep(0.2)
    raise TimeoutError("a server did not come up")
