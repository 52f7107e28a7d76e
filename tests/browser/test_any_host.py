"""Hosts have shortcuts, swap bodies and load modules; browsers are old. The chat is there, or a way to it."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.chat import CHAT, Chat
from tests.browser.other_hosts import other_hosts

pytestmark = pytest.mark.browser

SWAPS = {
    "turbo": "document.documentElement.replaceChild(document.createElement('body'), document.body)",
    "turbo with the old page's copy": """
        const copy = document.body.cloneNode(true);
        document.documentElement.replaceChild(copy, document.body);""",
    "pjax": "document.body.innerHTML = '<main><h1>Ny sida</h1></main>'",
    "child by child": "while (document.body.firstChild) document.body.removeChild(document.body.firstChild)",
    "turbo with the tag in the body": """
        const body = document.createElement('body');
        const tag = document.createElement('script');
        tag.src = document.querySelector('script').src;
        body.append(tag);
        document.documentElement.replaceChild(body, document.body);""",
}
OLD = """
for (const [owner, names] of [
  [Array.prototype, ["at", "findLast", "toSorted"]],
  [String.prototype, ["at", "replaceAll"]],
  [HTMLElement.prototype, ["showPopover", "popover", "inert"]],
  [Document.prototype, ["adoptedStyleSheets"]],
  [ShadowRoot.prototype, ["adoptedStyleSheets"]],
  [window, ["structuredClone", "BroadcastChannel", "visualViewport"]],
]) for (const name of names) delete owner[name];
"""
LETTER = [
    {"text": "Vi skriver din begäran tillsammans.", "custom": {"task": "draft", "topic": "skriva-begaran"}}
]
OLDER = ["ResizeObserver", "customElements"]


@pytest.fixture(autouse=True)
def answers(page: Page) -> None:
    """What the chat says does not matter here, only that it is said."""
    page.route("**/webhooks/rest/webhook", lambda route: route.fulfill(json=[{"text": "SIP kostar inget."}]))


@pytest.fixture(scope="module")
def hosts(service: str) -> Iterator[str]:
    with other_hosts(service) as address:
        yield address


def test_what_is_typed_never_reaches_the_pages_shortcuts(page: Page, hosts: str) -> None:
    page.goto(f"{hosts}/genvagar")
    chat = Chat(page)
    chat.open()
    page.evaluate("window.heard.length = 0")
    chat.field.press_sequentially("vad betyder sip/samtycke?")
    expect(chat.field).to_have_value("vad betyder sip/samtycke?")
    assert page.evaluate("window.heard") == []


def test_enter_that_ends_a_composition_sends_nothing(page: Page, hosts: str) -> None:
    page.goto(hosts)
    chat = Chat(page)
    chat.open()
    chat.field.fill("什么是")
    for event in ("{isComposing: true}", "{keyCode: 229}"):
        chat.field.evaluate(
            f"""field => field.dispatchEvent(new KeyboardEvent("keydown",
              {{...{event}, key: "Enter", bubbles: true, cancelable: true, composed: true}}))"""
        )
    expect(chat.field).to_have_value("什么是")
    expect(chat.root.locator(".user")).to_have_count(0)


@pytest.mark.parametrize("how", SWAPS)
def test_a_swapped_body_keeps_the_conversation(page: Page, hosts: str, how: str) -> None:
    page.goto(hosts)
    chat = Chat(page)
    chat.open()
    chat.ask("Vad kostar en SIP?")
    page.evaluate("document.querySelector('sip-guiden').mine = true")
    page.evaluate(f"() => {{ {SWAPS[how]} }}")
    page.wait_for_timeout(500)
    expect(chat.root).to_have_count(1)
    assert page.evaluate("document.querySelector('sip-guiden').mine"), "another element took its place"
    expect(chat.answers).to_have_count(2)
    expect(chat.field).to_be_visible()


def test_a_chat_within_the_page_waits_for_its_place(page: Page, hosts: str) -> None:
    page.goto(f"{hosts}/pa-plats")
    chat = Chat(page)
    expect(chat.field).to_be_visible()
    page.evaluate("document.body.innerHTML = '<h1>Utan plats</h1>'")
    page.wait_for_timeout(200)
    expect(chat.root).to_have_count(0)
    page.evaluate("document.body.innerHTML = '<div id=sip></div>'")
    expect(page.locator("#sip sip-guiden")).to_have_count(1)


def test_a_place_in_the_page_comes_before_the_button_of_every_page(page: Page, hosts: str) -> None:
    page.goto(f"{hosts}/overallt-och-pa-plats")
    chat = Chat(page)
    expect(page.locator("#sip sip-guiden")).to_have_count(1)
    expect(chat.root).to_have_count(1)
    expect(chat.field).to_be_visible()
    expect(chat.button(CHAT["launcher"])).to_have_count(0)


def test_a_letter_that_opens_far_down_in_a_page_is_in_sight(page: Page, hosts: str) -> None:
    page.route("**/webhooks/rest/webhook", lambda route: route.fulfill(json=LETTER))
    page.goto(f"{hosts}/langt-ner")
    chat = Chat(page)
    expect(chat.field).to_be_attached()
    assert page.evaluate("scrollY") == 0, "the page is moved for nobody"
    chat.start_draft()
    expect(chat.card.get_by_role("heading", level=3)).to_be_in_viewport()
    expect(chat.button(CHAT["backToTask"]["draft"])).to_have_count(0)


def test_a_chat_that_the_page_removes_stays_away(page: Page, hosts: str) -> None:
    page.goto(hosts)
    expect(Chat(page).root).to_have_count(1)
    page.evaluate("document.querySelector('sip-guiden').remove()")
    page.wait_for_timeout(200)
    expect(Chat(page).root).to_have_count(0)


@pytest.mark.parametrize("path", ["/modul", "/hamtad"])
def test_an_import_is_enough(page: Page, hosts: str, path: str) -> None:
    page.goto(hosts + path)
    chat = Chat(page)
    chat.open()
    expect(chat.ask("Vad kostar en SIP?")).to_contain_text("kostar")


def test_a_module_tag_is_told_what_to_do(page: Page, hosts: str) -> None:
    page.goto(f"{hosts}/modul-med-adress")
    expect(Chat(page).field).to_be_visible()


def test_an_import_beside_an_element_makes_no_second(page: Page, hosts: str) -> None:
    page.goto(f"{hosts}/eget")
    chat = Chat(page)
    expect(chat.ask("Vad kostar en SIP?")).to_contain_text("kostar")
    expect(chat.root).to_have_count(1)


def test_a_browser_some_years_old_can_do_it_all(page: Page, hosts: str) -> None:
    page.add_init_script(OLD)
    page.goto(hosts)
    chat = Chat(page)
    chat.open()
    chat.button(CHAT["starters"][1]["title"]).click()
    expect(chat.card).to_be_visible()
    chat.card.get_by_label("Jag själv").check()
    chat.save()


def test_a_line_under_all_text_of_the_page_is_not_under_the_chats(page: Page, hosts: str) -> None:
    page.goto(hosts)
    page.add_style_tag(
        content="* { text-decoration: underline red 4px !important; text-indent: 3em !important }"
    )
    page.evaluate("document.querySelector('sip-guiden').remove()")
    page.evaluate("document.body.innerHTML = '<sip-guiden data-mode=inline></sip-guiden>'")
    chat = Chat(page)
    expect(chat.field).to_be_visible()
    host, panel = chat.root.bounding_box(), chat.panel.bounding_box()
    assert host and panel and panel["x"] == host["x"] and panel["width"] == host["width"]
    expect(chat.root.locator(".root")).to_have_css(
        "display", "inline-block"
    )  # what such a line does not enter


@pytest.mark.parametrize("missing", OLDER)
@pytest.mark.parametrize("path", ["/", "/eget"])
def test_a_browser_too_old_gets_a_link(page: Page, hosts: str, service: str, missing: str, path: str) -> None:
    page.add_init_script(f"Object.defineProperty(window, '{missing}', {{ value: undefined }})")
    page.goto(hosts + path)
    link = page.get_by_role("link", name=CHAT["launcher"])
    expect(link).to_have_attribute("href", f"{service}/chatta")
    expect(link).to_have_count(1)
