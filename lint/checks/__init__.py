"""Rules written in Python: pure functions from a reading and options to hits."""
