"""Which day it is in Sweden, whatever zone the machine's clock is set to."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

SWEDEN = ZoneInfo("Europe/Stockholm")


def swedish_day() -> date:
    """Today's date in Sweden."""
    return datetime.now(SWEDEN).date()
