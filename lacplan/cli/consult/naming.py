"""Items as a secretary names them on the command line, in the version that was consulted."""

from typing import TYPE_CHECKING

from lacplan.errors import LacplanError, nearest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from lacplan.model.plan import Plan
    from lacplan.store.consultations import ConsultationFolder


def item_named(
    folder: "ConsultationFolder", said: str, drafts: "Path | None", *, version: str | None = None
) -> str:
    """Return the id of the item or indicator that *said* names: by id, code or title.

    What the consulted version does not know is looked for in *version*, where one is given and
    was published, and in the draft: a new item may be the answer.

    Raises:
        LacplanError: None of them has it; the nearest is offered.
    """
    from lacplan.consult.items import Items

    ids: list[str] = []
    for plan in _plans(folder, drafts, version):
        found = Items(plan).find(said)
        if found is not None:
            return found
        ids += plan.ids()
    name = f"{folder.plan.name}@{folder.consultation.version}"
    guess = nearest(said, ids)
    hint = f"Did you mean “{guess}”?" if guess else f"“lacplan show {name}” lists them."
    raise LacplanError(f"Neither “{name}” nor the draft has an item “{said}”.", hint=hint)


def _plans(
    folder: "ConsultationFolder", drafts: "Path | None", version: str | None
) -> "Iterator[Plan]":
    from lacplan.store.drafts import fetch

    name = folder.plan.name
    yield fetch(f"{name}@{folder.consultation.version}", drafts).plan
    for ref in (f"{name}@{version}" if version else "", name):
        if not ref:
            continue
        try:
            source = fetch(ref, drafts)
        except LacplanError:  # not published yet
            continue
        if source.decoded.plan is not None:
            yield source.decoded.plan
