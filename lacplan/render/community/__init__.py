"""Who writes a plan and where their contributions went, for readers and for programs."""
