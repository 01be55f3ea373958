"""Print how many seconds of CPU PyYAML's CSafeLoader takes merely to load a file.

usage: python load_yaml.py FILE

After another file was loaded once.
"""

import sys
from pathlib import Path
from time import process_time

from yaml import CSafeLoader, load

SAMPLE = Path(__file__).parents[3] / "drafts" / "lac-2013.yaml"


def main() -> None:
    """Measure."""
    text = Path(sys.argv[1]).read_text(encoding="utf-8")
    load(SAMPLE.read_text(encoding="utf-8"), CSafeLoader)
    began = process_time()
    load(text, CSafeLoader)
    print(process_time() - began)


main()
