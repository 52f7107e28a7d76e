"""What is kept for a while in memory is forgotten in time, also when nobody comes by."""

import asyncio

from bot.web.state import Site

SWEEP_SECONDS = 30.0


def forget_old(site: Site) -> None:
    """Forgets the hashes of addresses and conversations, and the counts, whose time is up."""
    site.limiter.forget_old()
    site.known.forget_old()
    site.metrics.forget_old()


async def keep_forgetting(site: Site) -> None:
    """Sweeps until it is cancelled."""
    while True:
        await asyncio.sleep(SWEEP_SECONDS)
        forget_old(site)
