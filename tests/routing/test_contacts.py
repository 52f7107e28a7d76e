"""A person who asks whom to contact gets both doors, true numbers, and words to say."""

import re
from datetime import datetime
from pathlib import Path
from typing import Any

import phonenumbers
import pytest

from actions.content.yaml_files import read_yaml
from actions.routing.contacts import ContactAnswer, ContactQuery, find_contacts
from actions.routing.directory import Directory
from actions.routing.models import Contact
from actions.routing.rules import ONE_SIDED, URGENT, Rules
from actions.swedish_day import SWEDEN

SITUATIONS: list[dict[str, Any]] = read_yaml(Path(__file__).with_name("situations.yml"))


def ask(directory: Directory, rules: Rules, place: str | None = None, **more: Any) -> ContactAnswer:
    now = more.pop("now", None)
    return find_contacts(directory, rules, ContactQuery(place=place, **more), now)


@pytest.mark.parametrize("case", SITUATIONS, ids=str)
def test_the_first_doors_fit_the_situation(directory: Directory, rules: Rules, case: dict[str, Any]) -> None:
    asked = {key: value for key, value in case.items() if key not in ("first", "situation_used")}
    answer = ask(directory, rules, **asked)
    doors = [f"{contact.kind}/{contact.side}" for contact in answer.contacts]
    assert doors[: len(case["first"])] == case["first"]
    assert answer.situation == case.get("situation_used", answer.situation)


def test_no_letter_is_addressed_to_you_or_to_somebody_you_know(directory: Directory, rules: Rules) -> None:
    for case in SITUATIONS:
        asked = {key: value for key, value in case.items() if key not in ("first", "situation_used")}
        for contact in ask(directory, rules, **asked).contacts:
            assert not re.search(r"\b(?:du|din|ditt)\b", contact.letter_name, re.IGNORECASE), contact
            assert "{" not in contact.letter_name


def test_sixty_situations_are_promised() -> None:
    assert len(SITUATIONS) >= 60


def test_what_to_say_is_two_sentences_with_the_place_that_is_known(
    directory: Directory, rules: Rules
) -> None:
    for name in rules.situations:
        for role in (None, "relative"):
            said = ask(directory, rules, "1421", situation=name, role=role).say
            assert len(re.findall(r"[.?!](?: |$)", said)) == 2, said
            assert "{" not in said
    assert "Vem på Orust kan" in ask(directory, rules, "Orust").say
    assert "Vem i Skövde kan" in ask(directory, rules, "Skövde").say
    assert "Vem kan" in ask(directory, rules).say


def test_nobody_is_told_where_a_person_with_protected_identity_lives(
    directory: Directory, rules: Rules
) -> None:
    assert "Partille" not in ask(directory, rules, "Partille", situation="skyddad-identitet").say


def test_several_places_lead_to_a_question_about_whose_place(directory: Directory, rules: Rules) -> None:
    answer = ask(directory, rules, "jag bor i Kinna men mamma bor i Vara")
    assert answer.question == rules.phrases["several_places"]
    assert [choice.label for choice in answer.choices] == [
        "Marks kommun, Västra Götalands län",
        "Vara kommun, Västra Götalands län",
    ]


def test_a_name_in_two_municipalities_and_a_border_postcode_are_asked_about(
    directory: Directory, rules: Rules
) -> None:
    for place in ("Krokslätt", "Berga", "121 26"):
        answer = ask(directory, rules, place)
        assert answer.municipality is None
        assert answer.question == rules.phrases["which_place"]
        assert len(answer.choices) > 1


def test_outside_office_hours_it_is_told_what_is_open(directory: Directory, rules: Rules) -> None:
    working_day, midsummer_eve = (
        datetime(2026, 11, 25, 10, tzinfo=SWEDEN),
        datetime(2026, 6, 19, 10, tzinfo=SWEDEN),
    )
    night = datetime(2026, 11, 25, 22, tzinfo=SWEDEN)
    assert ask(directory, rules, "Skövde", now=working_day).right_now is None
    for moment in (midsummer_eve, night):
        assert "1177" in (ask(directory, rules, "Skövde", now=moment).right_now or "")


def test_a_closed_line_says_when_it_opens(directory: Directory, rules: Rules) -> None:
    def board(moment: datetime) -> Contact:
        answer = ask(directory, rules, "Skövde", situation="nekad", now=moment)
        return next(contact for contact in answer.contacts if contact.kind == "patientnamnd")

    assert board(datetime(2026, 11, 24, 14, tzinfo=SWEDEN)).open_now is True
    closed = board(datetime(2026, 12, 23, 14, tzinfo=SWEDEN))
    assert closed.open_now is False
    assert closed.note and closed.note.startswith("Stängt nu. Öppnar måndag 28 december klockan 9.")


