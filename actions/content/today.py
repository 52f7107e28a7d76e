"""Which day it is in Sweden, whatever the server's clock zone."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

SWEDEN = ZoneInfo("Europe/Stockholm")


def today() -> date:
    """The date now in Sweden."""
    return datetime.now(SWEDEN).date()
