"""Print how many seconds of CPU it takes the standard library to turn the table into JSON lines.

usage: python copy_comments.py FOLDER

The same keys and values as lacplan's lines where they need no thought: nothing is checked, cleaned,
resolved, counted or synced.
"""

import csv
import json
import sys
from pathlib import Path
from tempfile import TemporaryFile
from time import process_time


def line(row: dict[str, str]) -> dict[str, object]:
    """Return the object of a comment's line."""
    return {
        "id": f"{row['ID']}.1",
        "submission": row["ID"],
        "seq": 1,
        "received": row["Fecha"],
        "channel": "csv",
        "text": row["Comentario"],
        "target": {"item": row["Código"]},
        "position": row["Posición"],
        "proposed": row["Propuesta"],
        "author": {
            "kind": "person",
            "name": row["Nombre"],
            "organization": row["Organización"],
            "stakeholder": row["Sector"],
            "country": row["País"],
        },
    }


def main() -> None:
    """Measure."""
    began = process_time()
    with (
        Path(sys.argv[1], "in.csv").open(encoding="utf-8", newline="") as table,
        TemporaryFile("w", encoding="utf-8") as lines,
    ):
        for row in csv.DictReader(table):
            lines.write(json.dumps(line(row), ensure_ascii=False) + "\n")
    print(process_time() - began)


main()
