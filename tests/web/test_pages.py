"""Promises about the reading pages: whole without JavaScript, no dead links, nothing foreign or kept."""

import re
from collections import Counter
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from urllib.parse import quote

import pytest
from babel.messages.pofile import read_po

from actions.settings import ROOT, get_settings
from bot.web.pages.fixed import fixed_page
from tests.site import TestClient
from tests.web.reading import Page

pytestmark = pytest.mark.slow

HOSTILE = '"><script>alert(1)</script>{{111*111}}'
IDENTITY_NUMBER = "19811228-9874"  # Skatteverket's published test number


@pytest.fixture(scope="module")
def crawled(client: TestClient) -> dict[str, Page]:
    """Every page that can be reached from the start by following links, by address."""
    waiting = ["/", "/inbaddad", "/sok?q=sip", "/hitta?plats=Göteborg", "/begrepp/jamfor?a=sip&b=bup"]
    pages: dict[str, Page] = {}
    while waiting:
        address = waiting.pop()
        if address in pages or address.startswith(("/api/", "/static/", "/affisch/")):
            continue
        response = client.get(address)
        assert response.status_code == 200, address
        if not response.headers["content-type"].startswith("text/html"):
            continue
        pages[address] = Page(response.text)
        waiting += [link.split("#")[0] for link in pages[address].links if link.startswith("/")]
    return pages


def test_every_link_on_every_page_leads_somewhere(crawled: dict[str, Page], client: TestClient) -> None:
    assert {"/fragor", "/begrepp", "/begar-sip", "/forbered", "/hitta", "/integritet"} <= set(crawled)
    for answer in client.app.state.site.store.answers.values():  # type: ignore[attr-defined]
        assert client.get(f"/fragor/{answer.id}").status_code == 200
    for link in {link for page in crawled.values() for link in page.links}:
        if link.startswith(("/api/", "/static/", "/affisch/")):
            assert client.get(link).status_code == 200, link


def test_a_link_within_a_page_has_its_target(crawled: dict[str, Page]) -> None:
    missing = [
        (address, link)
        for address, page in crawled.items()
        for link in page.links
        if link.startswith("#") and link[1:] not in page.ids
    ]
    assert missing == []


def test_every_page_is_in_swedish_with_one_title_and_one_main_heading(crawled: dict[str, Page]) -> None:
    for address, page in crawled.items():
        assert page.all("html")[0]["lang"] == ("en" if address == "/en" else "sv"), address
        assert page.title.endswith("SIP-guiden"), address
        assert len(page.all("h1")) == 1, address
        assert len(page.all("main")) == 1, address


def test_no_heading_level_is_skipped(crawled: dict[str, Page]) -> None:
    for address, page in crawled.items():
        levels = [int(tag[1]) for tag, _ in page.tags if re.fullmatch("h[1-6]", tag)]
        skipped = [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1]
        assert not skipped, (address, levels)


def test_no_page_needs_a_looser_security_policy(crawled: dict[str, Page]) -> None:
    for address, page in crawled.items():
        assert not page.inline_script, address
        assert not page.all("style"), address
        for tag, attrs in page.tags:
            assert not [name for name in attrs if name == "style" or name.startswith("on")], (address, tag)


def test_no_page_fetches_anything_from_elsewhere(crawled: dict[str, Page]) -> None:
    for address, page in crawled.items():
        fetched = [
            a.get("src") or a["href"]
            for a in page.all("script", "link", "img", "iframe")
            if a.get("rel") != "canonical"
        ]
        assert all(source.startswith("/") for source in fetched), address


def test_every_field_has_a_name_that_can_be_heard(crawled: dict[str, Page]) -> None:
    for address, page in crawled.items():
        assert max(Counter(page.ids).values(), default=1) == 1, address
        labelled = {label.get("for") for label in page.all("label")}
        for field in page.all("input", "textarea", "select"):
            wrapped = field.get("type") in ("hidden", "checkbox", "radio")
            assert wrapped or field["id"] in labelled, (address, field)


@pytest.mark.parametrize("path", ["/fragor/nej", "/begrepp/nej", "/s/finns-inte", "/nej"])
def test_a_missing_page_says_so_in_swedish_and_shows_ways_on(client: TestClient, path: str) -> None:
    response = client.get(path)
    assert response.status_code == 404
    assert "Det gick inte" in response.text
    assert 'href="/fragor"' in response.text and 'href="tel:1177"' in response.text


