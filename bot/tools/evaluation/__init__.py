"""How well messages are understood: test sets, measures, tables and the picture of calibration."""
