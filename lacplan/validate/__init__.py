"""The rules of a sound draft, and the engine that runs them."""
