"""How soon a phone on a slow line shows something: first paint, largest paint, what moves, the first answer.

`python -m tests.microbenchmarks.first_paint [ADDRESS]`; without an address the service is started.
Line: 150 ms there and back, 1.6 Mbit/s. Processor: four times slower. Run it when nothing else runs.
"""

import os
import statistics
import sys
from contextlib import nullcontext
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from bot.tools.running_service import running_service
from tests.browser.chat import Chat
from tests.browser.conftest import ARGUMENTS, CHROMIUM

ROUNDS = 5
PATHS = ("/", "/fragor/vad-ar-sip")
LINE = {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 94_000}
SLOWER = 4
PHONE: dict[str, Any] = {
    "viewport": {"width": 390, "height": 844},
    "is_mobile": True,
    "has_touch": True,
    "device_scale_factor": 3,
    "locale": "sv-SE",
}
WATCH = """
window.seen = { first: 0, largest: 0, moved: 0 };
const watch = (type, use) =>
  new PerformanceObserver(list => list.getEntries().forEach(use)).observe({ type, buffered: true });
watch("paint", entry => {
  if (entry.name === "first-contentful-paint") window.seen.first = entry.startTime;
});
watch("largest-contentful-paint", entry => { window.seen.largest = entry.startTime });
watch("layout-shift", entry => { window.seen.moved += entry.value });
"""


def main() -> None:
    """Prints a table: milliseconds of each round and their median, and how much moved at most."""
    given = sys.argv[1:]
    with nullcontext(given[0]) if given else running_service() as address, sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        print(f"{ROUNDS} rounds, load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
        print("| | first paint, ms | largest paint, ms | layout shift |\n|---|---|---|---|")
        for path in PATHS:
            print(row(path, [painted(chromium, address, path) for _ in range(ROUNDS)]), flush=True)
        waits = [answered(chromium, address) for _ in range(ROUNDS)]
        print(f"\nA question in the widget, sent to shown: {told(waits)} ms")
        print(f"load {os.getloadavg()[0]:.1f} at the end")
        chromium.close()


def row(path: str, rounds: list[dict[str, float]]) -> str:
    """One line of the table."""
    times = (told([one[key] for one in rounds]) for key in ("first", "largest"))
    return f"| `{path}` | {' | '.join(times)} | {max(one['moved'] for one in rounds):.3f} |"


def told(milliseconds: list[float]) -> str:
    """Every round and the median."""
    each = ", ".join(f"{one:.0f}" for one in sorted(milliseconds))
    return f"{each} (median {statistics.median(milliseconds):.0f})"


def painted(chromium: Browser, address: str, path: str) -> dict[str, float]:
    """What a first visit saw: `first` and `largest` in ms after the visit began, `moved` as layout shift."""
    page = slow_phone(chromium, address)
    page.goto(path, wait_until="networkidle")
    seen: dict[str, float] = page.evaluate("window.seen")
    page.context.close()
    return seen


def answered(chromium: Browser, address: str) -> float:
    """Milliseconds from sending a question to its answer on the screen."""
    page = slow_phone(chromium, address)
    page.goto("/", wait_until="networkidle")
    chat = Chat(page)
    chat.open()
    chat.field.fill("Vad kostar en SIP?")
    sent: float = page.evaluate("performance.now()")
    chat.field.press("Enter")
    chat.answers.nth(1).wait_for()
    shown: float = page.evaluate("performance.now()")
    page.context.close()
    return shown - sent


def slow_phone(chromium: Browser, address: str) -> Page:
    """A phone that has never been here, on a slow line."""
    page = chromium.new_context(base_url=address, **PHONE).new_page()
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", LINE)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.add_init_script(WATCH)
    return page


if __name__ == "__main__":
    main()
