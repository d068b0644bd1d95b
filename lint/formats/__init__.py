"""Readers: one module a format, from source to document."""
