"""A file from a draft, made in memory and not kept."""

from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Literal

from actions.drafting.draft import Draft
from actions.drafting.letter import compose
from actions.drafting.render_docx import render_docx
from actions.drafting.render_html import render_html
from actions.drafting.render_pdf import render_pdf
from actions.drafting.render_text import render_text
from actions.drafting.wording import Letters, load_letters
from actions.settings import get_settings

Format = Literal["pdf", "docx", "txt", "html"]

_MEDIA_TYPES: dict[Format, str] = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "txt": "text/plain; charset=utf-8",
    "html": "text/html; charset=utf-8",
}


@dataclass(frozen=True)
class Document:
    """A finished file. Its bytes are left out of its representation, so that they cannot reach a log."""

    filename: str
    media_type: str
    bytes: bytes = field(repr=False)


def render(
    draft: Draft, format: Format, *, letters: Letters | None = None, today: date | None = None
) -> Document:
    """The draft as a file. The file's name says which letter it is and nothing of what stands in it."""
    letter = compose(draft, letters or _letters(), today or date.today())
    match format:
        case "pdf":
            data = render_pdf(letter)
        case "docx":
            data = render_docx(letter)
        case "txt":
            data = render_text(letter).encode()
        case "html":
            data = render_html(letter).encode()
    return Document(f"{letter.filename}.{format}", _MEDIA_TYPES[format], data)


@lru_cache(maxsize=1)
def _letters() -> Letters:
    return load_letters(get_settings().content)
