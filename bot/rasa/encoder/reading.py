"""A message as the encoder gets to read it."""

from __future__ import annotations

import re
from typing import Text

from actions.content.same_words import with_one_name

LONGEST_TEXT = 600  # characters; the encoder's time grows with length, the gist comes early
_REPEATED_SIGN = re.compile(r"([^\w\s])\1+")


def as_read(text: Text) -> Text:
    """The text as the encoder gets it: shouting is lowered, "!!!" is "!", and it ends after 600 characters.

    SIP's full name is read as SIP.

    The encoder tells capitals from small letters, so "VAD KOSTAR EN SIP!!!" would lie far from every example.
    """
    text = with_one_name(text)
    calm = text.lower() if text.isupper() and " " in text.strip() else text
    return _REPEATED_SIGN.sub(r"\1", calm)[:LONGEST_TEXT]
