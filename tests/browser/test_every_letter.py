"""Every letter, for everybody: what the browser makes is what the service would have made."""

import io
from pathlib import Path
from typing import Any

import docx
import httpx
import pytest
from playwright.sync_api import Download, Page, expect

from tests.browser.chat import TASKS, Chat
from tests.browser.drafting import answer_all, open_chat, start_letter
from tests.browser.traffic import Traffic

pytestmark = pytest.mark.browser

SECRET = "kastanjebrunt"
LETTERS = {
    "request": "Begäran om SIP",
    "reminder": "Påminnelse när du inte har fått svar",
    "reasons": "Brev om att få skälet till ett nej",
    "followup": "Brev om uppföljning eller en ny SIP",
    "withdrawal": "Brev där du tar tillbaka samtycket",
}
ROLES = {
    "self": "Jag själv",
    "guardian": "Mitt barn under 18 år",
    "relative": "Någon som står mig nära",
    "trustee": "Någon jag är god man eller förvaltare för",
    "staff": "Någon jag möter i mitt arbete",
}
WHOLE = [("request", who) for who in ROLES] + [
    ("reminder", "self"), ("reasons", "guardian"), ("followup", "relative"), ("withdrawal", "trustee")
]  # fmt: skip


@pytest.mark.parametrize(("letter", "who"), WHOLE)
def test_a_whole_letter_is_written_and_made_in_the_browser(
    page: Page, client: httpx.Client, tmp_path: Path, letter: str, who: str
) -> None:
    traffic = Traffic(page)
    chat = open_chat(page)
    start_letter(chat, LETTERS[letter])
    answer_all(chat, ROLES[who], f"{SECRET} <b>&amp;</b> 😀 *fet* #eval(1)")
    draft = drafted(chat)
    assert draft["letter"] == letter

    text = saved(page, chat, TASKS["formats"]["txt"], tmp_path).read_text(encoding="utf-8")
    assert text == client.post("/api/documents?format=txt", json=draft).text
    word = saved(page, chat, TASKS["formats"]["docx"], tmp_path).read_bytes()
    assert paragraphs(word) == paragraphs(client.post("/api/documents?format=docx", json=draft).content)

    assert traffic.carrying(SECRET) == [], "words of the draft left the browser"
    assert len(traffic.hosts()) == 1
    assert not traffic.complaints


def drafted(chat: Chat) -> dict[str, Any]:
    """The draft as it is taken along: without what the letter does not ask."""
    kept = chat.stored()
    assert kept
    found: dict[str, Any] = kept["tasks"]["draft"]["draft"]
    return found


def saved(page: Page, chat: Chat, button: str, folder: Path) -> Path:
    with page.expect_download() as waiting:
        chat.button(button).click()
    file: Download = waiting.value
    path = folder / file.suggested_filename
    file.save_as(path)
    return path


def paragraphs(data: bytes) -> list[tuple[str, str]]:
    document = docx.Document(io.BytesIO(data))
    return [(row.style.name if row.style else "", row.text) for row in document.paragraphs]


def test_a_letter_printed_is_the_letter_and_nothing_else(page: Page) -> None:
    page.add_init_script("window.print = () => {}")
    chat = open_chat(page)
    start_letter(chat, LETTERS["withdrawal"])
    answer_all(chat, ROLES["self"], "Min vårdcentral")
    chat.button(TASKS["print"]).click()
    frame = page.frames[-1]
    expect(frame.get_by_role("heading", level=1)).to_have_text("Jag tar tillbaka samtycket till SIP")
    words = frame.locator("body").inner_text()
    assert "Jag tar nu tillbaka mitt samtycke." in words and "Till: Min vårdcentral" in words
    assert "Underskrift" in words and "Chatt" not in words
    faces = (
        "() => [...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family)"
    )
    frame.wait_for_function("() => document.fonts.size === 2")
    assert frame.evaluate(faces) == ["Atkinson Hyperlegible Next"] * 2


def test_from_one_letter_to_the_next_the_answers_come_along(page: Page) -> None:
    chat = open_chat(page)
    chat.start_draft()
    answer_all(chat, ROLES["self"], "Det är svårt att orka.")
    chat.card.get_by_text("Byt brev").click()
    chat.card.get_by_label(LETTERS["reminder"]).check()
    expect(chat.card).to_contain_text(f"{LETTERS['reminder']} · {TASKS['reviewProgress']}")
    expect(chat.card.get_by_text("Det är svårt att orka.").first).to_be_visible()
    expect(chat.card.get_by_text("Det som gör mötet lättare")).to_have_count(0)


def test_an_empty_paper_can_be_begun(page: Page) -> None:
    chat = open_chat(page)
    chat.start_draft()
    answer_all(chat, ROLES["self"], "Det är svårt att orka.")
    chat.card.get_by_text(TASKS["restart"]).click()
    chat.button(TASKS["restartYes"]).click()
    expect(chat.card.get_by_label(ROLES["self"], exact=True)).not_to_be_checked()
    assert drafted(chat)["answers"] == {}
