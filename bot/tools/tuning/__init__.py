"""Tuning the encoder on this project's own examples: `make tune-encoder`. Nothing of it is served."""
