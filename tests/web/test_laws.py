"""A paragraph of law on a page leads to the law's own words."""

from collections.abc import Callable

import pytest

from actions.settings import ROOT
from bot.web.laws import law_links


@pytest.fixture(scope="module")
def linked() -> Callable[[str], str]:
    return law_links(ROOT / "content")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("10 kap. 8 § SoL", "2025:400#K10P8"),
        ("10 kap. 8–9 §§ socialtjänstlagen", "2025:400#K10P8"),
        ("10 kap. 8 § andra stycket SoL", "2025:400#K10P8"),
        ("16 kap. 4 § hälso- och sjukvårdslagen", "2017:30#K16P4"),
        ("6 kap. 13 a § FB", "1949:381#K6P13a"),
        ("3 kap. 8 a–8 b §§ patientsäkerhetslagen", "2010:659#K3P8a"),
        ("10 § LSS", "1993:387#P10"),
        ("32–33 §§ FvL", "2017:900#P32"),
        ("2 kap. 5 § lagen 2017:612", "2017:612#K2P5"),
        ("2 kap. 7 § SoL (2001:453)", "2001:453#K2P7"),
        ("13 kap. kommunallagen", "2017:725#K13"),
        ("4 kap. lagen (2017:612)", "2017:612#K4"),
    ],
)
def test_a_paragraph_leads_to_its_place_in_the_law(
    linked: Callable[[str], str], text: str, place: str
) -> None:
    link = f'<a href="https://lagen.nu/{place}" rel="noreferrer">{text}</a>'
    assert linked(f"<p>Se {text}.</p>") == f"<p>Se {link}.</p>"


def test_each_of_two_paragraphs_leads_to_its_own_law(linked: Callable[[str], str]) -> None:
    html = linked("<p>Planen görs (10 kap. 8 § SoL, 16 kap. 4 § HSL).</p>")
    assert html.count("<a ") == 2 and "2025:400#K10P8" in html and "2017:30#K16P4" in html


@pytest.mark.parametrize(
    "html",
    [
        "<p>Se 29 kap. 13 §.</p>",
        "<p>Fråga om 3 § eller LSS.</p>",
        '<p><a href="/x">10 kap. 8 § SoL</a></p>',
        '<p title="10 § LSS">Planen.</p>',
    ],
)
def test_what_names_no_law_or_is_a_link_already_stays(linked: Callable[[str], str], html: str) -> None:
    assert linked(html) == html