@pytest.mark.parametrize("path", ["/sok?q=", "/fragor?q=", "/begrepp?q=", "/hitta?plats=", "/begrepp/"])
def test_hostile_text_in_an_address_is_harmless(client: TestClient, path: str) -> None:
    html = client.get(path + quote(HOSTILE)).text
    assert "<script>alert" not in html and "12321" not in html


def test_an_easy_text_keeps_one_sentence_a_line_and_crisis_numbers_can_be_called(client: TestClient) -> None:
    html = client.get("/fragor/kris").text
    easy = html[html.index('id="lattlast"') :]
    assert easy.count("<br") >= 4
    for number in ("112", "90101", "020-50 50 50"):
        assert f'<a href="tel:{number.replace("-", "").replace(" ", "")}"><strong>{number}' in html


def test_an_answer_is_there_in_all_its_forms_with_sources_and_date(client: TestClient) -> None:
    html = client.get("/fragor/vad-ar-sip").text
    for part in ('id="kort"', 'id="fragor"', 'id="lattlast"', "Källor", "Senast granskad", "Läs vidare"):
        assert part in html


def test_a_passage_can_be_cited_with_its_address_date_and_status(client: TestClient) -> None:
    html = client.get("/fragor/lag").text
    passage = client.app.state.site.store.passages["lag#vilken-paragraf"]  # type: ignore[attr-defined]
    cited = html.partition('id="vilken-paragraf"')[2].partition("</section>")[0].partition("Citera:")[2]
    assert f"{passage.question} Källa: SIP-guiden (http://testserver{passage.path}), granskad" in cited


def test_an_answer_past_its_review_date_says_that_it_is_unconfirmed(client: TestClient) -> None:
    answers = client.app.state.site.store.answers  # type: ignore[attr-defined]
    fresh = answers["vad-ar-sip"]
    answers["vad-ar-sip"] = fresh.model_copy(update={"review_after": date(2020, 1, 1)})
    try:
        assert "Obekräftad sedan 1 januari 2020" in client.get("/fragor/vad-ar-sip?nu").text
    finally:
        answers["vad-ar-sip"] = fresh


def test_an_old_name_finds_the_concept(client: TestClient) -> None:
    assert 'href="/begrepp/vastbus"' in client.get("/begrepp?q=Västbus").text


def test_two_concepts_are_compared_also_when_nobody_has_written_a_comparison(client: TestClient) -> None:
    written = client.get("/begrepp/jamfor?a=vastbus&b=sip").text
    table = client.get("/begrepp/jamfor?a=sip&b=bup").text
    assert ">SIP och Västbus</h1>" in written
    assert '<th scope="row">' in table and 'href="/begrepp/bup"' in table


def test_a_concept_says_how_to_cite_it_and_what_has_changed(client: TestClient) -> None:
    html = client.get("/begrepp/sip").text
    for part in ("Citera", "Ändringar", "Källor", "/begrepp/sip", "application/ld+json"):
        assert part in html


def test_contacts_are_shown_on_both_sides(client: TestClient) -> None:
    html = client.get("/hitta?plats=Skövde").text
    assert "Kommunen" in html and "Vården i regionen" in html and "Varför:" in html


def test_an_unknown_place_is_not_a_dead_end(client: TestClient) -> None:
    html = client.get("/hitta?plats=Xyzzyborg").text
    assert 'class="notice"' in html or "Pröva med andra ord" in html


def filled(**more: str) -> dict[str, str | list[str]]:
    return {
        "who": "self",
        "letter": "request",
        "situation": "Ingen vet vem som gör vad <b>nu</b>.",
        "goals.0.goal": "Sova bättre",
        "goals.0.subgoals": "Lägga mig klockan tio\nStänga av telefonen",
        "actors.vardcentral": "ja",
        "actors.socialtjanst": "vet-inte",
        "actors.other.nej": "Grannen",
        "meeting.other": "Inte på måndagar",
        "recipient": "Min vårdcentral",
        **more,
    }


