"""Personal identifiers are found before anything else sees a message."""

from actions.privacy.identifiers import MASK, as_public, has_identity_number, mask

__all__ = ["MASK", "as_public", "has_identity_number", "mask"]
