"""Reporters: pure functions from a report to text."""
