"""The fields of a posted form. Parsed here: a form without files needs no package for it."""

from urllib.parse import parse_qs

from fastapi import Request

from bot.web.errors import Refused

_MOST_FIELDS = 200

Fields = dict[str, list[str]]


async def posted_fields(request: Request) -> Fields:
    """Name → all values given under it. Raises Refused when the body is no form."""
    try:
        return parse_qs((await request.body()).decode(), max_num_fields=_MOST_FIELDS)
    except ValueError as error:
        raise Refused(422, "bad-request") from error


def first(fields: Fields, name: str) -> str:
    """The first value of a field, or nothing."""
    return fields.get(name, [""])[0]
