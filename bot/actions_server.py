"""The action server: rasa-sdk's executor behind the webhook protocol Rasa speaks, loopback only.

rasa-sdk's own server would do, but it starts a process more, and an error there answers with the whole
conversation (docs/decisions/0013-serving.md).
"""

import hmac
import json
from typing import Any

from rasa_sdk.executor import ActionExecutor
from rasa_sdk.interfaces import (
    ActionExecutionRejection,
    ActionMissingDomainException,
    ActionNotFoundException,
)
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from actions.once import one_message
from actions.rasa_actions.services import services
from actions.settings import get_settings
from bot.quiet_logging import keep_quiet

PACKAGE = "actions.rasa_actions"


def create_app() -> Starlette:
    """The app, with actions registered and content opened. Raises when the compiled content is missing."""
    keep_quiet()
    token = get_settings().rasa_token.encode()
    executor = ActionExecutor()
    executor.register_package(PACKAGE)
    services()

    async def webhook(request: Request) -> Response:
        """Runs one action: 200 with its events and messages; 400 when it has nothing to do here.

        401 without the token that the processes share, and when they share none.
        """
        given = request.query_params.get("token", "").encode()
        if not token or not hmac.compare_digest(given, token):
            return JSONResponse({}, 401)
        call: dict[str, Any] = {"domain": {}, **json.loads(await request.body())}  # Rasa need not send it
        try:
            with one_message():
                result = await executor.run(call)
        except ActionExecutionRejection as rejected:
            return _refused(400, rejected.action_name)
        except ActionNotFoundException as unknown:
            return _refused(404, unknown.action_name)
        except ActionMissingDomainException as missing:
            return _refused(449, missing.action_name)
        return JSONResponse(result.model_dump() if result else None)

    async def health(_: Request) -> Response:
        """200 as soon as actions can run."""
        return JSONResponse({"status": "ok"})

    return Starlette(
        routes=[
            Route("/webhook", webhook, methods=["POST"]),
            Route("/health", health),
        ]
    )


def _refused(status: int, action: str) -> Response:
    return JSONResponse({"error": "", "action_name": action}, status)
