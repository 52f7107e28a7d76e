"""Counts without content: which topics were answered, how fast, what was refused. Never words, never who."""

import time
from collections import Counter as Tally
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest

from actions.content.topics import Topics
from actions.settings import Settings
from actions.swedish_day import swedish_day

DAYS_KEPT = 92
SMALLEST_SHOWN = 5
_OTHER = "annat"
REMEMBERED = 10_000
_DAY = 24 * 3600.0  # seconds
_BUCKETS = (0.025, 0.05, 0.1, 0.2, 0.4, 0.8, 1.5, 3, 8)


class Turn:
    """One turn under way; told what came of it."""

    topic = ""

    def answered(self, messages: list[dict[str, Any]]) -> None:
        """Remembers the topic of the reply, and nothing else of it."""
        topics = [
            message["custom"]["topic"] for message in messages if message.get("custom", {}).get("topic")
        ]
        self.topic = topics[-1] if topics else _OTHER


class Metrics:
    """The counters of one web process. Topics are a closed set, so nothing people write becomes a label.

    clock: seconds that only go forward: a day counts as old by it, so no calendar that is set wrong throws
    counts away or keeps them.
    """

    def __init__(
        self, topics: Topics, settings: Settings, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._clock = clock
        self._begun: dict[date, float] = {}
        self._misses = topics.misses
        self._topics = frozenset(topics.topics)
        self._textfile = settings.build / "restarts.prom"
        self.registry = CollectorRegistry()
        self._turns = Counter("sip_turns", "answered turns by topic", ["topic"], registry=self.registry)
        self._seconds = Histogram(
            "sip_turn_seconds", "time to an answer", buckets=_BUCKETS, registry=self.registry
        )
        self._away = Counter("sip_chat_away", "turns Rasa could not take", ["reason"], registry=self.registry)
        self._refused = Counter("sip_refused", "requests refused", ["reason"], registry=self.registry)
        self._faults = Counter("sip_faults", "requests that failed through a fault", registry=self.registry)
        self._ratings = Counter(
            "sip_ratings", "answers said to have helped or not", ["about", "helped"], registry=self.registry
        )
        self.days: dict[date, Tally[str]] = {}
        self.rated_days: dict[date, Tally[tuple[str, bool]]] = {}
        self._counted: OrderedDict[int, None] = OrderedDict()

    @contextmanager
    def turn(self, sender: str, message_id: str | None) -> Iterator[Turn]:
        """Times one turn and counts it when it is answered; the same message sent again is not counted."""
        started, turn = time.perf_counter(), Turn()
        yield turn
        if message_id and self._is_repeat(hash((sender, message_id))):
            return
        topic = turn.topic if turn.topic in self._topics else _OTHER
        self._seconds.observe(time.perf_counter() - started)
        self._turns.labels(topic).inc()
        self.days.setdefault(self._today(), Tally())[topic] += 1
        self.forget_old()

    def _is_repeat(self, message: int) -> bool:
        """Whether this process has counted it lately. Known by Python's own hash, salted at each start."""
        repeat = message in self._counted
        self._counted[message] = None
        if len(self._counted) > REMEMBERED:
            self._counted.popitem(last=False)
        return repeat

    def rated(self, about: str, helped: bool) -> None:
        """Counts that an answer helped, or did not. `about` is the id of a passage or a topic that exists."""
        self._ratings.labels(about, "yes" if helped else "no").inc()
        self.rated_days.setdefault(self._today(), Tally())[about, helped] += 1
        self.forget_old()

    def ratings(self) -> list[tuple[str, int, int]]:
        """(id, yes, no) of every answer rated in the days kept, those that helped least often first."""
        total = sum(self.rated_days.values(), Tally[tuple[str, bool]]())
        abouts = {about for about, _ in total}
        rows = [(about, total[about, True], total[about, False]) for about in abouts]
        return sorted(rows, key=lambda row: (-row[2], row[1], row[0]))

    def refused(self, reason: str) -> None:
        """Counts a refusal by its fixed code."""
        self._refused.labels(reason).inc()

    def away(self, reason: str) -> None:
        """Counts a turn that Rasa could not take."""
        self._away.labels(reason).inc()

    def fault(self) -> None:
        """Counts a fault of ours."""
        self._faults.inc()

    def forget_old(self) -> None:
        """Forgets the counts of days that began too long ago."""
        last = self._clock() - DAYS_KEPT * _DAY
        for day in [day for day, began in self._begun.items() if began <= last]:
            for kept in (self._begun, self.days, self.rated_days):
                kept.pop(day, None)

    def _today(self) -> date:
        day = swedish_day()
        self._begun.setdefault(day, self._clock())
        return day

    def exposition(self) -> bytes:
        """All counters in Prometheus' text format, with the launcher's count of restarts."""
        restarts = self._textfile.read_bytes() if self._textfile.exists() else b""
        return generate_latest(self.registry) + restarts

    def unanswered_share(self, tally: Tally[str]) -> float:
        """The part of a day's turns that ended without an answer; 0 to 1."""
        total = tally.total()
        return sum(tally[topic] for topic in self._misses) / total if total else 0.0


def suppressed(count: int, smallest: int = SMALLEST_SHOWN) -> str:
    """A count as it may be shown: small ones could point at a person, so they are not."""
    return str(count) if count == 0 or count >= smallest else f"<{smallest}"
