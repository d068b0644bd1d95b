"""The baseline: findings that are known, so that a check tells of new ones alone."""
