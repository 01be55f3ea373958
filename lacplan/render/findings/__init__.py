"""Findings as text for programs: one module a format, each with a pure ``render``."""
