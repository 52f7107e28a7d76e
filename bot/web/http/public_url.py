"""The address that the public sees."""

from fastapi import Request


def public_address(request: Request, configured: str) -> str:
    """`configured` (SIP_PUBLIC_URL), else the request's own origin; without a slash at the end."""
    return (configured or str(request.base_url)).rstrip("/")
