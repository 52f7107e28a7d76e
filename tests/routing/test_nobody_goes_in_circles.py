"""All municipalities, situations and roles: each ends with a human to reach, and nobody is sent back."""

from itertools import product

import pytest

from actions.routing.contacts import ContactAnswer, ContactQuery, find_contacts
from actions.routing.directory import Directory
from actions.routing.rules import ONE_SIDED, URGENT, Rules

ROLES = (None, "relative", "parent", "trustee", "professional", "minor")
WITHOUT_A_SIP = ONE_SIDED | {"hjalp-uteblev"}


def reached(answer: ContactAnswer) -> bool:
    """A number, or a page where it stands, and a reason to call."""
    return any(contact.phone and contact.why for contact in answer.contacts)


@pytest.mark.slow
def test_everybody_reaches_a_human_with_a_reason_and_words(directory: Directory, rules: Rules) -> None:
    for situation, role in product(rules.situations, ROLES):
        for code in directory.municipalities:
            query = ContactQuery(place=code, situation=situation, role=role)
            answer = find_contacts(directory, rules, query)
            where = (code, situation, role)
            assert reached(answer), where
            assert all(contact.why and contact.url.startswith("https://") for contact in answer.contacts), (
                where
            )
            assert answer.say and answer.reason and answer.question is None, where
            sides = {contact.side for contact in answer.contacts}
            assert situation in WITHOUT_A_SIP or {"kommun", "region"} <= sides, where


def test_nobody_is_sent_back_to_the_one_who_said_no(directory: Directory, rules: Rules) -> None:
    for code in directory.municipalities:
        for side, other in (("kommun", "region"), ("region", "kommun")):
            query = ContactQuery.model_validate({"place": code, "situation": "nekad", "refused_by": side})
            contacts = find_contacts(directory, rules, query).contacts
            assert contacts[0].side == other
            refusing = [one for one in contacts if one.side == side and one.kind != "patientnamnd"]
            assert refusing == contacts[-len(refusing) :]
            assert all("Be om skälet" in one.why for one in refusing)
        query = ContactQuery(place=code, situation="nekad", refused_by="both")
        assert find_contacts(directory, rules, query).contacts[0].kind == "patientnamnd"


def test_a_complaint_goes_its_own_way_and_not_to_the_other_side(directory: Directory, rules: Rules) -> None:
    care = find_contacts(
        directory, rules, ContactQuery(place="1496", situation="klagomal", refused_by="region")
    )
    assert [contact.kind for contact in care.contacts][:3] == ["egen-kontakt", "patientnamnd", "ivo"]
    town = find_contacts(
        directory, rules, ContactQuery(place="1496", situation="klagomal", refused_by="kommun")
    )
    assert [contact.kind for contact in town.contacts][:2] == ["kommun", "ivo"]
    assert "patientnamnd" not in {contact.kind for contact in town.contacts}


def test_one_number_is_one_card(directory: Directory, rules: Rules) -> None:
    for situation in set(rules.situations) - {URGENT}:
        for code in ("1496", "0180", "2584"):
            query = ContactQuery(place=code, situation=situation, has_contact="both")
            numbers = [
                one.phone
                for one in find_contacts(directory, rules, query).contacts
                if one.side == "kommun" and one.phone
            ]
            assert len(numbers) == len(set(numbers)), (situation, numbers)


def test_each_caller_has_words_of_their_own(directory: Directory, rules: Rules) -> None:
    def said(**facts: str) -> str:
        return find_contacts(directory, rules, ContactQuery.model_validate({"place": "1496", **facts})).say

    assert said().startswith("Hej, jag behöver hjälp")
    assert said(role="minor", situation="barn").startswith("Hej, jag är under 18 år och")
    assert said(role="relative", whom="min mamma").startswith("Hej, jag ringer för min mamma som")
    assert said(role="guardian", situation="barn", whom="vår son").startswith(
        "Hej, jag ringer för vår son som"
    )
    assert said(role="trustee").startswith("Hej, jag är god man för en person som")
    assert said(role="professional").startswith("Hej, jag arbetar med en person som")
    assert "säger nej" in said(role="relative", situation="personen-sager-nej")
    assert "klagomål" in said(situation="klagomal")
