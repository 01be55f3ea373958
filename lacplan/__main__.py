"""Run lacplan as ``python -m lacplan``."""

from lacplan.cli import main

if __name__ == "__main__":
    main()
