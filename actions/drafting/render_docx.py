"""Word documents with real headings and lists, in Swedish."""

from collections.abc import Iterable
from datetime import UTC, datetime
from io import BytesIO

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Mm, Pt

from actions.drafting.letter import Block, Bullets, Heading, Letter, Lines, Paragraph

_WIDTH = Mm(160)
_LINE = "Line to fill in"


def render_docx(letter: Letter) -> bytes:
    """The letter as a .docx file."""
    document = docx.Document()
    _prepare(document, letter)
    document.add_heading(letter.title, level=1)
    _add(document, letter.blocks)
    _add(document, letter.aside)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _prepare(document: Document, letter: Letter) -> None:
    properties = document.core_properties
    properties.title, properties.language = letter.title, letter.lang
    properties.author = properties.comments = ""
    properties.created = properties.modified = datetime.now(UTC)
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(25)
    section.top_margin = section.bottom_margin = Mm(20)
    style = document.styles["Normal"]
    style.font.size = Pt(11)
    style.paragraph_format.space_after = Pt(6)
    line = document.styles.add_style(_LINE, WD_STYLE_TYPE.PARAGRAPH)
    line.base_style = style
    line.paragraph_format.space_before = Pt(10)
    line.paragraph_format.tab_stops.add_tab_stop(_WIDTH, WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.LINES)
    defaults = document.styles.element.find(f".//{qn('w:rPrDefault')}/{qn('w:rPr')}")
    language = defaults.find(qn("w:lang"))
    if language is None:
        language = OxmlElement("w:lang")
        defaults.append(language)
    language.set(qn("w:val"), letter.lang)


def _add(document: Document, blocks: Iterable[Block]) -> None:
    for block in blocks:
        match block:
            case Heading():
                document.add_heading(block.text, level=2)
            case Paragraph():
                document.add_paragraph(block.text)
            case Bullets():
                _add_list(document, block)
            case Lines():
                _add_lines(document, block)


def _add_list(document: Document, block: Bullets) -> None:
    for item in block.items:
        document.add_paragraph(item.text, style="List Bullet")
        for text in item.items:
            document.add_paragraph(text, style="List Bullet 2")


def _add_lines(document: Document, block: Lines) -> None:
    for label in block.labels:
        document.add_paragraph(f"{label}:\t" if label else "\t", style=_LINE)
