"""The landing page shows help at once and the whole way, beside the text."""

import re

from tests.site import TestClient


def test_acute_help_stands_on_the_page_itself(client: TestClient) -> None:
    aside = client.get("/").text.partition("<aside")[2].partition("</aside>")[0]
    assert 'href="tel:112"' in aside and 'href="tel:1177"' in aside and 'href="/akut"' in aside


def test_the_six_steps_lead_to_their_own_sections(client: TestClient) -> None:
    steps = re.findall(r'href="/din-vag#([^"]+)">([^<]+)</a>', client.get("/").text)
    road = client.get("/din-vag").text
    assert len(steps) == 6
    for number, (section, title) in enumerate(steps, 1):
        assert f'<h2 id="{section}">{number}. {title}</h2>' in road
