"""A letter bears the day it is in Sweden, wherever the server's clock stands."""

import time
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from actions.swedish_day import swedish_day


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Etc/GMT+12", "UTC"])
def test_the_day_is_that_of_sweden(zone: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        patched.setenv("TZ", zone)
        time.tzset()
        assert swedish_day() == datetime.now(UTC).astimezone(ZoneInfo("Europe/Stockholm")).date()
    time.tzset()
