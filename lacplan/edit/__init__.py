"""A draft and what is wanted of it -> the draft edited, its comments and layout kept."""
