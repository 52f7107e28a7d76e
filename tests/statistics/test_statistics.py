"""The figures add up, say where they come from, and are the same wherever they are shown."""

import re
from copy import deepcopy
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml

from actions.content.facts import read_facts
from actions.content.files import read_passages, read_sources
from actions.content.problems import ContentError
from actions.content.yaml_files import read_yaml
from actions.settings import ROOT
from actions.statistics.chart import bars
from actions.statistics.files import read_statistics
from actions.statistics.models import Series, Statistics

CONTENT = ROOT / "content"


@pytest.fixture(scope="module")
def statistics() -> Statistics:
    return read_statistics(CONTENT, read_sources(CONTENT))


def series(statistics: Statistics, key: str) -> Series:
    return next(one for one in statistics.series if one.id == key)


def test_the_parts_of_vastra_gotaland_are_the_whole(statistics: Statistics) -> None:
    plans = series(statistics, "per-delregion-2018")
    assert sum(row.total or 0 for row in plans.rows) == 7205 == plans.whole.total  # type: ignore[union-attr]
    followed_up = series(statistics, "uppfoljningar-2018")
    assert sum(row.total or 0 for row in followed_up.rows) == 1251


def test_a_year_has_the_same_total_in_every_series(statistics: Statistics) -> None:
    years = {row.name: row for row in series(statistics, "utveckling-2017-2019").rows}
    assert years["2018"].values == series(statistics, "per-delregion-2018").whole.values  # type: ignore[union-attr]


def test_the_rate_of_the_county_lies_between_its_parts(statistics: Statistics) -> None:
    rates = series(statistics, "per-invanare-2018")
    values = [row.values[0] for row in rates.rows]
    assert min(values) < rates.whole.values[0] < max(values)  # type: ignore[union-attr]


def test_numbers_in_a_summary_stand_in_the_table(statistics: Statistics) -> None:
    for one in statistics.series:
        table = {f"{value:g}".replace(".", ",") for row in one.every_row
                 for value in (*row.values, row.total or 0)}  # fmt: skip
        told = re.findall(r"\d+(?:[ \u00a0]\d{3})*(?:,\d+)?", one.summary.replace("1 000 invånare", ""))
        years = {"2017", "2018", "2019"}
        numbers = {number.replace(" ", "").replace("\u00a0", "") for number in told} - years
        assert numbers <= table, (one.id, numbers - table)


def test_every_figure_says_place_time_source_and_what_is_wrong_with_it(statistics: Statistics) -> None:
    for one in statistics.series:
        assert one.place and re.search(r"20\d\d", one.period) and one.sources and one.flaws, one.id
    for figure in statistics.figures:
        assert figure.place and re.search(r"20\d\d", figure.period) and figure.flaw, figure.what


def test_the_answer_on_statistics_has_the_same_table(statistics: Statistics) -> None:
    passages = read_passages(CONTENT, read_facts(CONTENT))
    answer = next(one for one in passages if one.id == "statistik#delregioner").long
    for row in series(statistics, "per-delregion-2018").every_row:
        total = f"{row.total:,.0f}".replace(",", " ")
        line = next(line for line in answer.splitlines() if line.strip("| *").startswith(row.name))
        assert total in line


def test_bars_lie_end_to_end_and_the_longest_fills_the_width(statistics: Statistics) -> None:
    for one in statistics.series:
        ends = []
        for row in one.rows:
            parts = bars(one, row)
            for before, after in pairwise(parts):
                assert after.start == pytest.approx(before.start + before.width, abs=0.02)
            ends.append(parts[-1].start + parts[-1].width)
        assert max(ends) == pytest.approx(100, abs=0.02) and min(ends) > 0


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda s: s["rows"][0].update(total=1), "talen blir"),
        (lambda s: s["whole"].update(values=[1, 2], total=3), "raderna blir"),
        (lambda s: s["rows"][0].update(values=[1]), "saknas"),
        (lambda s: s.update(sources=["nej"]), "nej"),
        (lambda s: s.update(flaws=[]), "flaws"),
    ],
)
def test_figures_that_do_not_add_up_are_not_published(tmp_path: Path, change: Any, told: str) -> None:
    data = read_yaml(CONTENT / "statistics.yml")
    broken = deepcopy(data)
    change(broken["series"][0])
    (tmp_path / "statistics.yml").write_text(yaml.safe_dump(broken, allow_unicode=True), encoding="utf-8")
    with pytest.raises(ContentError, match=told):
        read_statistics(tmp_path, read_sources(CONTENT))
