"""The message field has the focus after every send, so people answer there. Nothing of it is lost or sent."""

import json
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.chat import CHAT, TASKS, Chat
from tests.browser.conftest import OpenPage
from tests.browser.drafting import at_review, open_chat
from tests.browser.traffic import Traffic

pytestmark = pytest.mark.browser

SIZES = [(1280, 800), (360, 640)]
WORDS = "Hon ramlar och ingen pratar med varandra"
NOT_WRITTEN = {"dates", "relation", "writer"}


def open_task(page: Page, task: str) -> Chat:
    page.goto(f"/?sip={task}")
    chat = Chat(page)
    expect(chat.card).to_be_visible()
    return chat


def answers(chat: Chat, task: str) -> dict[str, Any]:
    kept = chat.stored()
    return kept["tasks"].get(task, {}).get("draft", {}).get("answers", {}) if kept else {}


def type_in_the_chat(chat: Chat, words: str) -> None:
    chat.field.fill(words)
    chat.field.press("Enter")


@pytest.mark.parametrize(("width", "height"), SIZES)
@pytest.mark.parametrize(
    ("task", "first"), [("draft", "det gäller min mamma"), ("prepare", "jag är anhörig till min mamma")]
)
def test_every_step_can_be_answered_in_the_chat_field(
    open_page: OpenPage, task: str, first: str, width: int, height: int
) -> None:
    page = open_page(width, height)
    traffic = Traffic(page)
    chat = open_task(page, task)
    type_in_the_chat(chat, first)
    expect(chat.card.get_by_role("radio", checked=True)).to_have_count(1)
    chat.save()
    count = 0
    while not at_review(chat):
        question = chat.step()
        step = str((chat.stored() or {})["tasks"][task]["step"])
        words = f"{WORDS} {count}"
        type_in_the_chat(chat, words)
        if step in NOT_WRITTEN:
            expect(chat.field).to_have_value(words)
            chat.field.fill("")
        else:
            expect(chat.card.get_by_text(TASKS["placed"])).to_be_visible()
            assert words in json.dumps(answers(chat, task)[step], ensure_ascii=False)
            expect(chat.field).to_have_value("")
        assert chat.step() == question, "only the card's own button moves it"
        go_on(chat, question)
        count += 1
    assert answers(chat, task)["who"] == "relative"
    assert count > 8
    expect(chat.card).to_contain_text(f"{WORDS} 0")
    assert [request.url for request in traffic.requests if request.method == "POST"] == []
    assert traffic.carrying(WORDS) == []


def go_on(chat: Chat, question: str, button: str = "") -> None:
    placed = chat.card.get_by_text(TASKS["placed"]).count()
    chat.button(button or TASKS["save" if placed else "skip"]).click()
    expect(chat.card.get_by_role("heading", level=3)).not_to_have_text(question)


def test_words_placed_in_the_card_can_be_taken_back(page: Page) -> None:
    chat = open_task(page, "draft")
    type_in_the_chat(chat, "min mamma")
    chat.save()
    chat.card.get_by_role("textbox").fill("Hon är ensam.")
    type_in_the_chat(chat, WORDS)
    expect(chat.card.get_by_role("textbox")).to_have_value(f"Hon är ensam.\n{WORDS}")
    chat.button(TASKS["undo"]).click()
    expect(chat.card.get_by_role("textbox")).to_have_value("Hon är ensam.")
    expect(chat.field).to_have_value(WORDS)


def test_words_placed_in_the_card_can_be_asked_instead(page: Page) -> None:
    chat = open_task(page, "draft")
    type_in_the_chat(chat, "jag själv")
    chat.save()
    before = chat.answers.count()
    type_in_the_chat(chat, "kostnader för en SIP")
    chat.button(TASKS["askInstead"]).click()
    expect(chat.answer_after(before)).to_contain_text("kostar")
    expect(chat.card.get_by_role("textbox")).to_have_value("")


def test_a_question_is_answered_and_the_step_waits(page: Page) -> None:
    traffic = Traffic(page)
    chat = open_task(page, "draft")
    type_in_the_chat(chat, "mitt barn")
    chat.save()
    chat.card.get_by_role("textbox").fill(WORDS)
    question = chat.step()
    expect(chat.ask("vad kostar en SIP?")).to_contain_text("kostar")
    assert chat.step() == question
    expect(chat.card.get_by_role("textbox")).to_have_value(WORDS)
    chat.button(CHAT["backToTask"]["draft"]).click()
    expect(chat.card.get_by_role("heading", level=3)).to_be_focused()
    [sent] = [request.post_data_json for request in traffic.requests if request.method == "POST"]
    assert sent
    assert sent["message"] == "vad kostar en SIP?"
    assert sent["context"] == {"task": "draft", "step": "situation"}


