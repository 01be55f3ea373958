"""Drafts and findings as text for readers and programs: the only room that knows babel."""
