"""How many keys a whole request takes without a mouse, and how many minutes: quick, and slow.

`python -m tests.microbenchmarks.draft_by_keyboard [ADDRESS]`; without an address the service is started.
"""

import sys
from contextlib import nullcontext

from playwright.sync_api import Browser, sync_playwright

from bot.tools.running_service import running_service
from tests.browser.conftest import ARGUMENTS, CHROMIUM
from tests.browser.keyboard import draft_by_keyboard
from tests.browser.test_draft_by_keyboard import begin

WORDS = "Jag måste berätta samma sak om och om igen, och ingen vet vem som gör vad."
PACES = {  # words read and signs typed a minute, seconds at each key and of thought at each question
    "used to it": (200, 200, 0.3, 5),
    "slow": (130, 100, 0.7, 15),
}


def measure(chromium: Browser, address: str, width: int, height: int) -> str:
    """One row of the table: keys pressed, signs typed, words shown (each line once), minutes at each pace."""
    page = chromium.new_page(base_url=address, viewport={"width": width, "height": height}, locale="sv-SE")
    keys, chat = begin(page)
    read = draft_by_keyboard(keys, chat, WORDS)
    words = sum(len(line.split()) for line in {line for text in read for line in text.splitlines()})
    pressed = sum(keys.presses.values())
    minutes = [
        words / reading + keys.typed / typing + (pressed * key + (len(read) - 1) * thought) / 60
        for reading, typing, key, thought in PACES.values()
    ]
    each = ", ".join(f"{key} {count}" for key, count in sorted(keys.presses.items()))
    return (
        f"| {width} × {height} | {pressed} ({each}) | {keys.typed} | {words} | "
        + " | ".join(f"{one:.1f}" for one in minutes)
        + " |"
    )


def main() -> None:
    """Prints a table for a desktop, a phone and a desktop at 400 %."""
    given = sys.argv[1:]
    with nullcontext(given[0]) if given else running_service() as address, sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        paces = " | ".join(f"minutes, {pace}" for pace in PACES)
        print(f"| window | keys | signs typed | words read | {paces} |\n|---|---|---|---|---|---|")
        for size in ((1280, 800), (360, 740), (320, 256)):
            print(measure(chromium, address, *size), flush=True)
        chromium.close()


if __name__ == "__main__":
    main()
