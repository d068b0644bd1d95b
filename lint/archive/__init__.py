"""The archive: the names of a repository's published articles, indexed, and the house's own list of names."""