def test_both_sides_are_shown_in_every_situation_everywhere(directory: Directory, rules: Rules) -> None:
    for situation in set(rules.situations) - ONE_SIDED - {"hjalp-uteblev"}:
        for code in directory.municipalities:
            sides = {contact.side for contact in ask(directory, rules, code, situation=situation).contacts}
            assert {"kommun", "region"} <= sides, (situation, code)


def test_every_contact_can_be_reached_and_says_why(directory: Directory, rules: Rules) -> None:
    for situation in rules.situations:
        for place in ("1480", "0180", "0980", None):
            answer = ask(directory, rules, place, situation=situation)
            assert answer.contacts and answer.reason and answer.say and answer.avoid
            assert "{" not in answer.say + answer.reason
            ids = [contact.id for contact in answer.contacts]
            assert len(ids) == len(set(ids))
            for contact in answer.contacts:
                assert contact.url.startswith("https://")
                assert contact.why
                assert "{" not in contact.name
                assert "@" not in contact.model_dump_json()


def test_every_municipality_has_a_number_or_says_why_not(directory: Directory, rules: Rules) -> None:
    silent = []
    for code in directory.municipalities:
        door = next(c for c in ask(directory, rules, code).contacts if c.kind == "kommun")
        if door.phone is None:
            silent.append(door.name)
            assert door.note == rules.phrases["disputed_phone"]
    assert silent == ["Stockholms stad", "Tierps kommun", "Lunds kommun"]


def test_numbers_are_written_as_in_sweden(directory: Directory, rules: Rules) -> None:
    door = ask(directory, rules, "Göteborg").contacts[0]
    assert door.phone == "031-365 00 00"
    assert phonenumbers.is_valid_number(phonenumbers.parse(door.phone, "SE"))


def test_an_unconfirmed_number_says_its_year(directory: Directory, rules: Rules) -> None:
    door = ask(directory, rules, "Härryda").contacts[0]
    assert (door.verified, door.certainty, door.as_of) == (False, "one_source", "2022")
    assert "2022" in door.sure and "Kontrollera" in door.sure


def test_a_number_two_sources_agree_on_is_confirmed_for_two_years(directory: Directory, rules: Rules) -> None:
    def door(year: int) -> Contact:
        return ask(directory, rules, "Göteborg", now=datetime(year, 11, 25, 10, tzinfo=SWEDEN)).contacts[0]

    assert door(2026).verified
    assert "2026" in door(2026).sure
    assert (door(2029).verified, door(2029).certainty) == (False, "may_have_changed")
    assert "kan ha ändrats" in door(2029).sure


def test_a_name_in_several_municipalities_is_asked_about(directory: Directory, rules: Rules) -> None:
    answer = ask(directory, rules, "Krokslätt")
    assert answer.question == rules.phrases["which_place"]
    assert [choice.code for choice in answer.choices] == ["1480", "1481"]
    assert answer.municipality_code is None


def test_a_choice_can_be_sent_back_as_the_place(directory: Directory, rules: Rules) -> None:
    choice = ask(directory, rules, "Krokslätt").choices[1]
    answer = ask(directory, rules, choice.code)
    assert (answer.municipality, answer.question) == ("Mölndal", None)


def test_a_disputed_postcode_is_asked_about(directory: Directory, rules: Rules) -> None:
    answer = ask(directory, rules, postcode="121 26")
    assert [choice.code for choice in answer.choices] == ["0180", "0125"]


@pytest.mark.parametrize(("place", "phrase"), [(None, "ask_place"), ("Långtbortistan", "unknown_place")])
def test_an_unknown_place_is_asked_for_and_is_no_dead_end(
    directory: Directory, rules: Rules, place: str | None, phrase: str
) -> None:
    answer = ask(directory, rules, place)
    assert answer.question == rules.phrases[phrase]
    assert any(contact.phone == "1177" for contact in answer.contacts)


def test_an_emergency_is_never_met_with_a_question(directory: Directory, rules: Rules) -> None:
    answer = ask(directory, rules, situation=URGENT)
    assert answer.question is None
    assert answer.contacts[0].phone == "112"


def test_a_child_in_an_emergency_is_shown_bris(directory: Directory, rules: Rules) -> None:
    phones = [contact.phone for contact in ask(directory, rules, situation=URGENT, age_group="barn").contacts]
    assert phones[:2] == ["112", "116 111"]


def test_a_guess_is_told(directory: Directory, rules: Rules) -> None:
    assert "Trollhättans" in (ask(directory, rules, "Trollhätan").assumption or "")
    assert ask(directory, rules, "Trollhättan").assumption is None


