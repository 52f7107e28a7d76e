"""Staff can check, compare and cite a definition; anyone can read it without JavaScript."""

import re

import pytest
from starlette.testclient import TestClient

from tests.web.reading import Page


def rows(html: str) -> list[str]:
    return re.findall(r"<tr>.*?</tr>", html, re.DOTALL)


def test_three_concepts_stand_beside_each_other(client: TestClient) -> None:
    html = client.get("/begrepp/jamfor?a=bup&b=habilitering&c=elevhalsa").text
    table = rows(html)
    assert len(table) > 4 and all(row.count("<th") + row.count("<td") == 4 for row in table)
    assert "barn- och ungdomspsykiatri, habilitering och elevhälsa" in html


def test_three_with_written_comparisons_of_two_show_the_way_to_them(client: TestClient) -> None:
    html = client.get("/begrepp/jamfor?a=sip&b=lss-plan&c=patientkontrakt").text
    assert "/begrepp/jamfor?a=sip&amp;b=lss-plan" in html
    assert "/begrepp/jamfor?a=sip&amp;b=patientkontrakt" in html


@pytest.mark.parametrize("query", ["a=sip&b=sip", "a=sip", "", "c=sip"])
def test_one_concept_alone_is_not_compared_with_itself(client: TestClient, query: str) -> None:
    reply = client.get(f"/begrepp/jamfor?{query}")
    assert reply.status_code == 200 and not rows(reply.text)


def test_an_unknown_concept_cannot_be_compared(client: TestClient) -> None:
    assert client.get("/begrepp/jamfor?a=sip&b=vastbus&c=nej").status_code == 404


def test_every_written_comparison_shows_its_own_words_in_any_order(client: TestClient) -> None:
    for one in client.app.state.site.store.comparisons.values():  # type: ignore[attr-defined]
        html = client.get("/begrepp/jamfor?" + "&".join(
            f"{name}={key}" for name, key in zip("abc", reversed(one.concepts), strict=False)
        )).text  # fmt: skip
        assert f">{one.title}</h1>" in html
        assert len(rows(html)) == len(one.rows)


def test_the_definition_can_be_selected_with_its_source_without_javascript(client: TestClient) -> None:
    html = client.get("/begrepp/fast-vardkontakt").text
    cited = re.sub(r"<[^>]+>", "", html.split('<div class="cite">')[1].split("</div>")[0])
    for part in ("fast vårdkontakt: En fast vårdkontakt är", "Källa: SIP-guiden (",
                 "http://testserver/begrepp/fast-vardkontakt", "Patientlag (2014:821)"):  # fmt: skip
        assert part in cited
    page = Page(html)
    for button in page.all("button"):
        assert set(button.get("data-copy", "").split()) <= set(page.ids)


def test_an_old_name_is_shown_as_old_and_a_misspelling_is_not_shown(client: TestClient) -> None:
    html = client.get("/begrepp/vastbus").text
    assert "Västbusmöte" in html and "västbuss" not in html
    assert "Gällde från 2005 till och med 2020." in html


def test_concepts_can_be_browsed_by_letter_and_by_group(client: TestClient) -> None:
    html = client.get("/begrepp").text
    assert html.index("bokstav-A") < html.index("bokstav-V") < html.index("bokstav-Ö")
    assert 'id="grupp-planer"' in html and 'id="grupp-samverkan"' in html
