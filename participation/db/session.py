"""The database as the rest of the house sees it: ``reading()`` and ``writing()``."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from sqlalchemy import Engine, text
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session, sessionmaker

from participation.db.engine import make_engine

AfterCommit = Callable[[Session], None]


class Database:
    """Two engines on one database.

    :param url: ``sqlite:///path`` or ``postgresql://…``.
    """

    def __init__(self, url: str) -> None:
        self.url = url
        self.writer: Engine = make_engine(url)
        self.reader: Engine = make_engine(url, read_only=True)
        self._write = sessionmaker(self.writer, expire_on_commit=False)
        self._read = sessionmaker(self.reader, expire_on_commit=False, autoflush=False)
        # What must follow a commit: waking the queue (always), forgetting kept pages (if shown).
        self.after_commit: list[AfterCommit] = []
        self.after_change: list[AfterCommit] = []

    @property
    def is_sqlite(self) -> bool:
        return self.writer.dialect.name == "sqlite"

    def open_reading(self) -> Session:
        """A session that cannot write; the caller closes it."""
        return self._read()

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session that cannot write; rolled back at the end."""
        session = self.open_reading()
        try:
            yield session
        finally:
            session.close()

    @contextmanager
    def writing(self, *, quiet: bool = False) -> Iterator[Session]:
        """One transaction: committed when the block ends well, else rolled back.

        :param quiet: book-keeping that no page shows (sessions, the queue's own rows).
        """
        session = self._write()
        try:
            yield session
            session.commit()
        except BaseException:
            session.rollback()
            raise
        finally:
            session.close()
        for follow_up in self.after_commit if quiet else self.after_commit + self.after_change:
            follow_up(session)

    def check(self) -> None:
        """Raise when the database cannot be read, or when durability is weaker than promised (R-2)."""
        with self.writer.connect() as connection:
            if self.is_sqlite:
                level = connection.execute(text("PRAGMA synchronous")).scalar_one()
                if int(level) < 2:
                    raise RuntimeError("SQLite must run with synchronous=FULL")
            else:
                setting = connection.execute(text("SHOW synchronous_commit")).scalar_one()
                if setting == "off":
                    raise RuntimeError("PostgreSQL must run with synchronous_commit=on")
            connection.rollback()

    def dispose(self) -> None:
        """Close every connection."""
        self.writer.dispose()
        self.reader.dispose()


def is_busy(error: OperationalError) -> bool:
    """Whether the database was locked or unreachable: the caller may try again (F-12)."""
    words = str(error.orig).lower()
    return any(word in words for word in ("locked", "busy", "lock timeout", "could not connect"))
