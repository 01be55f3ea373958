"""lacplan, started as git starts its merge driver, on a sample draft that two people edited.

usage: python merge_driver.py FOLDER

writes the three files into FOLDER first, since the driver leaves the result in one of them.
"""

import sys
from contextlib import suppress
from pathlib import Path

from lacplan.cli import main

SAMPLE = Path(__file__).parents[3] / "drafts" / "lac-2013.yaml"


def files(folder: Path) -> list[str]:
    """Write the base, ours and theirs, and return where they are."""
    sample = SAMPLE.read_text(encoding="utf-8")
    texts = {
        "base": sample,
        "ours": sample.replace("title: Political issues", "title: Political questions"),
        "theirs": sample.replace("stage: final", "stage: superseded"),
    }
    for name, text in texts.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return [str(folder / f"{name}.yaml") for name in texts]


asked = files(Path(sys.argv[1]))
sys.argv = ["lacplan", "merge-driver", *asked, "7", "drafts/lac-2013.yaml"]
with suppress(SystemExit):
    main()
merged = Path(asked[1]).read_text(encoding="utf-8")
assert "Political questions" in merged
assert "superseded" in merged
