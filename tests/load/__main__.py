"""`make load`: residents on the whole service, then more than it takes; prints what they met.

ARGS="200 5": so many residents for so many minutes. ARGS=short: under two minutes, as in `make test`.
It fails on requests that fail and on a service that does not recover, never on how long anything took.
"""

from locust import HttpUser  # noqa: F401, I001 - first of all: it makes sockets cooperative

import os
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass

import gevent
import httpx
from locust.env import Environment

from bot.tools.running_service import Service, started_service, wait_until_ready
from tests.load.curve import Curve
from tests.load.footprint import NAMES, Footprint, footprints
from tests.load.residents import CHAT, Crowd, Reader, Resident
from tests.safety.attacks.talkers import WEBHOOK

_OVERLOAD_USERS = 150
_PATIENCE_SECONDS = 60.0


@dataclass(frozen=True)
class Plan:
    """How many residents come for how long, how many times faster than real ones, and how long the crowd."""

    residents: int = 200
    seconds: float = 300.0
    haste: float = 1.0
    crowd_seconds: float = 30.0


SHORT = Plan(residents=40, seconds=45.0, haste=4.0, crowd_seconds=15.0)


def main() -> int:
    """Returns 1 when a request failed, or when the service did not recover."""
    plan = planned(sys.argv[1:])
    with started_service(SIP_RATE_LIMIT="30", SIP_TRUSTED_PROXIES="127.0.0.1") as service:
        wait_until_ready(service.address, service.process)
        print(f"load of the machine before: {os.getloadavg()[0]:.1f}, cores: {os.cpu_count()}")
        failed = resident_day(service, plan)
        failed += too_many(service, plan.crowd_seconds)
        seconds = recovery(service)
        print(f"recovered: a message was answered within a second {seconds:.1f} s after the crowd had gone")
    return int(bool(failed) or seconds >= _PATIENCE_SECONDS)


def planned(arguments: list[str]) -> Plan:
    """What the command line asks for."""
    if arguments == ["short"]:
        return SHORT
    residents, minutes = (float(part) for part in [*arguments, "200", "5"][:2])
    return Plan(int(residents), minutes * 60)


def resident_day(service: Service, plan: Plan) -> int:
    """Residents at their own pace. Returns how many requests failed."""
    print(f"\n{plan.residents} residents, {plan.seconds / 60:.1f} min, {plan.haste:.0f} times their pace")
    before, curve = footprints(service), Curve()
    Resident.haste = plan.haste
    stage = Environment(user_classes=[Resident], host=service.address)
    following = gevent.spawn(curve.follow, service, plan.seconds)
    run(stage, plan.residents, plan.seconds)
    following.kill()
    after = footprints(service)
    answered = stage.stats.get(CHAT, "POST").num_requests
    told = [*latencies(stage, plan.seconds), *costs(before, after, answered), *curve.verdicts()]
    print("\n".join(told))
    return int(stage.stats.total.num_failures)


def too_many(service: Service, seconds: float) -> int:
    """A crowd without think time, and a few who only read. Returns how many requests failed."""
    print(f"\n{_OVERLOAD_USERS} without thinking, {seconds:.0f} s")
    Crowd.weight, Reader.weight = 28, 2
    stage = Environment(user_classes=[Crowd, Reader], host=service.address)
    run(stage, _OVERLOAD_USERS, seconds)
    print("\n".join(latencies(stage, seconds)))
    return int(stage.stats.total.num_failures)


def run(stage: Environment, users: int, seconds: float) -> None:
    """Lets so many users loose for so long."""
    runner = stage.create_local_runner()
    runner.start(users, spawn_rate=max(users / 10, 1))
    gevent.sleep(seconds)
    runner.quit()


def latencies(stage: Environment, seconds: float) -> Iterator[str]:
    """A line for each kind of request: how many, how fast, how many failed."""
    yield f"{'':<22}{'count':>8}{'per s':>8}{'p50 ms':>8}{'p95':>7}{'p99':>7}{'most':>7}{'failed':>8}"
    for (name, _), entry in sorted(stage.stats.entries.items()):
        waits = "".join(
            f"{entry.get_response_time_percentile(part):>{8 if part == 0.5 else 7}.0f}"
            for part in (0.5, 0.95, 0.99)
        )
        yield (
            f"{name:<22}{entry.num_requests:>8}{entry.num_requests / seconds:>8.1f}{waits}"
            f"{entry.max_response_time:>7.0f}{entry.num_failures:>8}"
        )
    for problem in stage.stats.errors.values():
        yield f"    {problem.occurrences} × {problem.name}: {problem.error}"


def costs(before: dict[str, Footprint], after: dict[str, Footprint], answered: int) -> Iterator[str]:
    """Memory of each process before and after, and processor time for each message."""
    yield f"{'':<22}{'MB before':>10}{'MB after':>10}{'cpu s':>8}{'cpu ms a message':>18}"
    for name in NAMES:
        used = after[name].processor_seconds - before[name].processor_seconds
        yield (
            f"{name:<22}{before[name].megabytes:>10.0f}{after[name].megabytes:>10.0f}{used:>8.1f}"
            f"{1000 * used / max(answered, 1):>18.1f}"
        )


def recovery(service: Service) -> float:
    """Seconds until a message is answered within a second."""
    began = time.monotonic()
    while time.monotonic() - began < _PATIENCE_SECONDS:
        said = {"sender": f"recovery{time.monotonic_ns():020}", "message": "vad är en sip?"}
        try:
            reply = httpx.post(f"{service.address}{WEBHOOK}", json=said, timeout=10, trust_env=False)
        except httpx.HTTPError:
            continue
        if reply.status_code == 200 and reply.elapsed.total_seconds() < 1:
            return time.monotonic() - began
        gevent.sleep(0.2)
    return _PATIENCE_SECONDS


if __name__ == "__main__":
    raise SystemExit(main())
