"""`make harden`: attacks the service and prints a table; `quick` is the part for `make test`."""

import sys
import tempfile
from pathlib import Path

from bot.testing.service import started_service, wait_until_ready
from tests.safety.attacks import crossing, killed, nothing_kept, replicas
from tests.safety.attacks.outcome import HEADING, Outcome
from tests.safety.servers import install


def main() -> int:
    """Runs the attacks. Returns 1 when anything was lost or leaked."""
    quick = sys.argv[1:] == ["quick"]
    outcomes: list[Outcome] = []
    with tempfile.TemporaryDirectory(prefix="sip-harden-") as folder:
        outcomes += on_one_machine(Path(folder), quick)
        if not quick:
            install("redis-server", "nginx-light", "openssl")
            outcomes.append(told(replicas.attack(Path(folder) / "pair", walkers=40)))
    print("\n".join(["", HEADING, *(outcome.row() for outcome in outcomes)]))
    return int(any(outcome.lost or outcome.leaked for outcome in outcomes))


def on_one_machine(folder: Path, quick: bool) -> list[Outcome]:
    """What one service on one machine must stand."""
    with started_service(folder / "service.log") as service:
        wait_until_ready(service.address, service.process)
        outcomes = [told(crossing.attack(service, conversations=6 if quick else 200))]
        outcomes.append(told(nothing_kept.attack(service, kills=1 if quick else 5)))
        if not quick:
            outcomes.append(told(killed.attack(service)))
    return outcomes


def told(outcome: Outcome) -> Outcome:
    """Says how far it has come."""
    print(outcome.row(), flush=True)
    return outcome


if __name__ == "__main__":
    raise SystemExit(main())
