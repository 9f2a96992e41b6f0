"""``INSERT … ON CONFLICT``, spelled once for both databases."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Table
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session


def _insert(db: Session, table: Table) -> Any:
    return (sqlite if db.get_bind().dialect.name == "sqlite" else postgresql).insert(table)


def add_to_counters(
    db: Session, table: Table, keys: Sequence[str], rows: Sequence[Mapping[str, Any]]
) -> None:
    """Add each row's figures to the counter its ``keys`` name, creating it at need.

    Rows are written in key order, so that two transactions cannot wait for each other.
    """
    if not rows:
        return
    ordered = sorted(rows, key=lambda row: tuple(str(row[key]) for key in keys))
    statement = _insert(db, table)
    figures = [column for column in ordered[0] if column not in keys]
    statement = statement.on_conflict_do_update(
        index_elements=list(keys),
        set_={name: table.c[name] + statement.excluded[name] for name in figures},
    )
    db.execute(statement, list(ordered))


def insert_once(db: Session, table: Table, values: Mapping[str, Any]) -> bool:
    """Insert a row unless a unique constraint says it is there already; whether it was inserted."""
    result = db.execute(_insert(db, table).values(**values).on_conflict_do_nothing())
    return bool(result.rowcount)
