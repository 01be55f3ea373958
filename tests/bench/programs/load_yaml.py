"""Print how many seconds of CPU PyYAML's CSafeLoader takes merely to load files.

usage: python load_yaml.py FILE...

After another file was loaded once.
"""

import sys
from pathlib import Path
from time import process_time

from yaml import CSafeLoader, load

SAMPLE = Path(__file__).parents[3] / "drafts" / "lac-2013.yaml"


def main() -> None:
    """Measure."""
    texts = [Path(file).read_text(encoding="utf-8") for file in sys.argv[1:]]
    load(SAMPLE.read_text(encoding="utf-8"), CSafeLoader)
    began = process_time()
    for text in texts:
        load(text, CSafeLoader)
    print(process_time() - began)


main()
