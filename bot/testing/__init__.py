"""What tests and benchmarks share: starting the whole service on free ports."""
