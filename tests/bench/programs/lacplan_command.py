"""lacplan, started as its console script starts it."""

from lacplan.cli import main

main()
