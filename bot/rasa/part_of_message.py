"""A text that is read beside the message it belongs to."""

from __future__ import annotations

from typing import Any, Dict, Text


class PartOfMessage(Dict[Text, Any]):
    """Metadata of such a text: its danger was weighed with the whole message, and is not weighed again.

    No request can claim it: what comes as JSON is never of this type.
    """
