"""The marked proof: the report as one HTML file that an editor reads: the articles, marks in them, queries in the margin.

The file needs nothing else, neither a network nor a script: styles and script stand in it, and the page's own policy
lets nothing else in. Without the script the queries stand below their paragraphs.
"""

from lint.reporters.proof.page import render

__all__ = ["render"]
