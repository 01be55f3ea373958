"""Changes as text for readers and programs: one module a format, each with a pure ``render``."""
