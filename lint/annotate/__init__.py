"""Annotations of a document, made on demand and once."""
