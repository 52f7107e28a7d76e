"""The files open everywhere, are accessible, and hold whatever a person may write."""

import io
import zipfile
from html.parser import HTMLParser
from typing import Any

import docx
import pikepdf
import pytest
from docx.enum.section import WD_SECTION
from docx.enum.text import WD_TAB_LEADER
from pypdf import PdfReader

from actions.drafting.blocks import Heading, Paragraph
from actions.drafting.documents import Document, render
from actions.drafting.draft import Draft
from actions.drafting.letter import compose
from actions.drafting.wording import Letters
from tests.drafting.drafts import LETTERS, ROLES, TODAY, make, ordinary

HOSTILE = [
    '#eval("1+1") #read("/etc/passwd") *fet* $x^2$ @ref <label> \\ // /* */ ]]] #{',
    "</w:t></w:r><w:r><w:t>&amp; ]]> <!DOCTYPE x>",
    "<script>alert(1)</script><img src=x onerror=alert(1)>\"'",
    '{"kind": "lines"} \\u0000 \\" %n {0}',
]
SCRIPTS = [
    "مرحبا، أحتاج إلى مساعدة",
    "😀👩‍👩‍👧 jag mår",
    "你好 ไทย हिन्दी ትግርኛ",
    "Soomaali ქართული עברית",
    "e\u0301\u202e\u200d",
]


def make_file(letters: Letters, draft: Draft, format: Any = "pdf") -> Document:
    return render(draft, format, letters=letters, today=TODAY)


def pages(document: Document) -> int:
    with pikepdf.open(io.BytesIO(document.bytes)) as pdf:
        return len(pdf.pages)


@pytest.mark.parametrize("letter", LETTERS)
def test_the_pdf_is_tagged_titled_and_in_swedish(letters: Letters, letter: str) -> None:
    document = make_file(letters, make(letter, **ordinary()))
    with pikepdf.open(io.BytesIO(document.bytes)) as pdf:
        assert "/StructTreeRoot" in pdf.Root
        assert bool(pdf.Root.MarkInfo.Marked)
        assert str(pdf.Root.Lang).startswith("sv")
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        with pdf.open_metadata() as meta:
            assert meta["pdfuaid:part"] == "1"
            assert "SIP" in str(meta["dc:title"])


def structure(pdf: pikepdf.Pdf) -> list[str]:
    found: list[str] = []

    def visit(node: Any) -> None:
        if isinstance(node, pikepdf.Array):
            for child in node:
                visit(child)
        elif isinstance(node, pikepdf.Dictionary):
            if "/S" in node:
                found.append(str(node.S))
            if "/K" in node:
                visit(node.K)

    visit(pdf.Root.StructTreeRoot.K)
    return found


def test_the_pdf_has_headings_and_lists_in_order(letters: Letters) -> None:
    with pikepdf.open(io.BytesIO(make_file(letters, make(**ordinary())).bytes)) as pdf:
        tags = structure(pdf)
    assert tags.count("/H1") == 1
    assert tags.count("/H2") >= 12
    assert {"/L", "/LI", "/P"} <= set(tags)
    assert tags.index("/H1") < tags.index("/H2")


def test_the_pdf_is_read_aloud_in_the_order_it_is_written(letters: Letters) -> None:
    draft = make(**ordinary())
    letter = compose(draft, letters, TODAY)
    shown = [block for block in (*letter.blocks, *letter.aside) if isinstance(block, Paragraph | Heading)]
    expected = ["".join(letter.title.split()), *("".join(block.text.split()) for block in shown)]
    pages = PdfReader(io.BytesIO(make_file(letters, draft).bytes)).pages
    read, at = "".join("".join(page.extract_text().split()) for page in pages), 0
    for words in expected:
        assert read.find(words[:40], at) >= at, f"{words[:40]} is not read after what stands before it"
        at = read.find(words[:40], at)