def test_a_relative_is_given_words_for_a_relative(directory: Directory, rules: Rules) -> None:
    own = ask(directory, rules, "Skövde").say
    for_other = ask(directory, rules, "Skövde", role="relative").say
    assert own != for_other
    assert "jag ringer för någon som står mig nära" in for_other
    assert "Vem i Skövde kan" in for_other


def test_a_chosen_health_centre_is_shown_with_its_page_and_old_number(
    directory: Directory, rules: Rules
) -> None:
    centre = directory.health_centres("1401", "landvetter")[0]
    answer = ask(directory, rules, "1401", health_centre=centre.id)
    contact = next(c for c in answer.contacts if c.kind == "vardcentral")
    assert (contact.id, contact.url, contact.verified, contact.as_of) == (
        centre.id,
        centre.url,
        False,
        "2021",
    )
    assert contact.url.startswith("https://www.1177.se/")
    by_words = ask(directory, rules, "1401", health_centre="landvetter")
    assert contact in by_words.contacts


def test_a_health_centre_is_never_chosen_for_the_person(directory: Directory, rules: Rules) -> None:
    for code in (code for code, row in directory.municipalities.items() if row.in_vastra_gotaland):
        door = next(c for c in ask(directory, rules, code).contacts if c.kind == "vardcentral")
        assert door.id == "vardcentral-1177"
        assert door.choose


def test_every_health_centre_can_be_chosen_however_long_its_name(directory: Directory) -> None:
    for row in directory.all_health_centres():
        assert ContactQuery(health_centre=row.id).health_centre == row.id


def test_nine_counties_have_their_health_centres(directory: Directory) -> None:
    counties = {row.municipality_code[:2] for row in directory.all_health_centres()}
    assert counties == {"01", "03", "04", "05", "06", "09", "12", "14", "17"}
    assert all(directory.health_centres(code) for code in directory.municipalities if code[:2] == "14")


def test_an_unknown_situation_is_refused(directory: Directory, rules: Rules) -> None:
    with pytest.raises(KeyError):
        ask(directory, rules, "Skövde", situation="finns-inte")


def test_the_ward_has_the_number_of_the_regions_switchboard(directory: Directory, rules: Rules) -> None:
    for code in ("1480", "0380", "2180"):
        ward = ask(directory, rules, code, situation="sjukhus").contacts[0]
        number = directory.regional("switchboard", directory.municipalities[code].region_code)
        assert (ward.kind, ward.page) == ("sjukhusavdelning", f"/kontakt/{number.id}" if number else "")
        assert ward.phone
        assert "regionens växel" in (ward.note or "")
    unknown = ask(directory, rules, None, situation="sjukhus").contacts[0]
    assert unknown.phone is None
    assert unknown.note is None


def test_the_patient_board_is_the_regions_own(directory: Directory, rules: Rules) -> None:
    def board(place: str) -> tuple[str, str | None]:
        answer = ask(directory, rules, place, situation="nekad")
        contact = next(c for c in answer.contacts if c.kind == "patientnamnd")
        return contact.name, contact.phone

    assert board("Skövde") == ("Patientnämnden, Västra Götalandsregionen", "010-441 20 00")
    assert board("Umeå") == ("Patientnämnden, Region Västerbotten", None)
    assert board("Lund") == ("Patientnämnden, Region Skåne", "0770-11 00 10")


@pytest.mark.parametrize(
    "written", ["41 103", "411-03", "4 1 1 0 3", "411 03", "41103", "SE-411 03", "se 41103"]
)
def test_a_postcode_is_known_however_it_is_grouped(directory: Directory, rules: Rules, written: str) -> None:
    assert ask(directory, rules, written).municipality == "Göteborg"


@pytest.mark.parametrize(
    "place", ["Danmark", "jag bor i Norge", "utomlands", "bor i nya zeeland", "mamma bor i oslo"]
)
def test_a_country_is_no_town(directory: Directory, rules: Rules, place: str) -> None:
    answer = ask(directory, rules, place)
    assert answer.municipality is None
    assert answer.question == rules.phrases["abroad"]


@pytest.mark.parametrize(
    ("place", "region"),
    [
        ("VGR", "Västra Götalandsregionen"),
        ("i Region Skåne", "Region Skåne"),
        ("Sörmland", "Region Sörmland"),
        ("bor i dalsland", "Västra Götalandsregionen"),
        ("vi bor på öland", "Region Kalmar län"),
    ],
)
def test_a_region_is_asked_which_municipality(
    directory: Directory, rules: Rules, place: str, region: str
) -> None:
    answer = ask(directory, rules, place)
    assert answer.municipality is None
    assert (answer.question or "").startswith(region)


