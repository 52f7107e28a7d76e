"""PDF/UA-1 through Typst. Words are passed as data, so no word can be read as markup."""

from functools import cache, lru_cache
from pathlib import Path

import typst

from actions.drafting.blocks import Letter, Paragraph

_TEMPLATE = Path(__file__).with_name("letter.typ").read_bytes()
FONTS = Path(__file__).parents[1] / "posters" / "fonts"
_PROBE = b"#set document(title: [x])\n#sys.inputs.text"
_REPLACEMENT = "\u25a1"
_LATIN = 0x0250
_MOST_PROBES = 100


def render_pdf(letter: Letter) -> tuple[bytes, bool]:
    """The letter as a tagged PDF, and whether signs that no font can draw became □. The PDF says so too."""
    text = letter.model_dump_json()
    foreign = sorted({char for char in text if ord(char) >= _LATIN})
    try:
        return _compile(text), False
    except typst.TypstError:
        drawable = {char for char in foreign[:_MOST_PROBES] if _can_draw(char)}
    lost = set(foreign) - drawable
    if lost:
        try:
            return _compile(_without(letter, lost)), True
        except typst.TypstError:
            pass
    # A font may hold each character but not the way they are joined.
    return _compile(_without(letter, set(foreign))), True


def _without(letter: Letter, lost: set[str]) -> str:
    noted = letter.model_copy(update={"blocks": (Paragraph(text=letter.unseen), *letter.blocks)})
    return "".join(_REPLACEMENT if char in lost else char for char in noted.model_dump_json())


def _compile(data: str) -> bytes:
    pdf = typst.compile(
        _TEMPLATE, format="pdf", font_paths=_fonts(), sys_inputs={"letter": data}, pdf_standards=["ua-1"]
    )
    if not isinstance(pdf, bytes):
        raise TypeError("typst made no single PDF")
    return pdf


@lru_cache(maxsize=4096)
def _can_draw(char: str) -> bool:
    try:
        typst.compile(
            _PROBE, format="pdf", font_paths=_fonts(), sys_inputs={"text": char}, pdf_standards=["ua-1"]
        )
    except typst.TypstError:
        return False
    return True


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=True, font_paths=[str(FONTS)])
