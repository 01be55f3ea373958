"""Who is at the table, what was brought in, what was said of a draft, and what came of it."""
