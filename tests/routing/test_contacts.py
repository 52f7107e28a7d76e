"""A person who asks whom to contact gets both doors, true numbers, and words to say."""

from pathlib import Path
from typing import Any

import phonenumbers
import pytest
import yaml

from actions.routing.contacts import ContactAnswer, find_contacts
from actions.routing.directory import Directory
from actions.routing.rules import URGENT, Rules

SITUATIONS: list[dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("situations.yml").read_text(encoding="utf-8")
)


def ask(directory: Directory, rules: Rules, place: str | None = None, **more: Any) -> ContactAnswer:
    more.setdefault("postcode", None)
    return find_contacts(directory, rules, place=place, **more)


@pytest.mark.parametrize("case", SITUATIONS, ids=str)
def test_the_first_doors_fit_the_situation(directory: Directory, rules: Rules, case: dict[str, Any]) -> None:
    asked = {key: value for key, value in case.items() if key not in ("first", "situation_used")}
    answer = ask(directory, rules, **asked)
    doors = [f"{contact.kind}/{contact.side}" for contact in answer.contacts]
    assert doors[: len(case["first"])] == case["first"]
    assert answer.situation == case.get("situation_used", answer.situation)


def test_forty_situations_are_promised() -> None:
    assert len(SITUATIONS) >= 40


def test_both_sides_are_shown_in_every_situation_everywhere(directory: Directory, rules: Rules) -> None:
    for situation in set(rules.situations) - {URGENT}:
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


def test_no_number_is_invented_outside_west_sweden(directory: Directory, rules: Rules) -> None:
    for code, municipality in directory.municipalities.items():
        if not municipality.in_west_sweden:
            door = next(c for c in ask(directory, rules, code).contacts if c.kind == "kommun")
            assert door.phone is None
            assert door.url == municipality.website
            assert door.note == rules.phrases["website_only"]


def test_numbers_are_written_as_in_sweden(directory: Directory, rules: Rules) -> None:
    door = ask(directory, rules, "Göteborg").contacts[0]
    assert door.phone == "031-365 00 00"
    assert phonenumbers.is_valid_number(phonenumbers.parse(door.phone, "SE"))


def test_an_unconfirmed_number_says_its_year(directory: Directory, rules: Rules) -> None:
    door = ask(directory, rules, "Härryda").contacts[0]
    assert (door.verified, door.as_of) == (False, "2021")
    assert "2021" in (door.note or "")


def test_a_number_two_sources_agree_on_is_confirmed(directory: Directory, rules: Rules) -> None:
    door = ask(directory, rules, "Göteborg").contacts[0]
    assert door.verified
    assert door.note is None


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
    assert for_other == rules.situations["allmant"].say_for_other.strip()


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
    for code in (code for code, row in directory.municipalities.items() if row.in_west_sweden):
        door = next(c for c in ask(directory, rules, code).contacts if c.kind == "vardcentral")
        assert door.id == "vardcentral-1177"


def test_every_west_swedish_municipality_has_a_health_centre(directory: Directory) -> None:
    for code, row in directory.municipalities.items():
        assert bool(directory.health_centres(code)) == row.in_west_sweden


def test_an_unknown_situation_is_refused(directory: Directory, rules: Rules) -> None:
    with pytest.raises(KeyError):
        ask(directory, rules, "Skövde", situation="finns-inte")


def test_the_patient_board_is_the_regions_own(directory: Directory, rules: Rules) -> None:
    def board(place: str) -> tuple[str, str | None]:
        answer = ask(directory, rules, place, situation="nekad")
        contact = next(c for c in answer.contacts if c.kind == "patientnamnd")
        return contact.name, contact.phone

    assert board("Skövde") == ("Patientnämnden, Västra Götalandsregionen", "010-441 20 00")
    assert board("Umeå") == ("Patientnämnden, Region Västerbotten", None)
