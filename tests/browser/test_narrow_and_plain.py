"""400 % zoom, a small phone, and no JavaScript at all."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.chat import CHAT, Chat, overflow
from tests.browser.conftest import OpenPage
from tests.browser.pages import PAGES
from tests.browser.pictures import whole_page

pytestmark = pytest.mark.browser


def test_no_page_scrolls_sideways_at_400_percent(open_page: OpenPage) -> None:
    page = open_page(320, 256)
    for path in PAGES:
        page.goto(path)
        assert overflow(page) == 0, path


def test_the_chat_fits_at_400_percent(open_page: OpenPage, shots: Path) -> None:
    page = open_page(320, 256)
    page.goto("/?sip=vad-ar-sip")
    chat = Chat(page)
    expect(chat.answers).to_have_count(2)
    chat.start_draft()
    page.screenshot(path=shots / "draft-400-percent.png")
    assert overflow(page) == 0
    assert sideways(chat) == 0
    chat.field.scroll_into_view_if_needed()
    expect(chat.button(CHAT["send"])).to_be_in_viewport()


def test_the_chat_fits_a_small_phone(open_page: OpenPage, shots: Path) -> None:
    page = open_page(360, 640, has_touch=True, is_mobile=True)
    page.goto("/?sip=hitta-kontakt")
    chat = Chat(page)
    expect(chat.answers).to_have_count(2)
    page.screenshot(path=shots / "phone.png")
    assert overflow(page) == 0
    assert sideways(chat) == 0


def test_text_may_be_spaced_out_without_loss(open_page: OpenPage) -> None:
    page = open_page(640, 800)
    spacing = "*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}"
    for path in ("/", "/fragor/vad-ar-sip", "/begrepp/sip", "/begar-sip?vem=self"):
        page.goto(path)
        page.evaluate(
            "css => { const s = new CSSStyleSheet(); s.replaceSync(css); document.adoptedStyleSheets = [s] }",
            spacing,
        )
        assert overflow(page) == 0, path


BROKEN_NUMBERS = """all => all.filter(one => one.getClientRects().length > 1).map(one => one.innerText)"""


def test_no_telephone_number_is_broken_over_two_lines(open_page: OpenPage) -> None:
    page = open_page(320, 640)
    for path in ("/", "/fragor/kris", "/hitta?plats=Skövde", "/chatta?sip=kris"):
        page.goto(path)
        numbers = page.locator("a[href^='tel:']")
        assert numbers.count() and numbers.evaluate_all(BROKEN_NUMBERS) == [], path
    page.goto("/?sip=kris")
    numbers = Chat(page).answers.last.locator("a[href^='tel:']")
    expect(numbers.first).to_be_visible()
    assert numbers.evaluate_all(BROKEN_NUMBERS) == []


def sideways(chat: Chat) -> int:
    """Pixels by which anything inside the chat sticks out sideways."""
    pixels: int = chat.root.locator(".panel").evaluate("panel => panel.scrollWidth - panel.clientWidth")
    return pixels


@pytest.fixture
def plain(open_page: OpenPage) -> Page:
    """A browser without JavaScript."""
    return open_page(java_script_enabled=False)


def test_every_page_is_whole_without_javascript(plain: Page) -> None:
    for path in PAGES:
        plain.goto(path)
        assert plain.get_by_role("heading", level=1).count() == 1, path
        assert len(plain.locator("main").inner_text()) > 60, path
        assert plain.locator("[data-needs-script]:visible").count() == 0, path


def go_to_question(page: Page, step: str) -> None:
    page.get_by_text("Alla frågor").click()
    page.locator(f"button[name=goto][value={step}]").click()
    expect(page.locator("input[name=at]")).to_have_value(step)


def test_a_request_is_written_without_javascript(plain: Page, shots: Path, tmp_path: Path) -> None:
    plain.goto("/begar-sip?vem=guardian")
    plain.locator("textarea[name=situation]").fill("Skolan och vården säger olika saker.")
    go_to_question(plain, "goals")
    plain.locator("textarea[name='goals.0.goal']").fill("Gå i skolan tre dagar i veckan")
    go_to_question(plain, "actors")
    plain.locator("select[name='actors.bup']").select_option("ja")
    go_to_question(plain, "situation")
    expect(plain.locator("textarea[name=situation]")).to_have_value("Skolan och vården säger olika saker.")
    go_to_question(plain, "recipient")
    plain.get_by_label("Kommun eller postnummer").fill("541 30")
    plain.get_by_label("Kommun eller postnummer").press("Enter")
    plain.get_by_label("Kommunen: Skövde kommun").check()
    plain.screenshot(path=shots / "recipient-without-javascript.png")
    plain.get_by_role("button", name="Visa det färdiga pappret").click()
    expect(plain.locator("article.letter")).to_contain_text("Till: Skövde kommun")
    expect(plain.get_by_text("Skolan och vården säger olika saker.")).to_be_visible()
    expect(plain.get_by_text("Gå i skolan tre dagar i veckan")).to_be_visible()
    whole_page(plain, shots / "letter-without-javascript.png")
    with plain.expect_download() as download:
        plain.locator("button[value=pdf]").click()
    file = tmp_path / "brev.pdf"
    download.value.save_as(file)
    assert file.read_bytes().startswith(b"%PDF")


def test_the_written_form_can_be_changed_without_javascript(plain: Page) -> None:
    plain.goto("/forbered?vem=person")
    boxes = plain.locator("form.plain textarea")
    boxes.first.fill("Att få sova")
    plain.get_by_role("button", name="Visa pappret nu").click()
    expect(plain.get_by_text("Att få sova")).to_be_visible()
    plain.locator("form[action$='/andra'] button").click()
    expect(plain.locator("form.plain textarea").first).to_have_value("Att få sova")


def test_answers_concepts_and_contacts_are_found_without_javascript(plain: Page) -> None:
    plain.goto("/")
    plain.locator("input[name=q]").fill("samtycke")
    plain.locator("form[action='/sok'] button").click()
    expect(plain.locator(".hit a[href='/fragor/samtycke']").first).to_be_visible()
    plain.goto("/hitta")
    plain.locator("input[name=plats]").fill("Skövde")
    plain.get_by_role("button", name="Visa kontakter").click()
    assert plain.locator("article.contact").count() >= 2
