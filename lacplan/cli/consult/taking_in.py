"""What comments are read against, for the commands that take them in."""

from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lacplan.consult.intake import Context
    from lacplan.model.plan import Plan
    from lacplan.store.consultations import ConsultationFolder


def context_of(
    folder: "ConsultationFolder", plan: "Plan | None", received: str | None
) -> "Context":
    """Return what comments on *plan* are read against.

    Args:
        folder: The consultation.
        plan: The version that was consulted; ``None`` where no item is named.
        received: When what has no date of its own came; now for ``None``.
    """
    from lacplan.cli.consult.opened import group_of
    from lacplan.consult.intake import Context
    from lacplan.consult.moments import moment
    from lacplan.render.community.countries import country_codes

    now = datetime.now().astimezone().replace(microsecond=0)
    return Context(
        consultation=folder.consultation,
        plan=plan,
        channel="",
        received=moment(received, now) if received else now.isoformat(),
        now=now.isoformat(),
        constituencies=tuple(body for body, _ in group_of(folder).constituencies),
        country_names=country_codes,
    )