def test_the_senders_own_part_is_not_on_the_page_that_is_handed_in(letters: Letters) -> None:
    for letter in LETTERS:
        document = make_file(letters, make(letter, **ordinary()))
        *handed_in, last = [page.extract_text() for page in PdfReader(io.BytesIO(document.bytes)).pages]
        assert "så lämnar du brevet" in last and "Lämnas inte in" in last
        assert "Underskrift" not in last
        assert not any("så lämnar du brevet" in page for page in handed_in)
        for number, page in enumerate(handed_in, 1):
            assert f"Sida {number} ({len(handed_in)})" in page


def test_word_begins_the_senders_own_part_on_a_page_that_is_not_counted(letters: Letters) -> None:
    document = docx.Document(io.BytesIO(make_file(letters, make("withdrawal"), "docx").bytes))
    letter, aside = document.sections
    assert aside.start_type == WD_SECTION.NEW_PAGE
    assert "SECTIONPAGES" in letter.footer.paragraphs[0]._p.xml
    assert aside.footer.paragraphs[0].text == "Till dig. Lämnas inte in."


def test_word_opens_in_its_current_mode_with_no_leftovers(letters: Letters) -> None:
    with zipfile.ZipFile(io.BytesIO(make_file(letters, make(), "docx").bytes)) as package:
        assert 'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"' in (
            package.read("word/settings.xml").decode()
        )
        everything = b"".join(package.read(name) for name in package.namelist())
        assert "docProps/thumbnail.jpeg" not in package.namelist()
    assert b"Macintosh" not in everything and b"ja-JP" not in everything


def test_word_shows_no_number_of_pages_that_it_has_not_counted(letters: Letters) -> None:
    document = docx.Document(io.BytesIO(make_file(letters, make(), "docx").bytes))
    foot = document.sections[0].footer.paragraphs[0]
    assert foot._p.xpath("string(.//w:fldSimple[contains(@w:instr, 'SECTIONPAGES')])") == " ()"
    assert document.styles["Footer"].element.xpath(".//w:tab") == []


@pytest.mark.parametrize(("letter", "code"), [("request", "PAGEREF end_of_letter"), ("prepare", "NUMPAGES")])
def test_a_program_that_cannot_count_a_section_counts_the_pages_of_the_letter(
    letters: Letters, letter: str, code: str
) -> None:
    document = docx.Document(io.BytesIO(make_file(letters, make(letter), "docx").bytes))
    counted = (
        document.sections[0]
        .footer.paragraphs[0]
        ._p.xpath("string(.//w:fldSimple[contains(@w:instr, 'SECTIONPAGES')]/w:fldSimple/@w:instr)")
    )
    assert counted == code
    [last] = document.element.body.xpath("./w:p[w:pPr/w:sectPr]") or [None]
    assert last is None or last.xpath("string(w:bookmarkStart/@w:name)") == "end_of_letter"


def test_word_has_room_between_two_fields_on_a_row(letters: Letters) -> None:
    document = docx.Document(io.BytesIO(make_file(letters, make(), "docx").bytes))
    [row] = [p for p in document.paragraphs if p.text.startswith("Personnummer")]
    assert row.text == "Personnummer: \t\tTelefon: \t"
    assert [stop.leader for stop in row.paragraph_format.tab_stops] == [
        WD_TAB_LEADER.LINES, WD_TAB_LEADER.SPACES, WD_TAB_LEADER.LINES
    ]  # fmt: skip


def test_word_knows_a_typeface_to_take_where_the_letters_own_is_missing(letters: Letters) -> None:
    with zipfile.ZipFile(io.BytesIO(make_file(letters, make(), "docx").bytes)) as package:
        assert '<w:altName w:val="Verdana"/>' in package.read("word/fontTable.xml").decode()


