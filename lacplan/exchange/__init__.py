"""Other formats in: a door for each, which gives plain values."""
