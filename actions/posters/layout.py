"""Sheets as PDF and pictures through Typst. Words are passed as data, so none is read as markup."""

from functools import cache, lru_cache
from pathlib import Path

import typst

from actions.posters.sheet import Sheet

_FOLDER = Path(__file__).parent


@lru_cache(maxsize=64)
def as_pdf(sheet_json: str) -> bytes:
    """The sheet as tagged PDF/UA-1, ready to print."""
    return _one(
        typst.compile(
            _template(),
            format="pdf",
            pdf_standards=["ua-1"],
            font_paths=_fonts(),
            sys_inputs={"sheet": sheet_json},
        )
    )


@lru_cache(maxsize=64)
def as_png(sheet_json: str, pixels_per_inch: int, page: int = 1) -> bytes:
    """One side of the sheet as a picture."""
    made = typst.compile(
        _template(),
        format="png",
        ppi=pixels_per_inch,
        font_paths=_fonts(),
        sys_inputs={"sheet": sheet_json},
    )
    pages = made if isinstance(made, list) else [made]
    return _one(pages[min(page, len(pages)) - 1])


def _one(made: bytes | list[bytes] | None) -> bytes:
    if not isinstance(made, bytes):
        raise TypeError("typst made no single file")
    return made


@cache
def _template() -> bytes:
    return (_FOLDER / "sheet.typ").read_bytes()


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, font_paths=[str(_FOLDER / "fonts")])


def as_json(sheet: Sheet) -> str:
    """The sheet as the layout takes it."""
    return sheet.model_dump_json()
