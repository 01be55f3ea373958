"""Make a repository with a consultation that many comments came in for, and their table.

usage: python make_consultation.py FOLDER COMMENTS

The folder then holds ``drafts/`` with the plan, a version of it, the consultation and 300 issues
that the comments are linked to, and ``in.csv`` with the comments as people sent them.
"""

import csv
import os
import random
import subprocess
import sys
from pathlib import Path

from lacplan.cli.app import run
from lacplan.consult.columns import find_columns
from lacplan.consult.intake import Context, take_in
from lacplan.exchange.comment_table import read_table
from lacplan.model.issues import Link
from lacplan.store.consultations import find_consultation
from lacplan.store.drafts import fetch

NAME = "lac-2013"
SAMPLE = Path(__file__).parents[3] / "drafts" / f"{NAME}.yaml"
ISSUES = 300
WORDS = [
    "la",
    "región",
    "necesita",
    "más",
    "apoyo",
    "para",
    "universidades",
    "registradores",
    "dominios",
    "capacitación",
    "técnica",
    "gobiernos",
    "sociedad",
    "civil",
    "participación",
    "plazo",
    "objetivo",
    "indicador",
    "proyecto",
    "comunidad",
]
HEAD = [
    "ID",
    "Fecha",
    "Código",
    "Comentario",
    "Propuesta",
    "Nombre",
    "Organización",
    "Sector",
    "País",
    "Posición",
    "Correo electrónico",
]


def main() -> None:
    """Make all of it."""
    folder, count = Path(sys.argv[1]), int(sys.argv[2])
    (folder / "drafts").mkdir(parents=True)
    os.chdir(folder)
    os.environ |= {
        "HOME": str(folder),
        "GIT_CONFIG_NOSYSTEM": "1",
        **dict.fromkeys(("GIT_AUTHOR_NAME", "GIT_COMMITTER_NAME"), "Bench"),
        **dict.fromkeys(("GIT_AUTHOR_EMAIL", "GIT_COMMITTER_EMAIL"), "bench@example.org"),
    }
    (folder / "drafts" / SAMPLE.name).write_bytes(SAMPLE.read_bytes())
    for words in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "start"]):
        subprocess.run(["git", *words], check=True)
    lacplan("version", "create", NAME)
    dates = ("--opens", "2013-03-20", "--closes", "2013-04-11")
    lacplan("consult", "open", NAME, "--version", "draft-01", *dates)
    write_table(folder / "in.csv", count)
    take_all(folder)
    lacplan("consult", "close", NAME, "--as", "responded")  # so that each without an answer is told


def lacplan(*words: str) -> None:
    """Run a command line, quietly."""
    sys.argv = ["lacplan", *words]
    sys.stdout, out = open(os.devnull, "w", encoding="utf-8"), sys.stdout  # noqa: SIM115
    try:
        run()
    except SystemExit as left:
        assert not left.code, words
    finally:
        sys.stdout = out


def write_table(path: Path, count: int) -> None:
    """Write the table of *count* comments."""
    chance = random.Random(count)
    codes = [item.code for item in fetch(str(SAMPLE)).plan.walk() if item.code]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEAD)
        for number in range(count):
            proposal = " ".join(chance.choices(WORDS, k=20)) if number % 3 == 0 else ""
            writer.writerow(
                [
                    f"r{number}",
                    f"{20 + number % 12:02}/03/2013 10:{number % 60:02}",
                    chance.choice([*codes, "9.9"]),
                    " ".join(chance.choices(WORDS, k=30)).capitalize() + ".",
                    proposal,
                    f"Persona {number}",
                    f"Organización {number % 900}",
                    chance.choice(["Sociedad civil", "Gobierno", "Academia", "Sector privado"]),
                    chance.choice(["AR", "UY", "Brasil", "México"]),
                    chance.choice(["A favor", "En contra", "Neutro"]),
                    f"p{number}@example.org",
                ]
            )


def take_all(folder: Path) -> None:
    """Take the table in, and link every comment but a hundredth to one of the issues."""
    found = find_consultation(folder / "drafts" / NAME)
    table = read_table(folder / "in.csv")
    context = Context(found.consultation, fetch(str(SAMPLE)).plan, "csv", "2013-04-01T00:00:00Z")
    comments = take_in(find_columns(table.columns, {}), table.rows, context).comments
    found.files.add(comments)
    found.write_links(
        Link(each.id, f"issue-{at % ISSUES}") for at, each in enumerate(comments) if at % 100
    )
    dispositions = ("noted", "not-accepted", "already-covered", "question-answered")
    issues = "".join(
        f"  - id: issue-{number}\n    title: The issue {number}\n"
        f"    disposition: {dispositions[number % 4]}\n    reason: It is so.\n"
        f"    response: {{en: Thank you.}}\n"
        for number in range(ISSUES)
    )
    (found.folder / "issues.yaml").write_text(f"format: 1\nissues:\n{issues}", encoding="utf-8")


main()
