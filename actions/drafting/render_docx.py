"""Word documents with real headings, lists and page numbers, in Swedish."""

from collections.abc import Iterable
from datetime import UTC, datetime
from io import BytesIO

import docx
from docx.document import Document
from docx.enum.section import WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import Section
from docx.shared import Emu, Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph as WordParagraph

from actions.drafting.blocks import Block, Bullets, Heading, Letter, Lines, Paragraph, Table
from actions.drafting.directions import is_right_to_left
from actions.drafting.docx_package import current_mode

_WIDTH = Mm(162)
_FACE = "Atkinson Hyperlegible Next"
_INK = RGBColor(0x12, 0x33, 0x3F)
_LINE, _OWN = "Line to fill in", "Own words"
_END = "end_of_letter"
_BOX = "\u2610 "
_GAP = Mm(6)
_BAR = {"val": "single", "sz": "12", "space": "8", "color": "E2A33D"}


def render_docx(letter: Letter) -> bytes:
    """The letter as a .docx file. The sender's own part is a section of its own, on a new page."""
    document = docx.Document()
    _prepare(document, letter)
    document.add_heading(letter.title, level=1)
    _add(document, letter.blocks[: letter.ending])
    before = len(document.paragraphs)
    _add(document, letter.blocks[letter.ending :])
    for paragraph in document.paragraphs[before:-1]:
        paragraph.paragraph_format.keep_with_next = True
    _number(document.sections[0], letter)
    if letter.aside:
        section = document.add_section(WD_SECTION.NEW_PAGE)
        _mark_end(document)
        section.footer.is_linked_to_previous = False
        section.footer.paragraphs[0].text = letter.footer["aside"]
        _add(document, letter.aside)
    file = BytesIO()
    document.save(file)
    return current_mode(file.getvalue(), letter.lang)


def _prepare(document: Document, letter: Letter) -> None:
    properties = document.core_properties
    properties.title, properties.language = letter.title, letter.lang
    properties.author = properties.comments = ""
    properties.created = properties.modified = datetime.now(UTC)
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(24)
    section.top_margin = section.bottom_margin = Mm(22)
    _set_face(document)
    document.styles["Footer"].paragraph_format.tab_stops.clear_all()
    line = document.styles.add_style(_LINE, WD_STYLE_TYPE.PARAGRAPH)
    line.base_style = document.styles["Normal"]
    line.paragraph_format.space_before = Pt(12)
    own = document.styles.add_style(_OWN, WD_STYLE_TYPE.PARAGRAPH)
    own.base_style = document.styles["Normal"]
    own.paragraph_format.left_indent = Mm(5)
    bar = OxmlElement("w:left")
    for name, value in _BAR.items():
        bar.set(qn(f"w:{name}"), value)
    borders = OxmlElement("w:pBdr")
    borders.append(bar)
    own.element.get_or_add_pPr().insert(0, borders)


def _set_face(document: Document) -> None:
    for name, size in (("Normal", 11.5), ("Heading 1", 19), ("Heading 2", 12.5)):
        style = document.styles[name]
        style.font.size, style.font.name = Pt(size), _FACE
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
        if name == "Normal":
            style.paragraph_format.space_after = Pt(6)
        else:
            style.font.color.rgb, style.paragraph_format.keep_with_next = _INK, True


def _mark_end(document: Document) -> None:
    """Names the paragraph that ends the first section, so that its page can be told."""
    end = document.element.body.xpath("./w:p[w:pPr/w:sectPr]")[0]
    begins, ends = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    begins.set(qn("w:name"), _END)
    for mark in (begins, ends):
        mark.set(qn("w:id"), "0")
        end.append(mark)


def _number(section: Section, letter: Letter) -> None:
    """ "Sida 1 (2)", counted in this section only, and who offers the service."""
    paragraph = section.footer.paragraphs[0]
    paragraph.paragraph_format.tab_stops.add_tab_stop(_WIDTH, WD_TAB_ALIGNMENT.RIGHT)
    paragraph.add_run(f"{letter.footer['made_with']}\t{letter.footer['page']} ")
    paragraph._p.append(_field("PAGE", _run("1")))
    # LibreOffice counts no section's pages. It keeps what stands in such a field, and counts a field in it.
    last = _field(f"PAGEREF {_END}" if letter.aside else "NUMPAGES", _run(""))
    paragraph._p.append(_field('SECTIONPAGES \\# " (0)"', _run(" ("), last, _run(")")))


def _field(code: str, *until_counted: BaseOxmlElement) -> BaseOxmlElement:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    field.extend(until_counted)
    return field


def _run(words: str) -> BaseOxmlElement:
    run, text = OxmlElement("w:r"), OxmlElement("w:t")
    text.text = words
    text.set(qn("xml:space"), "preserve")
    run.append(text)
    return run


def _add(document: Document, blocks: Iterable[Block]) -> None:
    for block in blocks:
        match block:
            case Heading():
                _written(document, block.text, "Heading 2")
            case Paragraph():
                paragraph = _written(document, block.text, _OWN if block.own else None)
                paragraph.paragraph_format.keep_with_next = block.text.endswith(":") and not block.own
            case Bullets():
                _add_list(document, block)
            case Lines():
                _add_lines(document, block)
            case Table():
                _add_table(document, block)


def _written(document: Document, text: str, style: str | None = None) -> WordParagraph:
    """A paragraph; set right to left when its first letter is of such a script."""
    paragraph = document.add_paragraph(text, style=style)
    if is_right_to_left(text):
        paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))
        for run in paragraph.runs:
            run.font.rtl = True
    return paragraph


def _add_list(document: Document, block: Bullets) -> None:
    for item in block.items:
        if block.boxes:
            _written(document, _BOX + item.text)
        else:
            _written(document, item.text, "List Bullet")
        for text in item.items:
            _written(document, text, "List Bullet 2")


def _add_lines(document: Document, block: Lines) -> None:
    for labels in block.rows:
        words = "\t\t".join(f"{label}: " if label else "" for label in labels)
        stops = document.add_paragraph(f"{words}\t", style=_LINE).paragraph_format.tab_stops
        for number in range(1, len(labels) + 1):
            end = _WIDTH * number // len(labels)
            if number == len(labels):
                stops.add_tab_stop(end, WD_TAB_ALIGNMENT.LEFT, WD_TAB_LEADER.LINES)
            else:
                stops.add_tab_stop(Emu(end - _GAP), WD_TAB_ALIGNMENT.LEFT, WD_TAB_LEADER.LINES)
                stops.add_tab_stop(end, WD_TAB_ALIGNMENT.LEFT)


def _add_table(document: Document, block: Table) -> None:
    table = document.add_table(rows=block.rows + 1, cols=len(block.head), style="Table Grid")
    head, *rows = table.rows
    head._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for cell, label in zip(head.cells, block.head, strict=True):
        cell.paragraphs[0].add_run(label).bold = True
    for row in rows:
        row.height = Mm(11)
    for row in (head, *rows[:-1]):
        for cell in row.cells:
            cell.paragraphs[0].paragraph_format.keep_with_next = True
