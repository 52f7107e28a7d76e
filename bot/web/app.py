"""Assembles the web process."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI
from fastapi.middleware.cors import CORSMiddleware
from starlette.middleware.gzip import GZipMiddleware

from actions.settings import Settings, get_settings
from bot.web import api, assets, chat, errors, health, pages
from bot.web.headers import SecurityHeaders
from bot.web.memory import PagesFromMemory
from bot.web.state import open_site


def create_app(settings: Settings | None = None) -> FastAPI:
    """The app, with content opened. Raises when the compiled content is missing."""
    settings = settings or get_settings()

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        yield
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
    for part in (health, chat, api, assets, pages):
        app.include_router(part.router)
    errors.install(app)
    app.add_middleware(PagesFromMemory)
    app.add_middleware(GZipMiddleware, minimum_size=1000)
    app.add_middleware(
        CORSMiddleware,
        allow_origins=[origin.strip() for origin in settings.allowed_origins.split(",") if origin.strip()],
        allow_methods=["GET", "POST", "DELETE"],
        allow_headers=["Content-Type"],
        expose_headers=["Retry-After", "Unseen-Characters"],
    )
    app.add_middleware(SecurityHeaders)
    return app
