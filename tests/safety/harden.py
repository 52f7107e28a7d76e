"""`make harden`: attacks the service and prints a table; `quick` is the part for `make test`.

Names of attacks may be given instead (`make harden ARGS="killed replicas"`): only those are run.
"""

import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from bot.tools.running_service import Service, started_service, wait_until_ready
from tests.safety.attacks import confined, crossing, full_disk, fuzzed, killed, nothing_kept, replicas
from tests.safety.attacks.outcome import HEADING, Outcome

QUICK: dict[str, Callable[[Service], Outcome]] = {
    "crossing": lambda service: crossing.attack(service, conversations=6),
    "nothing_kept": lambda service: nothing_kept.attack(service, kills=1),
}
ON_ONE_MACHINE: dict[str, Callable[[Service], Outcome]] = {
    "crossing": lambda service: crossing.attack(service, conversations=60),
    "fuzz_whole": fuzzed.attack_whole,
    "nothing_kept": lambda service: nothing_kept.attack(service, kills=5),
    "killed": lambda service: killed.attack(service, signal.SIGKILL),
    "frozen": lambda service: killed.attack(service, signal.SIGSTOP),
}
BESIDE: dict[str, Callable[[Path], Outcome]] = {
    "fuzz": lambda folder: fuzzed.attack(folder, examples=200),
    "full_disk": full_disk.attack,
    "confined": confined.attack,
    "replicas": lambda folder: replicas.attack(folder, walkers=40),
}


def main() -> int:
    """Runs the attacks. Returns 1 when anything was lost or leaked, 2 when there is no such attack."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # what was started is stopped all the same
    chosen = sys.argv[1:]
    unknown = set(chosen) - {"quick", *ON_ONE_MACHINE, *BESIDE}
    if unknown:
        print(f"the attacks are: {' '.join([*ON_ONE_MACHINE, *BESIDE])}")
        return 2
    outcomes = []
    with tempfile.TemporaryDirectory(prefix="sip-harden-") as folder:
        began = time.monotonic()
        for outcome in attacked(Path(folder), chosen):
            print(f"{outcome.row()}    ({time.monotonic() - began:.0f} s since the start)", flush=True)
            outcomes.append(outcome)
    print("\n".join(["", HEADING, *(outcome.row() for outcome in outcomes)]))
    return int(any(outcome.lost or outcome.leaked for outcome in outcomes))


def attacked(folder: Path, chosen: list[str]) -> Iterator[Outcome]:
    """What came of each attack that was chosen, or of all."""
    if chosen == ["quick"]:
        yield from on_one_machine(folder, list(QUICK.values()))
        return
    yield from on_one_machine(
        folder, [run for name, run in ON_ONE_MACHINE.items() if name in (chosen or [name])]
    )
    for name, run in BESIDE.items():
        if name in (chosen or [name]):
            yield run(folder / name)


def on_one_machine(folder: Path, attacks: list[Callable[[Service], Outcome]]) -> Iterator[Outcome]:
    """What one service on one machine must stand, one attack after another."""
    if not attacks:
        return
    with started_service(folder / "service.log", SIP_SAVED_QUESTIONS="") as service:
        for attack in attacks:
            wait_until_ready(service.address, service.process)
            yield attack(service)


if __name__ == "__main__":
    raise SystemExit(main())
