"""Looking for a contact without JavaScript: both doors, how sure a number is, how to report a mistake."""

import csv
from html import unescape

import pytest

from actions.settings import ROOT
from tests.site import TestClient

with (ROOT / "content" / "directory" / "municipalities.csv").open(encoding="utf-8", newline="") as file:
    MUNICIPALITIES = list(csv.DictReader(file))


def text(client: TestClient, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, address
    return unescape(response.text)


def test_an_unverified_number_stands_after_the_official_page(client: TestClient) -> None:
    html = text(client, "/kontakt/1496")
    assert html.index("Titta först på den officiella sidan") < html.index("Ring 0500-49 80 00")
    assert "Uppgiften är från 2022 och finns i en källa" in html
    verified = text(client, "/kontakt/1480")
    assert verified.index("Ring 031-365 00 00") < verified.index("Webbplats:")


@pytest.mark.parametrize("record", ["1496", "2584", "ivo", "SE2321000131-E000000004575"])
def test_every_contact_has_a_page_that_says_how_to_report_a_mistake(client: TestClient, record: str) -> None:
    html = text(client, f"/kontakt/{record}")
    assert "Stämmer inte?" in html
    assert record in html
    assert "Källa:" in html


def test_a_line_that_may_not_be_shown_has_no_page(client: TestClient) -> None:
    assert client.get("/kontakt/jourhavande-medmanniska").status_code == 404
    assert client.get("/kontakt/9999").status_code == 404


def test_health_centres_are_picked_from_a_list_that_can_be_searched(client: TestClient) -> None:
    everything = text(client, "/hitta/vardcentraler?plats=Göteborg")
    assert everything.count('href="/kontakt/SE') > 50
    found = text(client, "/hitta/vardcentraler?plats=438 32&sok=hindås")
    assert found.count('href="/kontakt/SE') == 1
    assert "1177" in text(client, "/hitta/vardcentraler?plats=Kiruna")


def test_the_list_of_health_centres_asks_which_municipality(client: TestClient) -> None:
    assert "Mölndals stad" in text(client, "/hitta/vardcentraler?plats=Krokslätt")


def test_the_chosen_health_centre_is_shown_in_the_answer(client: TestClient) -> None:
    html = text(client, "/hitta?plats=Härryda&vc=SE2321000131-E000000004575")
    assert "Närhälsan Landvetter vårdcentral" in html


def test_the_side_that_refused_is_shown_last(client: TestClient) -> None:
    html = text(client, "/hitta?plats=Tibro&lage=nekad&nej=kommun")
    assert html.index("<h3>Vårdcentralen") < html.index("<h3>Tibro kommun")


def test_the_routine_of_the_region_is_linked_with_its_year_where_one_is_known(client: TestClient) -> None:
    html = text(client, "/hitta?plats=Nacka")
    assert "https://vardgivarguiden.se/avtal/samverkansomraden/samordnad-individuell-plan/" in html
    assert "(2017)</a>" in html
    assert "Det kan ha ändrats" in html
    assert "Det kan ha ändrats" not in text(client, "/hitta?plats=Falun")


def test_several_places_give_choices_that_keep_what_was_told(client: TestClient) -> None:
    html = text(client, "/hitta?plats=jag bor i Kinna men mamma bor i Vara&lage=aldre&annan=1")
    assert "Var bor den som SIP:en gäller?" in html
    assert "/hitta?plats=1470&lage=aldre&roll=relative" in html


def test_the_service_and_the_page_give_the_same_contacts(client: TestClient) -> None:
    for row in MUNICIPALITIES[::29]:
        answer = client.get("/api/contacts", params={"place": row["name"], "situation": "lss"}).json()
        html = text(client, f"/hitta?plats={row['name']}&lage=lss")
        assert all(contact["id"] in html for contact in answer["contacts"])


@pytest.mark.parametrize("situation", ["child", "hospital", "barn", "vet-inte"])
def test_the_service_knows_situations_by_both_their_names(client: TestClient, situation: str) -> None:
    assert client.get("/api/contacts", params={"place": "Ale", "situation": situation}).status_code == 200


def test_every_municipality_is_found_with_website_and_region(client: TestClient) -> None:
    for row in MUNICIPALITIES:
        answer = client.get("/api/contacts", params={"place": row["name"]}).json()
        assert answer["municipality_code"] == row["code"]
        door = next(contact for contact in answer["contacts"] if contact["kind"] == "kommun")
        assert door["url"] == row["website"]
        assert answer["region"]
        assert bool(door["phone"]) == (row["confidence"] != "källor oense")


def test_what_the_parameters_mean_is_documented(client: TestClient) -> None:
    parameters = client.get("/openapi.json").json()["paths"]["/api/contacts"]["get"]["parameters"]
    described = {one["name"]: one["description"] for one in parameters}
    assert {"place", "postcode", "situation", "age_group", "role"} <= set(described)
    rules = client.app.state.site.rules  # type: ignore[attr-defined]
    assert all(name in described["situation"] for name in rules.situation_names())
    assert all(name in described["wants"] for name in rules.named)


def test_the_form_takes_who_asks_and_gives_their_words(client: TestClient) -> None:
    assert "Hej, jag är god man för en person" in text(client, "/hitta?plats=Boden&roll=trustee")
    assert "Hej, jag arbetar med en person" in text(client, "/hitta?plats=Boden&roll=professional")
    minor = text(client, "/hitta?plats=Boden&roll=minor")
    assert "Hej, jag är under 18 år" in minor
    assert minor.index("<h3>Elevhälsan") < minor.index("<h3>Bris") < minor.index("<h3>Vårdcentralen")


def test_what_is_told_beside_the_place_counts_as_in_the_chat(client: TestClient) -> None:
    html = text(client, "/hitta?plats=min mamma är 84 och bor i alingsås, vem ringer jag")
    assert "Hej, jag ringer för min mamma som" in html
    assert '<option value="relative" selected>' in html


def test_the_doors_come_before_the_words_and_how_sure_a_number_is_comes_with_it(client: TestClient) -> None:
    html = text(client, "/hitta?plats=Skövde")
    after_heading = html[html.index('id="svar"') :]
    places = [
        after_heading.index(words)
        for words in ("Ring 0500", "en källa", "Varför:", "Så kan du säga", "Det räcker att")
    ]
    assert places == sorted(places)


def test_what_a_complaint_is_about_can_be_chosen(client: TestClient) -> None:
    html = text(client, "/hitta?plats=Skövde&lage=klagomal")
    assert "Vad gäller klagomålet?" in html
    care = text(client, "/hitta?plats=1496&lage=klagomal&nej=region")
    assert care.index("<h3>Växeln, Västra Götalandsregionen") < care.index("<h3>Patientnämnden")


def test_the_page_says_which_place_to_remember_and_how_to_take_it_away(client: TestClient) -> None:
    html = text(client, "/hitta?plats=Skövde")
    assert 'data-place="1496" data-place-name="Skövde"' in html
    assert "Ta bort platsen" in html
    assert "data-place=" not in text(client, "/hitta?plats=Berga")
