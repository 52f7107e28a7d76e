"""A kept conversation is read again, for every message."""

from __future__ import annotations

import json
from typing import Any, Dict, Text, Type

from rasa.core.tracker_store import TrackerStore
from rasa.shared.core.conversation import Dialogue
from rasa.shared.core.events import Event
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.utils.common import all_subclasses

_KINDS: Dict[Text, Type[Event]] = {kind.type_name: kind for kind in all_subclasses(Event)}


class QuickReading(TrackerStore):
    """Knows the kinds of events beforehand. Rasa looks through all of them anew for every event it reads."""

    def deserialise_tracker(self, sender_id: Text, serialised_tracker: Text) -> DialogueStateTracker:
        """The conversation. Raises KeyError for an event of an unknown kind."""
        tracker = self.init_tracker(sender_id)
        kept = json.loads(serialised_tracker)["events"]
        tracker.recreate_from_dialogue(Dialogue(sender_id, [_event(row) for row in kept]))
        return tracker


def _event(row: Dict[Text, Any]) -> Event:
    return _KINDS[row["event"]]._from_parameters(row)
