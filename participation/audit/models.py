"""The event table."""

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, Connection, Index, Integer, String, event
from sqlalchemy.orm import Mapped, Mapper, mapped_column

from participation.audit.rules import Tag
from participation.db.base import Base, Choice, Instant, Json


class AuditEvent(Base):
    """One event. ``subject`` and ``contribution`` are plain numbers: the log outlives its objects."""

    __tablename__ = "audit_event"
    __table_args__ = (
        Index(None, "contribution_id", "id"),
        Index(None, "subject_type", "subject_id"),
    )

    id: Mapped[int] = mapped_column(
        BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=True
    )
    at: Mapped[datetime] = mapped_column(Instant)
    tag: Mapped[Tag] = mapped_column(Choice(Tag))
    actor_kind: Mapped[str] = mapped_column(String(16))
    actor_id: Mapped[int | None]
    subject_type: Mapped[str] = mapped_column(String(32))
    subject_id: Mapped[int | None]
    contribution_id: Mapped[int | None]
    data: Mapped[dict[str, Any] | None] = mapped_column(Json)


class AppendOnly(RuntimeError):
    """Somebody tried to rewrite the past."""


@event.listens_for(AuditEvent, "before_update")
@event.listens_for(AuditEvent, "before_delete")
def _refuse(mapper: Mapper[AuditEvent], connection: Connection, target: AuditEvent) -> None:
    raise AppendOnly("audit events are never changed")
