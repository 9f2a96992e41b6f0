"""Moving the schema: up to the newest, down, and telling where it stands.

Alembic is imported only when something has to move, so that an ordinary start stays quick.
"""

import re
from functools import lru_cache
from pathlib import Path

from sqlalchemy import Connection, inspect, text

from participation.config import shipped
from participation.db.session import Database


@lru_cache(maxsize=1)
def newest_revision() -> str:
    """The head revision, read from the file names (``0001_…``)."""
    names = sorted(p.name for p in shipped("migrations", "versions").glob("[0-9]*_*.py"))
    return re.match(r"\d+", names[-1]).group()  # type: ignore[union-attr]


def current_revision(connection: Connection) -> str | None:
    """The revision the database is at; None when it is empty."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


class NewerSchema(RuntimeError):
    """The database was migrated by a newer version of the program (R-8)."""


def is_current(database: Database) -> bool:
    """Whether nothing has to move.

    :raises NewerSchema: the database is ahead of this program.
    """
    with database.reader.connect() as connection:
        revision = current_revision(connection)
    if revision is not None and revision > newest_revision():
        raise NewerSchema(f"database is at {revision}, this program knows {newest_revision()}")
    return revision == newest_revision()


def upgrade(database: Database, revision: str = "head") -> None:
    """Migrate up to ``revision``."""
    _run(database, "upgrade", revision)


def downgrade(database: Database, revision: str = "base") -> None:
    """Migrate down to ``revision``."""
    _run(database, "downgrade", revision)


def _run(database: Database, direction: str, revision: str) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(shipped("migrations"))))
    with database.writer.begin() as connection:
        if database.is_sqlite:
            # Batch mode recreates tables, which foreign keys would forbid half-way.
            connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
        config.attributes["connection"] = connection
        getattr(command, direction)(config, revision)


def autogenerate(database: Database, message: str, number: str) -> None:
    """Write a new migration from the difference between models and database."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(shipped("migrations")))
    config.set_main_option("file_template", "%%(rev)s_%%(slug)s")
    with database.writer.begin() as connection:
        config.attributes["connection"] = connection
        command.revision(config, message, autogenerate=True, rev_id=number)
