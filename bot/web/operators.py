"""Who offers the service, for the widget and for pages: name, contact and logo."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from pydantic import BaseModel

from actions.operators.models import Reach
from bot.web.errors import Refused
from bot.web.state import site

router = APIRouter()


class OperatorView(BaseModel):
    """What is shown of an operator. `logo` is an address on this service."""

    name: str
    municipality: str | None
    contact: Reach
    sip: Reach | None
    logo: str | None


@router.get("/api/operator", response_model_exclude_none=True, summary="Who offers the service")
async def operator(request: Request, kommun: Annotated[str, Query(max_length=4)] = "") -> OperatorView | None:
    """The operator of this host, or of the municipality with code `kommun`; null where nobody is told."""
    state = site(request)
    found = state.operator(request)
    if found is None:
        return None
    logo = f"{state.public_address(request)}/operator/{found.id}.svg" if found.logo else None
    return OperatorView(
        name=found.name,
        municipality=kommun if kommun in found.codes else found.municipality,
        contact=found.contact,
        sip=found.sip,
        logo=logo,
    )


@router.get("/operator/{operator_id}.svg", include_in_schema=False)
async def logo(request: Request, operator_id: str) -> Response:
    """An operator's logo; checked when the service started."""
    svg = site(request).operators.logos.get(operator_id)
    if svg is None:
        raise Refused(404, "not-found")
    headers = {"Cache-Control": "public, max-age=600", "Cross-Origin-Resource-Policy": "cross-origin"}
    return Response(svg, media_type="image/svg+xml", headers=headers)
