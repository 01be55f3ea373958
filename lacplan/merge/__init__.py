"""Three drafts -> one, and the conflicts that a person must decide."""
