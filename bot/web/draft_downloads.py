"""Files made of a draft, as responses. Nothing is kept."""

from collections.abc import Sequence

from fastapi import Request, Response
from fastapi.concurrency import run_in_threadpool

from actions.drafting.calendar import NoDatesError
from actions.drafting.documents import Document, Format
from actions.drafting.draft import Draft
from bot.web.document_worker import TooCostly
from bot.web.errors import Refused
from bot.web.http.attachment import attachment
from bot.web.incoming_text import refuse_identity_numbers, texts_in
from bot.web.state import site

_MOST_SIGNS = 30_000  # ten full pages
_MOST_LINES = 400


async def file_response(request: Request, draft: Draft, format: Format) -> Response:
    """The file to download.

    Refused when the draft holds an identity number, is too long for a letter or has no days for a calendar,
    and when the letter takes too much time or too many are waiting.
    """
    check_draft(request, draft)
    try:
        state = site(request)
        return attached(await run_in_threadpool(state.letters.render, draft, format, state.issuer(request)))
    except NoDatesError as error:
        raise Refused(422, "no-dates") from error
    except TooCostly as error:
        raise Refused(503, error.reason, {"Retry-After": "5"}) from error


def check_draft(request: Request, draft: Draft) -> None:
    """Raises Refused for a draft that nothing should be made of, before anything costly looks at it."""
    texts = list(texts_in(draft.model_dump(mode="json")))
    if is_too_long(texts):
        raise Refused(413, "too-large")
    refuse_identity_numbers(request, texts)


def is_too_long(texts: Sequence[str]) -> bool:
    """True for more than a letter may hold, in signs or in lines."""
    lines = sum(text.count("\n") + 1 for text in texts if "\n" in text)
    return sum(map(len, texts)) > _MOST_SIGNS or lines > _MOST_LINES


def attached(document: Document) -> Response:
    """The file; `Unseen-Characters` tells of a PDF with signs that no font can draw."""
    headers = attachment(document.filename)
    if document.unseen:
        headers["Unseen-Characters"] = "replaced"
    return Response(document.bytes, media_type=document.media_type, headers=headers)
