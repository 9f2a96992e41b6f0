"""A database whose commits are savepoints of one transaction that never commits."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import event
from sqlalchemy.orm import Session, sessionmaker

from participation.audit.models import AuditEvent
from participation.contributions.models import MapCell, Photo, Tally
from participation.accounts.models import LoginSession, MailedLink
from participation.db.session import Database
from participation.jobs.models import OutboxMessage
from participation.notifications.models import Mail

# Sessions, jobs, counters and stored files need no event of their own.
UNAUDITED = (AuditEvent, LoginSession, MailedLink, Mail, MapCell, OutboxMessage, Photo, Tally)


class RolledBackDatabase(Database):
    """Looks like :class:`Database`; everything happens inside one connection's transaction."""

    def __init__(self, shared: Database, connection: Any) -> None:
        self.url = shared.url
        self.writer = shared.writer
        self.reader = shared.writer
        self._write = sessionmaker(
            connection, expire_on_commit=False, join_transaction_mode="create_savepoint"
        )
        self._read = sessionmaker(
            connection,
            expire_on_commit=False,
            autoflush=False,
            join_transaction_mode="create_savepoint",
        )
        self.after_commit = []
        self.after_change = []
        self.connection = connection

    @classmethod
    @contextmanager
    def over(cls, shared: Database) -> Iterator["RolledBackDatabase"]:
        with shared.writer.connect() as connection:
            transaction = connection.begin()
            try:
                yield cls(shared, connection)
            finally:
                transaction.rollback()


def audited(session: Session) -> None:
    """Refuse a commit that changed domain rows without an event."""
    changed: set[str] = set()
    events: list[int] = []

    @event.listens_for(session, "after_flush")
    def _note(db: Session, context: Any) -> None:
        for thing in (*db.new, *db.dirty, *db.deleted):
            if isinstance(thing, AuditEvent):
                events.append(1)
            elif not isinstance(thing, UNAUDITED) and (
                thing not in db.dirty or db.is_modified(thing)
            ):
                changed.add(type(thing).__name__)

    @event.listens_for(session, "before_commit")
    def _check(db: Session) -> None:
        if changed and not events:
            raise AssertionError(f"changed without an event: {sorted(changed)}")
