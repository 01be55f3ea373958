"""Print how many seconds of CPU it takes to import a table of comments.

usage: python import_comments.py FOLDER

All of ``lacplan consult import`` but its start and what it prints: the table of FOLDER, made by
make_consultation.py, is read, cleaned, resolved and written to a new folder, its contacts too.
"""

import gc
import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

from lacplan.consult.columns import find_columns
from lacplan.consult.intake import Context, take_in
from lacplan.exchange.comment_table import read_table
from lacplan.render.community.countries import country_codes
from lacplan.store.consultations import ConsultationFolder, find_consultation
from lacplan.store.contacts import keep_contacts
from lacplan.store.drafts import fetch


def main() -> None:
    """Measure."""
    folder = Path(sys.argv[1])
    asked = find_consultation(folder / "drafts" / "lac-2013")
    plan = fetch(str(folder / "drafts" / "lac-2013" / "plan.yaml")).plan
    with TemporaryDirectory(dir=folder) as fresh:
        target = Path(fresh, "lac", "consultations", "draft-01")
        target.mkdir(parents=True)
        shutil.copy(asked.folder / "consultation.yaml", target)
        into = ConsultationFolder(target)
        gc.disable()  # as lacplan's commands do
        began = process_time()
        table = read_table(folder / "in.csv")
        context = Context(
            into.consultation, plan, "csv", "2013-04-01T00:00:00Z", country_names=country_codes
        )
        intake = take_in(find_columns(table.columns, {}), table.rows, context)
        keep_contacts(target, intake.contacts)
        into.files.add(intake.comments)
        print(process_time() - began)


main()
