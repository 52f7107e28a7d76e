"""Danger and distress in what was just written in the plain form are met on the next page."""

from actions.crisis.browser import met_in_card, said_in_card
from bot.web.pages.form_walk import AT, GO, GOTO, KEPT
from bot.web.pages.posted import Fields

_NOT_WRITTEN = frozenset({AT, KEPT, GO, GOTO, "letter"})


def care_for(fields: Fields) -> str:
    """The words for what stands in the fields; empty for what is calm. What is carried on was met before."""
    written = [value for name, values in fields.items() if name not in _NOT_WRITTEN for value in values]
    level = met_in_card("\n".join(filter(str.strip, written)))
    return said_in_card()[level] if level else ""
