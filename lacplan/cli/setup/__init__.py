"""Commands that set up what works with lacplan."""
