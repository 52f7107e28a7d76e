"""Content compiled into one file and checked before anyone reads it."""
