"""What a plan is: frozen values that know nothing of files."""