def hidden_draft(html: str) -> str:
    return next(field["value"] for field in Page(html).all("input") if field.get("name") == "draft")


def test_the_plain_form_gives_a_finished_letter_to_print(client: TestClient) -> None:
    response = client.post("/begar-sip", data=filled())
    assert response.status_code == 200
    assert response.headers["cache-control"] == "no-store"
    assert len(Page(response.text).all("h1")) == 1
    for words in ("Sova bättre", "Stänga av telefonen", "Vårdcentral", "Grannen", "Inte på måndagar"):
        assert words in response.text
    assert "<b>nu</b>" not in response.text


@pytest.mark.parametrize(("kind", "start"), [("pdf", b"%PDF"), ("docx", b"PK"), ("txt", b"")])
def test_the_letter_can_be_downloaded_without_javascript(client: TestClient, kind: str, start: bytes) -> None:
    draft = hidden_draft(client.post("/begar-sip", data=filled()).text)
    file = client.post("/begar-sip/dokument", data={"draft": draft, "format": kind})
    assert file.status_code == 200 and file.content.startswith(start) and len(file.content) > 200
    assert file.headers["content-disposition"].startswith("attachment")
    assert file.headers["cache-control"] == "no-store"


def test_the_answers_can_be_changed_and_none_is_lost(client: TestClient) -> None:
    draft = hidden_draft(client.post("/begar-sip", data=filled()).text)
    html = client.post("/begar-sip/andra", data={"draft": draft}).text
    hidden = {box["name"]: box["value"] for box in Page(html).all("input") if box.get("type") == "hidden"}
    html = client.post("/begar-sip", data={**hidden, "situation": "Ingen vet vem", "goto": "actors"}).text
    for words in ("Ingen vet vem", "Sova bättre", "Grannen", "Inte på måndagar", "Min vårdcentral"):
        assert words in html
    chosen = [option["value"] for option in Page(html).all("option") if "selected" in option]
    assert chosen == ["vet-inte", "ja"]


def test_an_identity_number_is_stopped_and_nothing_else_is_lost(client: TestClient) -> None:
    response = client.post("/begar-sip", data=filled(support=f"Min syster {IDENTITY_NUMBER}"))
    assert response.status_code == 422
    assert "personnummer" in response.text and "Sova bättre" in response.text


def test_the_questions_fit_the_one_who_asks(client: TestClient) -> None:
    assert "Vad är svårt för barnet" in client.get("/begar-sip?vem=guardian").text
    assert 'value="digital"' in client.get("/forbered?vem=person").text
    assert 'value="digital"' not in client.get("/forbered?vem=young").text


def test_every_letter_is_reached_without_javascript_and_asks_only_what_it_needs(client: TestClient) -> None:
    html = client.get("/begar-sip?vem=relative&brev=withdrawal").text
    assert "Vem är det för dig?" in html and "Vad vill personen ska bli bättre?" not in html
    assert "Vad har ändrats" in client.get("/begar-sip?vem=self&brev=followup").text
    answers = {"who": "guardian", "letter": "reasons", "recipient": "Vårdcentralen"}
    finished = client.post("/begar-sip", data=answers)
    assert "för mitt barn och fått nej" in finished.text
    assert (
        'name="letter" value="reasons"'
        in client.post("/begar-sip/andra", data={"draft": hidden_draft(finished.text)}).text
    )


def test_a_missing_side_is_pointed_out_on_the_finished_letter(client: TestClient) -> None:
    only_care = client.post("/begar-sip", data={"who": "self", "actors.vardcentral": "ja"}).text
    assert "Ingen från kommunen är med än" in only_care and "Ingen från regionens vård" not in only_care
    assert "är med än" not in client.post("/begar-sip", data=filled()).text


def test_the_day_of_the_meeting_goes_into_the_calendar(client: TestClient) -> None:
    answers = {"who": "person", "dates.meeting": "2027-01-15", "dates.meeting.time": "13:00"}
    html = client.post("/forbered", data=answers).text
    assert "fredag 15 januari 2027 klockan 13.00" in html
    file = client.post("/forbered/dokument", data={"draft": hidden_draft(html), "format": "ics"})
    assert file.headers["content-type"].startswith("text/calendar")
    assert "DTSTART;TZID=Europe/Stockholm:20270115T130000" in file.text
    assert "Lägg i kalendern" not in client.post("/forbered", data={"who": "person"}).text


