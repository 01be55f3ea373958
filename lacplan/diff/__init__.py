"""Two drafts -> what changed between them, by meaning; and a change in words."""
