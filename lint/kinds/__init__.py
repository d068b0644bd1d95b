"""The algebra of rules, one module a kind."""
