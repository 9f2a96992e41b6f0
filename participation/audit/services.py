"""Writing events; nothing else in the house inserts into the table."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from participation.audit.models import AuditEvent
from participation.audit.rules import Tag
from participation.core.actor import Actor


def record(
    db: Session,
    tag: Tag,
    actor: Actor,
    at: datetime,
    *,
    subject: tuple[str, int | None],
    contribution_id: int | None = None,
    data: Mapping[str, Any] | None = None,
) -> None:
    """Append one event to the transaction under way.

    :param subject: the table's name and the row's id.
    :param data: ids, enumerations, dates, amounts, version numbers; never text or personal values.
    """
    db.add(
        AuditEvent(
            at=at,
            tag=tag,
            actor_kind=actor.kind,
            actor_id=actor.person_id,
            subject_type=subject[0],
            subject_id=subject[1],
            contribution_id=contribution_id,
            data=dict(data) if data else None,
        )
    )
