"""The command line. Only here is click known, and only here is anything printed."""

from lint.cli.boundary import main

__all__ = ["main"]
