"""Which municipality is home, where a message names more than one."""

import pytest

from actions.routing.directory import Directory
from actions.routing.resolving import resolve


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("jag bor i timrå men har läkare i sundsvall", "2262"),
        ("jag bor i farsta men min vårdcentral ligger i huddinge", "0180"),
        ("min sambo är på psyket i trollhättan, vi bor i vänersborg", "1487"),
        ("jag jobbar på psyk i borås och ska nå socialtjänsten i herrljunga", "1466"),
        ("vi har flyttat till nybro från kalmar", "0881"),
        ("jag är sköterska på nus, patienten ska hem till dorotea", "2425"),
    ],
)
def test_where_care_or_work_is_named_the_other_place_is_home(
    directory: Directory, words: str, code: str
) -> None:
    assert resolve(directory, words).code == code


@pytest.mark.parametrize(
    "words",
    [
        "han bor halva tiden i lund och halva i eslöv",
        "skriven i luleå men bor på behandlingshem i vännäs",
        "jag bor i umeå och mamma i boden",
    ],
)
def test_two_places_that_may_be_home_are_asked_about(directory: Directory, words: str) -> None:
    assert resolve(directory, words).several


def test_the_only_place_counts_wherever_it_is_named(directory: Directory) -> None:
    assert resolve(directory, "jag jobbar på skolan i mora").code == "2062"