def test_the_table_of_the_meeting_sheet_stays_on_one_page(letters: Letters) -> None:
    for rows in range(0, 14, 2):
        sheet = make("prepare", works=["Det fungerar."] * rows, questions=["När?"] * 3)
        text = "".join(
            page.extract_text() for page in PdfReader(io.BytesIO(make_file(letters, sheet).bytes)).pages
        )
        assert text.count("Vad ska göras") == 1, "the head of a divided table is repeated"
    word = docx.Document(io.BytesIO(make_file(letters, make("prepare"), "docx").bytes))
    [table] = word.tables
    assert all(cell.paragraphs[0].paragraph_format.keep_with_next for cell in table.rows[0].cells)
    assert table.rows[0].cells[0].paragraphs[0].runs[0].bold


def test_a_short_list_and_a_paragraph_of_law_are_not_divided(letters: Letters) -> None:
    for rows in range(0, 12, 2):
        answers = {**ordinary(), "situation": "\n".join(["Ingen svarar."] * rows)}
        written = PdfReader(io.BytesIO(make_file(letters, make(**answers)).bytes)).pages
        texts = [page.extract_text().replace("\xa0", " ") for page in written]
        assert any("Hemma" in text and "Inte på måndagar" in text for text in texts)
        assert any("10 kap. 8 §" in text and "16 kap. 4 §" in text for text in texts)


@pytest.mark.parametrize("before", [(), ("Sova", "Vila")])
def test_the_mark_of_a_right_to_left_item_stands_to_the_right_in_the_pdf(
    letters: Letters, before: tuple[str, ...]
) -> None:
    words = "\u0623\u0631\u064a\u062f \u0623\u0646 \u0623\u0646\u0627\u0645"
    draft = make(goals=[{"goal": goal, "subgoals": [], "when": ""} for goal in (*before, words)])
    marks: list[float] = []

    def see(text: str, place: Any, _tm: Any, _font: Any, _size: Any) -> None:
        if "\u2022" in text:
            marks.append(place[4])

    PdfReader(io.BytesIO(make_file(letters, draft).bytes)).pages[0].extract_text(visitor_text=see)
    assert [mark for mark in marks if mark > 500] == marks[len(before) : len(before) + 1]


def test_right_to_left_words_are_set_so_in_word(letters: Letters) -> None:
    words = "\u0645\u0631\u062d\u0628\u0627 SIP"
    document = docx.Document(io.BytesIO(make_file(letters, make(important=words), "docx").bytes))
    [paragraph] = [p for p in document.paragraphs if p.text == words]
    assert "<w:bidi/>" in paragraph._p.xml and "<w:rtl/>" in paragraph._p.xml


def test_a_word_without_end_stays_on_the_page(letters: Letters) -> None:
    pages = PdfReader(io.BytesIO(make_file(letters, make(situation="a" * 1500)).bytes)).pages
    text = "".join(page.extract_text() for page in pages)
    assert max(line.count("a") for line in text.splitlines()) < 120


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("letter", LETTERS)
def test_an_ordinary_letter_is_one_or_two_pages_and_one_for_the_sender(
    letters: Letters, letter: str, role: str
) -> None:
    assert pages(make_file(letters, make(letter, **{**ordinary(), "who": role}))) <= 3


@pytest.mark.parametrize("role", ["self", "relative"])
@pytest.mark.parametrize("rows", range(14, 40, 2))
def test_the_line_for_who_received_it_never_stands_alone_on_a_page(
    letters: Letters, role: str, rows: int
) -> None:
    answers = {**ordinary(), "who": role, "situation": "\n".join(["Ingen svarar."] * rows)}
    written = PdfReader(io.BytesIO(make_file(letters, make(**answers)).bytes)).pages
    [page] = [text for text in (page.extract_text() for page in written) if "Mottaget den" in text]
    assert "Underskrift" in page


def test_word_keeps_the_last_fields_together(letters: Letters) -> None:
    document = docx.Document(io.BytesIO(make_file(letters, make(**ordinary()), "docx").bytes))
    texts = [paragraph.text for paragraph in document.paragraphs]
    first, last = texts.index("Underskrift"), next(i for i, text in enumerate(texts) if "Mottaget" in text)
    kept = [paragraph.paragraph_format.keep_with_next for paragraph in document.paragraphs[first:last]]
    assert kept and all(kept)


