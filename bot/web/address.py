"""The address that the public sees."""

from fastapi import Request

from bot.web.state import site


def public_address(request: Request) -> str:
    """`SIP_PUBLIC_URL`, else the request's own origin; without a slash at the end."""
    return (site(request).settings.public_url or str(request.base_url)).rstrip("/")
