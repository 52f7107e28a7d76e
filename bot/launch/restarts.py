"""How often each process was started again, for /metrics."""

import threading
from collections import Counter
from contextlib import suppress
from pathlib import Path


class Restarts:
    """Counts restarts and keeps them in a file in Prometheus' text format; starts from zero."""

    def __init__(self, build: Path) -> None:
        self._file = build / "restarts.prom"
        self._counts = Counter[str]()
        self._lock = threading.Lock()
        self._file.unlink(missing_ok=True)

    def __call__(self, name: str) -> None:
        """Counts one. A full disk must not stop the restart itself."""
        with self._lock:
            self._counts[name] += 1
            lines = ["# TYPE sip_restarts counter"]
            lines += [f'sip_restarts_total{{process="{key}"}} {count}' for key, count in self._counts.items()]
            draft = self._file.with_suffix(".new")
            with suppress(OSError):
                draft.write_text("\n".join([*lines, ""]))
                draft.replace(self._file)