@pytest.mark.parametrize("format", ["pdf", "docx", "txt", "html"])
def test_an_empty_draft_still_makes_a_file(letters: Letters, format: str) -> None:
    for letter in (*LETTERS, "prepare"):
        assert len(make_file(letters, make(letter), format).bytes) > 300


@pytest.mark.parametrize("words", HOSTILE + SCRIPTS)
def test_any_words_are_held_and_none_are_obeyed(letters: Letters, words: str) -> None:
    draft = make(
        situation=words, goals=[{"goal": words, "subgoals": [words], "when": words[:300]}],
        actors=[{"name": words[:300], "side": "annan", "invite": "ja"}],
        consent={"chosen": [], "other": words}, recipient={"name": words[:300]},
    )  # fmt: skip
    plain = make(situation="x", goals=[{"goal": "x", "subgoals": ["x"]}], recipient={"name": "x"})
    assert make_file(letters, draft).bytes.startswith(b"%PDF")
    assert words in make_file(letters, draft, "txt").bytes.decode()
    paragraphs = [
        p.text for p in docx.Document(io.BytesIO(make_file(letters, draft, "docx").bytes)).paragraphs
    ]
    assert words in paragraphs
    allowed = tags_of(make_file(letters, plain, "html").bytes.decode()) | {"br", "ul", "li"}
    assert tags_of(make_file(letters, draft, "html").bytes.decode()) <= allowed


def tags_of(html: str) -> set[str]:
    class Tags(HTMLParser):
        seen: set[str] = set()  # noqa: RUF012

        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            self.seen = self.seen | {tag}

    parser = Tags()
    parser.feed(html)
    return parser.seen


def test_a_pdf_that_cannot_show_a_sign_says_so(letters: Letters) -> None:
    document = make_file(letters, make(situation="A \U000e0041\U0001fac8 B"))
    shown = PdfReader(io.BytesIO(document.bytes)).pages[0].extract_text()
    assert document.unseen
    assert shown.index("Välj Word eller text") < shown.index("Jag ber om en samordnad")


def test_many_signs_of_another_script_are_handled_and_never_dropped_in_silence(letters: Letters) -> None:
    document = make_file(letters, make(situation="".join(chr(0x4E00 + n) for n in range(2000))))
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(document.bytes)).pages)
    assert document.unseen == ("Välj Word eller text" in text)
    assert chr(0x4E10) in text or document.unseen


def test_very_long_words_make_more_pages_and_no_error(letters: Letters) -> None:
    long = "Jag orkar inte. " * 249
    goals = [{"goal": "Mål " * 200, "subgoals": ["Steg " * 100] * 3, "when": ""}] * 10
    assert pages(make_file(letters, make(situation=long, avoid="a" * 4000, goals=goals))) > 2


def test_word_has_real_headings_lists_title_and_language(letters: Letters) -> None:
    data = make_file(letters, make(**ordinary()), "docx").bytes
    document = docx.Document(io.BytesIO(data))
    styles = [p.style.name for p in document.paragraphs if p.style]
    assert styles[0] == "Heading 1" and styles.count("Heading 1") == 1
    assert styles.count("Heading 2") >= 12 and "List Bullet" in styles
    assert "SIP" in document.core_properties.title
    assert document.core_properties.author == ""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert 'w:lang w:val="sv-SE"' in package.read("word/styles.xml").decode()


def test_the_file_name_tells_nothing_about_the_person(letters: Letters) -> None:
    document = make_file(letters, make(**ordinary()))
    assert (document.filename, document.media_type) == ("begaran-om-sip.pdf", "application/pdf")


def test_a_document_never_shows_its_words_in_a_log(letters: Letters) -> None:
    assert "sova" not in repr(make_file(letters, make(**ordinary()), "txt"))
