"""A screen reader can read every letter aloud: PDF/UA-1, as far as a machine can tell."""

import io
from collections.abc import Callable
from typing import Any

import pikepdf
import pytest

from actions.drafting.documents import render
from actions.drafting.draft import Draft
from actions.drafting.wording import Letters
from tests.drafting.drafts import LETTERS, TODAY, make, ordinary
from tests.drafting.matterhorn import failures

SCRIPTS = "مرحبا، أحتاج إلى مساعدة\n你好 ትግርኛ 😀\nhttps://example.org/en/lång/adress"
DAYS = [{"what": "meeting", "date": "2026-12-03", "time": "13:00"}]


def paper(letters: Letters, draft: Draft) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(render(draft, "pdf", letters=letters, today=TODAY).bytes))


@pytest.mark.parametrize("who", ["self", "guardian", "relative", "staff"])
@pytest.mark.parametrize("letter", LETTERS)
def test_no_letter_fails_anything_a_machine_can_tell(letters: Letters, letter: str, who: str) -> None:
    assert failures(paper(letters, make(letter, **{**ordinary(), "who": who}))) == []


@pytest.mark.parametrize(
    "draft",
    [
        make(),
        make("prepare"),
        make("prepare", works=["Det fungerar."] * 12, dates=DAYS),
        make(**{**ordinary(), "situation": SCRIPTS}),
        make(situation="Ingen svarar. " * 250),
    ],
)
def test_neither_does_a_sheet_an_empty_letter_a_long_one_or_one_in_other_scripts(
    letters: Letters, draft: Draft
) -> None:
    assert failures(paper(letters, draft)) == []


def _first(pdf: pikepdf.Pdf, kind: str) -> Any:
    def below(node: Any) -> Any:
        if node.get("/S") == f"/{kind}":
            return node
        kids = node.get("/K", [])
        for kid in list(kids) if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, pikepdf.Dictionary) and (found := below(kid)) is not None:
                return found
        return None

    return below(pdf.Root.StructTreeRoot)


def _set(kind: str, key: str, value: Any) -> Callable[[pikepdf.Pdf], None]:
    return lambda pdf: _first(pdf, kind).__setitem__(key, value)


def _paint(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].contents_add(b"0 0 9 9 re f")


def _forget_meaning(pdf: pikepdf.Pdf) -> None:
    for font in pdf.pages[0].Resources.Font.values():
        del font["/ToUnicode"]


def _forget_font(pdf: pikepdf.Pdf) -> None:
    for font in pdf.pages[0].Resources.Font.values():
        del font.DescendantFonts[0].FontDescriptor["/FontFile2"]


@pytest.mark.parametrize(
    ("checkpoint", "harm"),
    [
        ("01", _paint),
        ("01", _set("H1", "/K", pikepdf.Array([]))),
        ("02", _set("P", "/S", pikepdf.Name("/Paragraf"))),
        ("01", lambda pdf: pdf.Root.MarkInfo.__setitem__("/Marked", False)),
        ("07", lambda pdf: pdf.Root.__delitem__("/ViewerPreferences")),
        ("09", _set("L", "/S", pikepdf.Name.Div)),
        ("09", _set("LI", "/S", pikepdf.Name.P)),
        ("10", _forget_meaning),
        ("11", lambda pdf: pdf.Root.__delitem__("/Lang")),
        ("13", _set("P", "/S", pikepdf.Name.Figure)),
        ("14", _set("H1", "/S", pikepdf.Name.P)),
        ("14", _set("H2", "/S", pikepdf.Name.H3)),
        ("31", _forget_font),
    ],
)
def test_a_harmed_paper_is_found_out(
    letters: Letters, checkpoint: str, harm: Callable[[pikepdf.Pdf], None]
) -> None:
    pdf = paper(letters, make(**ordinary()))
    harm(pdf)
    assert any(found.startswith(checkpoint) for found in failures(pdf))
