"""Assembles the web process."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from threading import Thread

from fastapi import Depends, FastAPI
from fastapi.middleware.cors import CORSMiddleware
from starlette.middleware.gzip import GZipMiddleware

from actions.routing.finding import place_finder
from actions.settings import VERSION, Settings, get_settings, listed
from bot.quiet_logging import keep_quiet
from bot.web import api, assets, directory_data, errors, health, operators, pages
from bot.web.chat import plain_chat, ratings, turn
from bot.web.forgetting import keep_forgetting
from bot.web.http.body_limit import BodyLimit
from bot.web.http.head_requests import HeadAsGet
from bot.web.http.page_cache import PagesFromMemory
from bot.web.http.security_headers import SecurityHeaders
from bot.web.incoming_text import no_identity_numbers
from bot.web.pacing import paced
from bot.web.staff import monitoring, saved_questions
from bot.web.state import open_site


def create_app(settings: Settings | None = None) -> FastAPI:
    """The app, with content opened. Raises when the compiled content is missing."""
    keep_quiet()
    settings = settings or get_settings()

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        Thread(target=place_finder, args=(app.state.site.directory,), daemon=True).start()
        questions = app.state.site.questions
        sweeping = [asyncio.create_task(keep_forgetting(app.state.site))]
        if questions:
            sweeping.append(asyncio.create_task(saved_questions.keep_short(questions)))
        yield
        for task in sweeping:
            task.cancel()
        app.state.site.letters.stop()
        await app.state.site.rasa.close()
        if app.state.site.shared_limiter:
            await app.state.site.shared_limiter.close()

    app = FastAPI(
        title="SIP-guiden",
        version=VERSION,
        docs_url=None,
        redoc_url=None,
        lifespan=lifespan,
        openapi_url="/openapi.json",
        redirect_slashes=False,  # it would redirect to whatever the Host header says
    )
    app.state.site = open_site(settings)
    app.include_router(turn.router)
    entry = [Depends(paced), Depends(no_identity_numbers)]
    for part in (health, monitoring, api, directory_data, operators, assets, ratings, plain_chat, pages):
        app.include_router(part.router, dependencies=entry)
    if app.state.site.questions:
        app.include_router(saved_questions.routes(app.state.site.questions))
    errors.install(app)
    app.add_middleware(errors.ServerErrors)
    app.add_middleware(PagesFromMemory)
    app.add_middleware(GZipMiddleware, minimum_size=1000)
    app.add_middleware(
        CORSMiddleware,
        allow_origins=listed(settings.allowed_origins),
        allow_methods=["GET", "POST", "DELETE"],
        allow_headers=["Content-Type"],
        expose_headers=["Retry-After", "Unseen-Characters"],
    )
    app.add_middleware(BodyLimit)
    app.add_middleware(SecurityHeaders, framed_by=" ".join(listed(settings.allowed_origins)) or "'self'")
    app.add_middleware(HeadAsGet)
    return app
