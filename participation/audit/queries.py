"""Reading events."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from participation.audit.models import AuditEvent
from participation.audit.rules import Tag


def list_for_contribution(db: Session, contribution_id: int) -> Sequence[AuditEvent]:
    """Everything that happened to a contribution, oldest first."""
    return db.scalars(
        select(AuditEvent)
        .where(AuditEvent.contribution_id == contribution_id)
        .order_by(AuditEvent.id)
    ).all()


def list_recent(
    db: Session, *, tag: Tag | None = None, before: int | None = None, limit: int = 100
) -> Sequence[AuditEvent]:
    """The newest events, for the audit trail page."""
    query = select(AuditEvent).order_by(AuditEvent.id.desc()).limit(limit)
    if tag is not None:
        query = query.where(AuditEvent.tag == tag)
    if before is not None:
        query = query.where(AuditEvent.id < before)
    return db.scalars(query).all()
