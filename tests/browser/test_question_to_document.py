"""A question, an answer, a request written step by step, a letter in hand. No draft leaves before that."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.chat import CHAT, TASKS, Chat
from tests.browser.traffic import Traffic

pytestmark = pytest.mark.browser

SECRET = "kastanjebrunt"  # stands in every text of the draft, so that a leak is found wherever it is


def test_from_question_to_document(page: Page, shots: Path, tmp_path: Path) -> None:
    traffic = Traffic(page)
    page.goto("/")
    chat = Chat(page)
    chat.open()

    answer = chat.ask("Vad är en SIP?")
    expect(answer).to_contain_text("samordnad individuell plan")
    expect(answer.get_by_text("Källor")).to_be_visible()
    page.screenshot(path=shots / "answer.png")

    first = chat.root.locator(".suggestions button").first
    title = first.inner_text()
    chat.suggest(title)

    chat.start_draft()
    answer_every_step(page, chat, shots)
    page.screenshot(path=shots / "draft-review.png")
    assert traffic.carrying(SECRET) == [], "the draft left the browser before anyone asked for a file"

    with page.expect_download() as download:
        chat.button(TASKS["formats"]["pdf"]).click()
    file = tmp_path / "begaran.pdf"
    download.value.save_as(file)
    assert file.read_bytes().startswith(b"%PDF")
    assert download.value.suggested_filename.endswith(".pdf")
    assert traffic.carrying(SECRET) == ["/api/documents"]
    assert len(traffic.hosts()) == 1, "somebody else was asked for something"
    assert not traffic.complaints


def answer_every_step(page: Page, chat: Chat, shots: Path) -> None:
    """Answers all steps, with a question in between, up to the review."""
    page.screenshot(path=shots / "draft-first-step.png")
    chat.card.get_by_label("Jag själv").check()
    chat.save()

    situation = chat.card.get_by_role("textbox")
    situation.fill(f"Jag måste berätta samma sak om och om igen, {SECRET}.")
    question = chat.step()
    expect(chat.ask("vad kostar en SIP?")).to_contain_text("kostar")
    assert chat.step() == question, "the question in between moved the draft"
    expect(situation).to_have_value(f"Jag måste berätta samma sak om och om igen, {SECRET}.")
    page.screenshot(path=shots / "draft-interrupted.png")
    chat.save()

    chat.card.get_by_role("textbox").fill(f"Att få sova, {SECRET}")
    chat.save()
    chat.card.get_by_label(TASKS["goalText"]).fill(f"Gå till affären själv, {SECRET}")
    chat.card.get_by_label(TASKS["when"]).fill("I vår")
    chat.save()
    chat.card.get_by_label("Hemtjänsten").check()
    chat.card.get_by_label("Vårdcentral", exact=True).check()
    chat.card.get_by_label(TASKS["actorName"]).fill(f"Grannen {SECRET}")
    chat.button(TASKS["addActor"]).click()
    page.screenshot(path=shots / "draft-actors.png")
    chat.save()
    chat.card.get_by_role("textbox").fill(f"Min syster, {SECRET}")
    chat.save()
    for label in ("Tolk", "Pauser", "Hemma"):
        chat.card.get_by_label(label, exact=True).check()
        chat.card.get_by_role("textbox", name=TASKS["other"]).fill(SECRET)
        chat.save()
    chat.card.get_by_role("textbox").fill(f"Min ekonomi, {SECRET}")
    chat.save()
    chat.card.get_by_role("checkbox").first.check()
    chat.save()
    chat.card.get_by_label(TASKS["recipientName"]).fill(f"Min vårdcentral, {SECRET}")
    chat.save()
    expect(chat.card).to_contain_text(TASKS["reviewProgress"])
    expect(chat.card.get_by_text("Att få sova").first).to_be_visible()


def test_the_review_lets_every_answer_be_changed(chat: Chat) -> None:
    chat.start_draft()
    chat.card.get_by_label("Jag själv").check()
    chat.save()
    chat.card.get_by_role("textbox").fill("Det är svårt att orka.")
    chat.save()
    while not chat.card.get_by_text(TASKS["reviewProgress"]).count():
        question = chat.step()
        chat.button(TASKS["skip"]).click()
        expect(chat.card.get_by_role("heading", level=3)).not_to_have_text(question)
    chat.button(TASKS["changeNamed"].format(title="Det som är svårt nu")).click()
    chat.card.get_by_role("textbox").fill("Ingen vet vem som gör vad.")
    chat.button(TASKS["saveBack"]).click()
    expect(chat.card.get_by_text("Ingen vet vem som gör vad.").first).to_be_visible()
    expect(chat.card.get_by_text("Det är svårt att orka.")).to_have_count(0)


def test_words_of_crisis_inside_the_draft_fold_it_and_lose_nothing(chat: Chat, shots: Path) -> None:
    chat.start_draft()
    chat.card.get_by_label("Jag själv").check()
    chat.save()
    chat.card.get_by_role("textbox").fill("Det är svårt att orka.")
    answer = chat.ask("jag vill inte leva längre")
    expect(answer).to_contain_text("112")
    chat.page.screenshot(path=shots / "crisis.png")
    chat.root.get_by_role("button", name=TASKS["resume"].split("{")[0]).click()
    expect(chat.card.get_by_role("textbox")).to_have_value("Det är svårt att orka.")


@pytest.mark.parametrize("text", ["mitt nummer är 121212-1212", "201212121212"])
def test_an_identity_number_never_leaves_the_browser(page: Page, text: str) -> None:
    traffic = Traffic(page)
    page.goto("/")
    chat = Chat(page)
    chat.open()
    chat.field.fill(text)
    chat.field.press("Enter")
    expect(chat.root.get_by_text(CHAT["identifier"])).to_be_visible()
    expect(chat.field).to_have_value(text)
    assert traffic.carrying("1212") == []
    assert "1212" not in str(chat.stored())
