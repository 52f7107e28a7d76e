"""Figures about SIP: read, checked, and laid out as charts."""