def test_an_answer_with_a_question_behind_it_is_kept_and_the_question_answered(page: Page) -> None:
    traffic = Traffic(page)
    chat = open_task(page, "draft")
    type_in_the_chat(chat, "det gäller min mamma")
    while (chat.stored() or {})["tasks"]["draft"]["step"] != "actors":
        go_on(chat, chat.step())
    question = chat.step()
    answer = chat.ask("hon har hemtjänst, får man ta med någon på mötet?")
    expect(answer).to_be_visible()
    expect(chat.card.get_by_text(TASKS["placedAndAsked"])).to_be_visible()
    assert [actor["name"] for actor in answers(chat, "draft")["actors"]] == ["Hemtjänsten"]
    assert chat.step() == question
    assert traffic.carrying("hemtjänst") == []
    assert traffic.carrying("får man ta med") != []


def test_a_no_is_no_text_of_the_letter(page: Page) -> None:
    chat = open_task(page, "draft")
    type_in_the_chat(chat, "det gäller min mamma")
    while (chat.stored() or {})["tasks"]["draft"]["step"] != "support":
        go_on(chat, chat.step())
    type_in_the_chat(chat, "nej tack")
    expect(chat.card.get_by_text(TASKS["nothingToSay"])).to_be_visible()
    assert "support" not in answers(chat, "draft")
    chat.card.get_by_role("textbox").fill("Nej tack")
    go_on(chat, chat.step(), TASKS["save"])
    while not at_review(chat):
        go_on(chat, chat.step())
    expect(chat.card.locator(".paper")).not_to_contain_text("Nej tack")


def test_danger_is_met_and_the_step_waits(page: Page) -> None:
    chat = open_task(page, "draft")
    type_in_the_chat(chat, "jag själv")
    chat.save()
    chat.card.get_by_role("textbox").fill(WORDS)
    expect(chat.ask("jag vill inte leva längre")).to_contain_text("112")
    assert answers(chat, "draft") == {"who": "self", "situation": WORDS}
    chat.button(CHAT["backToTask"]["draft"]).click()
    expect(chat.card.get_by_role("textbox")).to_have_value(WORDS)


def test_distress_is_met_here_and_the_words_are_kept(page: Page) -> None:
    traffic = Traffic(page)
    chat = open_task(page, "draft")
    type_in_the_chat(chat, "jag själv")
    chat.save()
    type_in_the_chat(chat, "jag orkar inte mer med alla papper")
    expect(chat.card).to_contain_text("1177")
    assert answers(chat, "draft")["situation"] == "jag orkar inte mer med alla papper"
    assert traffic.carrying("orkar") == []


def test_what_does_not_fit_stays_in_the_message_field(page: Page) -> None:
    traffic = Traffic(page)
    chat = open_task(page, "draft")
    type_in_the_chat(chat, WORDS)
    expect(chat.field).to_have_value(WORDS)
    expect(chat.root.get_by_text(TASKS["notPlaced"]).first).to_be_visible()
    assert answers(chat, "draft") == {}
    assert traffic.carrying(WORDS) == []


def test_opening_a_page_begins_nothing(page: Page) -> None:
    page.goto("/begar-sip")
    expect(page.locator("sip-guiden section.card").first).to_be_visible()
    page.goto("/hitta")
    chat = Chat(page)
    chat.open()
    expect(chat.card).to_have_count(0)
    expect(chat.ask("min dotter mår dåligt")).to_be_visible()
    assert answers(chat, "draft") == {}


def test_a_letter_costs_no_chat_turn(page: Page) -> None:
    traffic = Traffic(page)
    chat = open_chat(page)
    chat.button("Skriv en begäran").click()
    expect(chat.card).to_be_visible()
    chat.card.get_by_label("Jag själv").check()
    chat.save()
    while not at_review(chat):
        question = chat.step()
        chat.button(TASKS["skip"]).click()
        expect(chat.card.get_by_role("heading", level=3)).not_to_have_text(question)
    page.reload()
    expect(chat.card).to_be_visible()
    assert [request.url for request in traffic.requests if request.method == "POST"] == []
