"""A health centre is known by its name and by what people call it, and none is chosen for anybody."""

import pytest

from actions.routing.centre_names import centre_named
from actions.routing.directory import Directory
from actions.routing.resolving import resolve


def named(directory: Directory, text: str) -> list[str]:
    found = centre_named(directory, text)
    return [centre.name for centre in found.centres] if found else []


def test_every_health_centre_is_found_by_its_name_and_town(directory: Directory) -> None:
    missed = []
    for centre in directory.all_health_centres():
        town = directory.municipalities[centre.municipality_code].name
        found = resolve(directory, f"jag går på {centre.name.lower()} i {town}")
        if (found.code, found.health_centre) != (centre.municipality_code, centre.id):
            missed.append(centre.name)
    # "Hälsocentralen i Hjo" is its name, and what any health centre there is called.
    assert missed == ["Hälsocentralen"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("går på närhälsan tibro", "Närhälsan Tibro vårdcentral"),
        ("min vc e nötkärnan kortedala", "Nötkärnan Kortedala Vårdcentral och BVC"),
        ("kronoparkens vårdcentral ringde", "Vårdcentralen Kronoparken Karlstad"),
        ("jag är listad på primapraktiken", "Primapraktiken"),
        ("bra liv rosenlund sa nej", "Bra Liv Rosenlund vårdcentral, Jönköping"),
    ],
)
def test_a_short_name_is_enough(directory: Directory, text: str, name: str) -> None:
    assert named(directory, text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "vårdcentralen i Tibro sa nej",
        "Tibro vårdcentral",
        "vårdcentralen i Bro",
        "läkaren på vårdcentralen",
        "min son Johannes går i skolan",
    ],
)
def test_a_town_alone_names_no_health_centre(directory: Directory, text: str) -> None:
    assert named(directory, text) == []


def test_the_home_may_be_elsewhere_than_the_health_centre(directory: Directory) -> None:
    found = resolve(directory, "går på närhälsan landvetter men bor i mölndal")
    assert found.code == "1481"
    assert found.health_centre
    alone = resolve(directory, "går på närhälsan sjöbo")
    assert (alone.code, alone.assumed) == ("1490", True)


def test_none_far_away_is_taken_for_the_one_at_home(directory: Directory) -> None:
    assert resolve(directory, "jag bor i Falun och går på vårdcentralen centrum").health_centre == ""
