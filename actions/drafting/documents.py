"""A file from a draft, made in memory and not kept."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Literal

from actions.drafting.blocks import Issuer, Letter, Paragraph
from actions.drafting.calendar import render_calendar
from actions.drafting.draft import Draft, LetterId
from actions.drafting.letter import compose
from actions.drafting.render_html import render_html
from actions.drafting.render_pdf import render_pdf
from actions.drafting.render_text import render_text
from actions.drafting.wording import Letters, letters_in_use
from actions.swedish_day import swedish_day

Format = Literal["pdf", "docx", "txt", "html", "ics"]

MEDIA_TYPES: dict[Format, str] = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "txt": "text/plain; charset=utf-8",
    "html": "text/html; charset=utf-8",
    "ics": "text/calendar; charset=utf-8",
}


@dataclass(frozen=True)
class Document:
    """A finished file. Its bytes are left out of its representation, so that they cannot reach a log.

    `unseen` tells that some signs are replaced, since no font can draw them.
    """

    filename: str
    media_type: str
    bytes: bytes = field(repr=False)
    unseen: bool = False


def render(
    draft: Draft,
    format: Format,
    *,
    letters: Letters | None = None,
    today: date | None = None,
    issuer: Issuer | None = None,
) -> Document:
    """The draft as a file. The file's name says which letter it is and nothing of what stands in it."""
    words = letters or letters_in_use()
    letter, unseen = compose(draft, words, today or swedish_day(), issuer), False
    match format:
        case "pdf":
            data, unseen = render_pdf(letter)
        case "docx":
            data = _render_docx(letter)
        case "txt":
            data = render_text(letter).encode()
        case "html":
            data = render_html(letter).encode()
        case "ics":
            data = render_calendar(draft, words, datetime.now(UTC)).encode()
    return Document(f"{letter.filename}.{format}", MEDIA_TYPES[format], data, unseen)


@lru_cache
def template(letter: LetterId) -> Document:
    """A Word file with a letter's title and styles and nothing else, for a browser to fill."""
    empty = Draft.model_validate({"version": 1, "letter": letter, "answers": {}})
    whole = compose(empty, letters_in_use(), date.min)
    bare = whole.model_copy(update={"blocks": (), "aside": (Paragraph(text=""),) if whole.aside else ()})
    return Document(f"{bare.filename}.docx", MEDIA_TYPES["docx"], _render_docx(bare))


def _render_docx(letter: Letter) -> bytes:
    from actions.drafting.render_docx import render_docx  # at first need: a tenth of the site's start

    return render_docx(letter)
