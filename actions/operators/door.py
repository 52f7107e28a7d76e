"""The operator's own way in for questions about SIP, as one of the contacts."""

from collections.abc import Mapping

from actions.content.models import Side
from actions.operators.models import Operator
from actions.routing.models import Contact


def sip_door(operator: Operator, texts: Mapping[str, str], page: str) -> Contact | None:
    """The door; None where the operator has no way of its own for SIP.

    texts: `content/operator_texts.yml`. page: where it is told who the operator is, for a door without a
    page of its own.
    """
    way = operator.sip
    if way is None:
        return None
    why = "sip_why_hours" if way.hours else "sip_why"
    return Contact(
        id=f"sip-{operator.id}",
        kind="eget-nummer",
        name=texts["sip_name"].format(name=way.name or operator.name),
        addressed=operator.name,
        side=_side(operator),
        municipality_code=operator.municipality,
        url=way.url or operator.contact.url or page,
        phone=way.phone,
        verified=True,
        as_of="",
        why=texts[why].format(hours=way.hours),
        note=way.address,
        confidence="",
        certainty="confirmed",
        sure=texts["sip_sure"].format(name=operator.name),
    )


def _side(operator: Operator) -> Side:
    """A municipality has a place of its own, a region has several."""
    if operator.municipality:
        return "kommun"
    return "region" if operator.municipalities else "annan"
