"""Putting work in the outbox, taking it out, and saying how it went."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import delete, or_, select, update
from sqlalchemy.orm import Session

from participation.core.tokens import new_token
from participation.jobs.models import OutboxMessage
from participation.jobs.rules import LEASE, next_delay


def enqueue(
    db: Session,
    kind: str,
    payload: Mapping[str, Any],
    at: datetime,
    *,
    dedupe_key: str | None = None,
) -> None:
    """Write a message beside the change that causes it; a known ``dedupe_key`` is ignored.

    The new row's id is left in ``db.info``, for the wake-up that follows the commit.
    """
    message = OutboxMessage(
        kind=kind, payload=dict(payload), dedupe_key=dedupe_key, created_at=at, due_at=at
    )
    if dedupe_key is not None and db.scalar(
        select(OutboxMessage.id).where(OutboxMessage.dedupe_key == dedupe_key)
    ):
        return
    db.add(message)
    db.flush()
    db.info.setdefault("outbox", []).append(message.id)


def list_due(db: Session, now: datetime, limit: int = 200) -> list[int]:
    """Ids of messages that wait for a worker, oldest first."""
    free = or_(OutboxMessage.leased_until.is_(None), OutboxMessage.leased_until < now)
    return list(
        db.scalars(
            select(OutboxMessage.id)
            .where(
                OutboxMessage.done_at.is_(None),
                OutboxMessage.stuck_at.is_(None),
                OutboxMessage.due_at <= now,
                free,
            )
            .order_by(OutboxMessage.due_at)
            .limit(limit)
        )
    )


def claim(db: Session, message_id: int, now: datetime) -> OutboxMessage | None:
    """Take a message for :data:`LEASE`; None when it is done, stuck, not due or another's."""
    lease = new_token()
    taken = db.execute(
        update(OutboxMessage)
        .where(
            OutboxMessage.id == message_id,
            OutboxMessage.done_at.is_(None),
            OutboxMessage.stuck_at.is_(None),
            OutboxMessage.due_at <= now,
            or_(OutboxMessage.leased_until.is_(None), OutboxMessage.leased_until < now),
        )
        .values(lease=lease, leased_until=now + LEASE, attempts=OutboxMessage.attempts + 1)
        .execution_options(synchronize_session=False)
    )
    return db.get(OutboxMessage, message_id) if taken.rowcount else None  # type: ignore[attr-defined]


def finish(db: Session, message: OutboxMessage, now: datetime) -> bool:
    """Mark done, if the lease is still ours (F-29); whether it was."""
    return _close(db, message, done_at=now, last_error=None)


def fail(db: Session, message: OutboxMessage, now: datetime, reason: str) -> bool:
    """Schedule another try, or put the message among the stuck; whether the lease was ours."""
    delay = next_delay(message.attempts)
    if delay is None:
        return _close(db, message, stuck_at=now, last_error=reason[:2000])
    return _close(db, message, due_at=now + delay, last_error=reason[:2000])


def _close(db: Session, message: OutboxMessage, **values: Any) -> bool:
    result = db.execute(
        update(OutboxMessage)
        .where(OutboxMessage.id == message.id, OutboxMessage.lease == message.lease)
        .values(lease=None, leased_until=None, **values)
        .execution_options(synchronize_session=False)
    )
    return bool(result.rowcount)  # type: ignore[attr-defined]


def retry_stuck(db: Session, now: datetime) -> int:
    """Give every stuck message a fresh start; how many."""
    result = db.execute(
        update(OutboxMessage)
        .where(OutboxMessage.stuck_at.is_not(None))
        .values(stuck_at=None, attempts=0, due_at=now)
    )
    return int(result.rowcount)  # type: ignore[attr-defined]


def forget_done(db: Session, before: datetime) -> int:
    """Delete messages done before an instant; how many."""
    result = db.execute(delete(OutboxMessage).where(OutboxMessage.done_at < before))
    return int(result.rowcount)  # type: ignore[attr-defined]