def test_after_the_meeting_there_is_a_check_to_read(client: TestClient) -> None:
    html = client.get("/forbered").text
    assert "Är det tydligt vem som gör vad" in html and "/begar-sip?brev=followup" in html


def test_programs_get_the_words_of_the_letters_and_an_empty_word_file(client: TestClient) -> None:
    words = client.get("/api/letters").json()
    assert set(words["wordings"]) >= {"request", "reminder", "reasons", "followup", "withdrawal", "prepare"}
    empty = client.get("/api/letters/request.docx")
    assert empty.content.startswith(b"PK") and empty.headers["content-disposition"].startswith("attachment")
    assert client.get("/api/letters/poem.docx").status_code == 422


def test_a_pdf_that_cannot_show_everything_says_so_to_the_program(client: TestClient) -> None:
    draft = {"version": 1, "letter": "request", "answers": {"situation": "A \U0010fffd B"}}
    assert client.post("/api/documents?format=pdf", json=draft).headers["unseen-characters"] == "replaced"
    draft["answers"] = {"situation": "AB"}
    assert "unseen-characters" not in client.post("/api/documents?format=pdf", json=draft).headers


def test_a_calendar_without_a_day_is_refused_in_swedish(client: TestClient) -> None:
    draft = {"version": 1, "letter": "prepare", "answers": {}}
    response = client.post("/api/documents?format=ics", json=draft)
    assert response.status_code == 422 and "datum" in response.json()["message"]


def test_a_meeting_can_be_prepared_without_javascript(client: TestClient) -> None:
    answers = {"who": "person", "matters": "Att få sova", "questions": "Vem ringer jag?", "needs": "breaks"}
    html = client.post("/forbered", data=answers).text
    assert "Att få sova" in html and "Vem ringer jag?" in html and "Pauser" in html


def test_a_broken_draft_is_refused_in_swedish(client: TestClient) -> None:
    response = client.post("/begar-sip/dokument", data={"draft": "{}", "format": "pdf"})
    assert response.status_code == 422 and "Utkastet gick inte att läsa" in response.text


def test_only_the_bare_chat_page_may_be_framed_by_others(client: TestClient) -> None:
    assert "frame-ancestors *" in client.get("/inbaddad").headers["content-security-policy"]
    assert "frame-ancestors 'self'" in client.get("/").headers["content-security-policy"]


def test_the_embed_page_shows_this_sites_own_address(client: TestClient) -> None:
    html = client.get("/badda-in").text
    assert "http://testserver/widget.js" in html and "{address}" not in html


def test_programs_find_the_files_they_look_for(client: TestClient) -> None:
    told = client.get("/.well-known/security.txt").text
    reviewed = fixed_page(get_settings().content, "om").reviewed
    assert "Contact: http://testserver/om" in told
    assert f"Expires: {reviewed + timedelta(days=365)}T00:00:00Z" in told, (
        "it goes out when nobody reviews it"
    )
    assert "User-agent: *" in client.get("/robots.txt").text


def test_every_text_of_the_interface_has_a_swedish_form() -> None:
    path = Path(ROOT / "content" / "locale" / "sv" / "LC_MESSAGES" / "messages.po")
    with path.open("rb") as file:
        texts = {message.id: message.string for message in read_po(file, locale="sv") if message.id}
    assert all(texts.values())
    known = {one for key in texts for one in (key if isinstance(key, tuple) else (key,))}
    templates = [path.read_text(encoding="utf-8") for path in (ROOT / "bot/web/templates").glob("*.html")]
    used = {text for html in templates for text in re.findall(r'\b_\("([^"]+)"', html)}
    assert used <= known


def test_the_core_is_told_in_english_and_marked_so(client: TestClient) -> None:
    page = client.get("/en").text
    assert '<html lang="en">' in page and '<header class="site-header" lang="sv">' in page
    assert all(said in page for said in ("What is a SIP?", "How do I ask", "Whom do I contact?", "my rights"))
    assert 'href="tel:112"' in page and '<html lang="sv">' in client.get("/").text
    assert '<a href="/en" lang="en" hreflang="en">' in client.get("/").text