def test_a_hospital_is_known_but_the_home_may_be_elsewhere(directory: Directory, rules: Rules) -> None:
    answer = ask(directory, rules, "farfar ligger på Mora lasarett")
    assert answer.municipality == "Mora"
    assert "Bor personen någon annanstans" in (answer.assumption or "")
    assert "inte kontrollerat" in (ask(directory, rules, "inlagd på Östra sjukhuset").assumption or "")
    two = ask(directory, rules, "farfar ligger på Karolinska")
    assert (two.question or "").startswith("Var bor den")
    assert [choice.code for choice in two.choices] == ["0126", "0184"]
    assert ask(directory, rules, "farfar ligger på Karolinska men bor i Nacka").municipality == "Nacka"


@pytest.mark.parametrize("written", ["41 103", "411-03", "41103", "411 03"])
def test_a_postcode_alone_may_be_grouped_in_any_way(directory: Directory, rules: Rules, written: str) -> None:
    assert ask(directory, rules, written).municipality == "Göteborg"


def test_a_region_beside_a_name_settles_which_place_is_meant(directory: Directory, rules: Rules) -> None:
    assert ask(directory, rules, "Berga i Kalmar län").municipality == "Högsby"


def test_a_minor_sees_somebody_to_talk_to_beside_the_ordinary_doors(
    directory: Directory, rules: Rules
) -> None:
    for situation in ("allmant", "sjukhus", "psykiatri-beroende", "nekad"):
        answer = ask(directory, rules, place="2482", situation=situation, role="minor")
        kinds = [one.id for one in answer.contacts]
        assert {"bris-bris", "ungdomsmottagningen-1177"} <= set(kinds), situation
        assert kinds[0] != "bris-bris"
    grown = ask(directory, rules, place="2482").contacts
    assert "bris-bris" not in {one.id for one in grown}


def test_another_place_has_not_the_health_centre_that_was_chosen_before() -> None:
    before = ContactQuery(place="1401", health_centre="SE2321000131-E000000004576")
    assert before.with_newer(ContactQuery(place="1496")).health_centre is None
    assert before.with_newer(ContactQuery(situation="barn")).health_centre
    assert before.moved_to(None).place is None


def test_staff_get_the_other_side_first(directory: Directory, rules: Rules) -> None:
    def first(**facts: str) -> str:
        query = ContactQuery.model_validate({"place": "1290", "role": "professional", **facts})
        return find_contacts(directory, rules, query).contacts[0].side

    assert first(situation="kommunens-vard", works_for="kommun") == "region"
    assert first(situation="psykiatri-beroende", works_for="region") == "kommun"
    assert first(situation="nekad", refused_by="region", works_for="kommun") == "kommun"


def test_staff_are_not_told_of_their_own_child(directory: Directory, rules: Rules) -> None:
    query = ContactQuery(place="1290", situation="barn", role="professional")
    assert "ditt barn" not in find_contacts(directory, rules, query).reason


def test_a_relative_of_a_child_does_not_call_it_theirs(directory: Directory, rules: Rules) -> None:
    query = ContactQuery(place="1290", situation="barn", role="relative")
    assert "mitt barn" not in find_contacts(directory, rules, query).say


def test_who_has_a_no_from_both_asks_nobody_to_call_the_other(directory: Directory, rules: Rules) -> None:
    query = ContactQuery(place="0127", situation="nekad", refused_by="both")
    assert "kalla den andra" not in find_contacts(directory, rules, query).say


def test_a_minor_is_spoken_to_as_you_in_what_to_have_at_hand(directory: Directory, rules: Rules) -> None:
    bring = ask(directory, rules, place="Kumla", situation="barn", role="minor").bring
    assert not any("barnet" in line for line in bring)


def test_every_door_that_may_be_named_is_first_everywhere(directory: Directory, rules: Rules) -> None:
    for door in rules.named:
        for code in directory.municipalities:
            answer = ask(directory, rules, code, wants=door)
            assert answer.contacts[0].id.startswith(door), (door, code)


def test_the_region_or_the_nation_decides_its_own_doors(directory: Directory, rules: Rules) -> None:
    for region in directory.regions:
        for door in ("patientnamnd", "ivo", "bris", "habiliteringen"):
            answer = ask(directory, rules, region=region, wants=door)
            assert answer.question is None and answer.contacts[0].id.startswith(door), (door, region)
    unknown = ask(directory, rules, wants="patientnamnd")
    assert unknown.question == rules.phrases["ask_place"]
