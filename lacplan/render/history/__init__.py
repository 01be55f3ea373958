"""The life of a draft as text for programs."""
