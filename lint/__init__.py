"""Copydesk: the copy desk in an article repository."""

__version__ = "0.1.0"
