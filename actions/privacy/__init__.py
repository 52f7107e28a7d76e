"""Personal identifiers are found before anything else sees a message."""

from actions.privacy.identifiers import has_identity_number, mask

__all__ = ["has_identity_number", "mask"]
