"""What comments are read against, for the commands that take them in."""

from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lacplan.consult.intake import Context
    from lacplan.store.consultations import ConsultationFolder
    from lacplan.store.drafts import Source


def context_of(folder: "ConsultationFolder", version: "Source", received: str | None) -> "Context":
    """Return what comments on *version* are read against.

    Args:
        folder: The consultation.
        version: What was consulted.
        received: When what has no date of its own came; now for ``None``.
    """
    from lacplan.cli.consult.opened import group_of
    from lacplan.consult.intake import Context
    from lacplan.consult.moments import moment
    from lacplan.render.community.countries import country_codes

    now = datetime.now().astimezone().replace(microsecond=0)
    return Context(
        consultation=folder.consultation,
        plan=version.plan,
        channel="",
        received=moment(received, now) if received else now.isoformat(),
        constituencies=tuple(body for body, _ in group_of(folder).constituencies),
        country_names=country_codes,
    )
