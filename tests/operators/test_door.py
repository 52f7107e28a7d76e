"""The operator's own way in for SIP says what the operator has said, and no more."""

import pytest

from actions.content.yaml_files import read_yaml
from actions.operators.door import sip_door
from actions.operators.models import Operator, Reach
from actions.settings import ROOT

TEXTS = read_yaml(ROOT / "content" / "operator_texts.yml")
PAGE = "https://sip.test/om"
ELSEWHERE = Reach(url="https://ett.test/kontakt")


def operator(sip: Reach | None, **more: object) -> Operator:
    facts = {"contact": ELSEWHERE, "data_protection": ELSEWHERE, "accessibility": ELSEWHERE, **more}
    return Operator.model_validate({"id": "ett", "name": "Kommun Ett", "sip": sip, **facts})


def test_none_without_a_way_of_its_own() -> None:
    assert sip_door(operator(None), TEXTS, PAGE) is None


@pytest.mark.parametrize(
    ("places", "side"),
    [({"municipality": "1491"}, "kommun"), ({"municipalities": ("1491", "1490")}, "region"), ({}, "annan")],
)
def test_whose_side_it_is_on_is_told_by_its_places(places: dict[str, object], side: str) -> None:
    door = sip_door(operator(Reach(phone="0321-1"), **places), TEXTS, PAGE)
    assert door and door.side == side


def test_its_page_is_its_own_else_the_operators_else_the_one_that_tells_of_it() -> None:
    own = Reach(url="https://ett.test/sip")
    addressed = operator(Reach(address="Storgatan 1"))
    nowhere = operator(Reach(address="Storgatan 1"), contact=Reach(phone="0321-2"))
    doors = [sip_door(one, TEXTS, PAGE) for one in (operator(own), addressed, nowhere)]
    assert [door.url for door in doors if door] == ["https://ett.test/sip", "https://ett.test/kontakt", PAGE]


def test_nothing_is_said_of_hours_that_nobody_has_told() -> None:
    door = sip_door(operator(Reach(phone="0321-1")), TEXTS, PAGE)
    assert door and door.why == TEXTS["sip_why"]
