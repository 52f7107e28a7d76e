"""The web process: `python -m bot.web`."""

import uvicorn

from actions.settings import get_settings
from bot.quiet_logging import CONFIGURATION
from bot.web.http.connections import GuardedConnection

_FINISH_SECONDS = 9  # what is under way may take as long as the call to Rasa


def main() -> None:
    """Serves until it is told to stop."""
    settings = get_settings()
    uvicorn.run(
        "bot.web.app:create_app",
        factory=True,
        host=settings.host,
        port=settings.port,
        http=GuardedConnection,
        ws="none",
        access_log=False,
        server_header=False,
        log_config=str(CONFIGURATION),
        timeout_graceful_shutdown=_FINISH_SECONDS,
        proxy_headers=bool(settings.trusted_proxies),
        forwarded_allow_ips=settings.trusted_proxies,
    )


if __name__ == "__main__":
    main()
