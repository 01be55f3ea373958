"""Print how many seconds of CPU it takes from the text of a draft to its findings, all rules on.

usage: python validate.py DRAFT [TIMES]

The mean of TIMES, after a draft of another kind was validated once.
"""

import sys
from pathlib import Path
from time import process_time

from lacplan.document.parse import parse
from lacplan.model.decode import decode
from lacplan.validate.draft import Draft
from lacplan.validate.engine import validate
from lacplan.validate.locate import locate
from lacplan.validate.rules import RULES

SAMPLE = Path(__file__).parents[3] / "drafts" / "lac-2013.yaml"


def findings(text: str) -> None:
    """Do all that ``lacplan validate`` does between reading a file and printing."""
    document = parse(text)
    draft = Draft(document, decode(document))
    locate(document, "draft.yaml", validate(draft, RULES))


def main() -> None:
    """Measure."""
    text = Path(sys.argv[1]).read_text(encoding="utf-8")
    times = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    findings(SAMPLE.read_text(encoding="utf-8"))
    began = process_time()
    for _ in range(times):
        findings(text)
    print((process_time() - began) / times)


main()
