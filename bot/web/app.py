"""Assembles the web process."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from threading import Thread

from fastapi import Depends, FastAPI
from fastapi.middleware.cors import CORSMiddleware
from starlette.middleware.gzip import GZipMiddleware

from actions.routing.finding import place_finder
from actions.settings import Settings, get_settings, listed
from bot.quiet_logging import keep_quiet
from bot.web import api, assets, chat, errors, health, monitoring, pages, saved_questions
from bot.web.head import HeadAsGet
from bot.web.headers import SecurityHeaders, Unbroken, paced
from bot.web.memory import PagesFromMemory
from bot.web.state import open_site


def create_app(settings: Settings | None = None) -> FastAPI:
    """The app, with content opened. Raises when the compiled content is missing."""
    keep_quiet()
    settings = settings or get_settings()

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        Thread(target=place_finder, args=(app.state.site.directory,), daemon=True).start()
        questions = app.state.site.questions
        deleting = asyncio.create_task(saved_questions.keep_short(questions)) if questions else None
        yield
        if deleting:
            deleting.cancel()
        await app.state.site.rasa.close()

    app = FastAPI(
        title="SIP-guiden",
        version="1.0.0",
        docs_url=None,
        redoc_url=None,
        lifespan=lifespan,
        openapi_url="/openapi.json",
    )
    app.state.site = open_site(settings)
    app.include_router(chat.router)
    for part in (health, monitoring, api, assets, pages):
        app.include_router(part.router, dependencies=[Depends(paced)])
    if app.state.site.questions:
        app.include_router(saved_questions.routes(app.state.site.questions))
    errors.install(app)
    app.add_middleware(Unbroken)
    app.add_middleware(PagesFromMemory)
    app.add_middleware(GZipMiddleware, minimum_size=1000)
    app.add_middleware(
        CORSMiddleware,
        allow_origins=listed(settings.allowed_origins),
        allow_methods=["GET", "POST", "DELETE"],
        allow_headers=["Content-Type"],
        expose_headers=["Retry-After", "Unseen-Characters"],
    )
    app.add_middleware(SecurityHeaders)
    app.add_middleware(HeadAsGet)
    return app
