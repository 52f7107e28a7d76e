"""Attacks on a running service. Each tells what it tried, what survived, was lost and leaked."""
