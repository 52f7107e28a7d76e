"""Thin Rasa actions: read slots, call one pure function, answer."""
