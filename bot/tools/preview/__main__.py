"""`make preview`: serves the content as pages, and again at every save, until it is stopped."""

import asyncio
import shutil
from datetime import datetime

import uvicorn
from watchfiles import awatch

from actions.content.problems import say
from actions.settings import get_settings
from bot.tools.preview.pages import Preview
from bot.tools.preview.versions import Versions


async def main() -> None:
    """Watches the files and serves the newest good version on SIP_HOST and SIP_PORT."""
    settings = get_settings()
    folder = settings.build / "preview"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    versions = Versions(settings.content, folder)
    await asyncio.to_thread(versions.renew)
    config = uvicorn.Config(
        Preview(versions), host=settings.host, port=settings.port, lifespan="off", log_level="warning"
    )
    following = asyncio.create_task(follow(versions))
    print(say("preview_started", address=f"http://{settings.host}:{settings.port}/fragor"), flush=True)
    await uvicorn.Server(config).serve()
    following.cancel()


async def follow(versions: Versions) -> None:
    """Tells about the first version, and renews it at every save, also at one while the first is judged."""
    saves = awatch(versions.content)
    saved = asyncio.ensure_future(anext(saves))
    await tell(versions)
    while await saved:
        saved = asyncio.ensure_future(anext(saves))
        await asyncio.to_thread(versions.renew)
        await tell(versions)


async def tell(versions: Versions) -> None:
    """The same words in the terminal as on the page."""
    time = f"{datetime.now():%H:%M:%S}"
    print(say("preview_updated" if versions.current else "preview_broken", time=time), flush=True)
    await asyncio.to_thread(versions.judge)
    for line in versions.notes:
        print(f"  {line}", flush=True)


if __name__ == "__main__":
    asyncio.run(main())
