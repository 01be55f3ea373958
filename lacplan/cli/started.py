"""How this lacplan is started, for those who start it again: git, and the tour."""

import sys
from pathlib import Path


def started_with() -> list[str]:
    """Return the words that start this lacplan, from any folder.

    Where it was not started by its own script, Python must not look for modules in the current
    folder (``-P``): that may be anybody's.
    """
    script = Path(sys.argv[0])
    if script.stem == "lacplan" and script.is_file():
        return [str(script.absolute())]
    return [sys.executable, "-P", "-m", "lacplan"]
