"""Guided tasks: steps defined in `content/tasks/`, walked by pure functions."""
