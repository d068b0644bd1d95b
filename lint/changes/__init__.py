"""What git knows to have changed: the drafts of a commit or branch, and their new lines."""
