"""Files made of a draft, as responses. Nothing is kept."""

from fastapi import Response
from fastapi.concurrency import run_in_threadpool

from actions.drafting.calendar import NoDatesError
from actions.drafting.documents import Document, Format, render
from actions.drafting.draft import Draft
from bot.web.errors import Refused


async def file_response(draft: Draft, format: Format) -> Response:
    """The file to download. Refused when the draft has no days for a calendar."""
    try:
        return attached(await run_in_threadpool(render, draft, format))
    except NoDatesError as error:
        raise Refused(422, "no-dates") from error


def attached(document: Document) -> Response:
    """The file; `Unseen-Characters` tells of a PDF with signs that no font can draw."""
    headers = {"Content-Disposition": f'attachment; filename="{document.filename}"'}
    if document.unseen:
        headers["Unseen-Characters"] = "replaced"
    return Response(document.bytes, media_type=document.media_type, headers=headers)
