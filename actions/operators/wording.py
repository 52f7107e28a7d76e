"""The fixed pages in the operator's own words; neutral and honest ones where nobody has said who it is."""

import re
from collections.abc import Iterator, Mapping

from babel.dates import format_date

from actions.operators.models import Operator, Reach

_PLACE = re.compile(r"\{operator:([a-z_]+)\}")


def with_operator(body: str, operator: Operator | None, texts: Mapping[str, str]) -> str:
    """Fills `{operator:name}` and its like, see `_told`, in Markdown.

    texts: `content/operator_texts.yml`. Raises KeyError for a place that does not exist.
    """
    known = dict(_told(operator, texts)) if operator else {}
    return _PLACE.sub(lambda place: known.get(place[1]) or texts[f"unset_{place[1]}"], body)


def _told(operator: Operator, texts: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    yield "name", operator.name
    yield "contact", reach_line(operator.contact, texts)
    yield "data_protection", reach_line(operator.data_protection, texts)
    yield "accessibility", reach_line(operator.accessibility, texts)
    if operator.sip:
        yield "sip", reach_line(operator.sip, texts)
    if operator.published:
        yield "published", format_date(operator.published, "d MMMM y", locale="sv_SE")


def reach_line(reach: Reach, texts: Mapping[str, str]) -> str:
    """One line of Markdown: the name, then each way with its words."""
    page = f"[{_host(reach.url)}]({reach.url})"
    ways = {"phone": f"**{reach.phone}**", "url": page, "address": reach.address}
    parts = [texts[f"by_{way}"].format(value=value) for way, value in ways.items() if getattr(reach, way)]
    told = ", ".join(parts) + (f" ({reach.hours})" if reach.hours and reach.phone else "")
    return f"{reach.name}: {told}" if reach.name else told


def _host(url: str | None) -> str:
    return re.sub(r"^https://(www\.)?|/.*$", "", url or "")
