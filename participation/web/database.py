"""The request's sessions: one to read with, one transaction to write with."""

from collections.abc import Iterator
from contextlib import contextmanager

from flask import Flask, current_app, g
from sqlalchemy.orm import Session

from participation.db.session import Database

_KEY = "participation_database"


def init_app(app: Flask, database: Database) -> None:
    """Hand the database to the doors; close the reading session with the request."""
    init_extension(app, database)

    @app.teardown_request
    def _close(error: BaseException | None) -> None:
        _stop_reading()


def init_extension(app: Flask, database: Database) -> None:
    """Say which database the doors use."""
    app.extensions[_KEY] = database


def database() -> Database:
    """The application's database."""
    found: Database = current_app.extensions[_KEY]
    return found


def reading() -> Session:
    """The request's reading session, opened when first asked for."""
    if "reading" not in g:
        g.reading = database().open_reading()
    session: Session = g.reading
    return session


@contextmanager
def writing(*, quiet: bool = False) -> Iterator[Session]:
    """The request's one transaction; what was read before must be read again.

    :param quiet: nothing a page shows changes, so kept pages stay.
    """
    _stop_reading()
    with database().writing(quiet=quiet) as session:
        yield session


def _stop_reading() -> None:
    opened: Session | None = g.pop("reading", None)
    if opened is not None:
        opened.close()
