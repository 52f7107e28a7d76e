"""Logs that say where something went wrong, never what anybody wrote."""

import logging


class PlaceOnly(logging.Formatter):
    """Time, level, place in the code and kind of exception; no messages, for Rasa puts user text in them."""

    def format(self, record: logging.LogRecord) -> str:
        kind = record.exc_info[0].__name__ if record.exc_info and record.exc_info[0] else ""
        when = self.formatTime(record)
        return f"{when} {record.levelname} {record.name}:{record.lineno} {kind}".rstrip()
