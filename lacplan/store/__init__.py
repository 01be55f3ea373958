"""Files and git: the only room that touches either."""
