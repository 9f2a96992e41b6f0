"""Full-text search with terms of our own, the same on both databases.

The caller gives stems (:func:`participation.core.text.terms`); SQLite keeps them in an FTS5 table,
PostgreSQL in a ``tsvector`` of the ``simple`` configuration, so that both find the same rows.
Newest first: at a million rows a rank would have to be computed for every match.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, TextClause, text
from sqlalchemy.orm import Session

# A prefix shorter than this would match most of the city.
SHORTEST_PREFIX = 3
_ENDLESS = 1 << 62


@dataclass(frozen=True)
class _Dialect:
    create: tuple[str, ...]
    insert: TextClause
    find: TextClause
    quote: str
    escape: tuple[tuple[str, str], ...]
    prefix: str
    conjunction: str


_SQLITE = _Dialect(
    create=(
        "CREATE VIRTUAL TABLE contribution_search USING fts5(terms, tokenize='ascii', detail=none)",
    ),
    insert=text("INSERT OR REPLACE INTO contribution_search(rowid, terms) VALUES (:id, :terms)"),
    find=text(
        "SELECT rowid FROM contribution_search WHERE contribution_search MATCH :query "
        "AND rowid < :before ORDER BY rowid DESC LIMIT :limit"
    ),
    quote='"',
    escape=(('"', '""'),),
    prefix="*",
    conjunction=" AND ",
)
_POSTGRESQL = _Dialect(
    create=(
        "CREATE TABLE contribution_search (rowid bigint PRIMARY KEY, terms tsvector NOT NULL)",
        "CREATE INDEX ix_contribution_search_terms ON contribution_search USING gin (terms)",
    ),
    insert=text(
        "INSERT INTO contribution_search(rowid, terms) "
        "VALUES (:id, array_to_tsvector(string_to_array(:terms, ' '))) "
        "ON CONFLICT (rowid) DO UPDATE SET terms = excluded.terms"
    ),
    find=text(
        "SELECT rowid FROM contribution_search WHERE terms @@ CAST(:query AS tsquery) "
        "AND rowid < :before ORDER BY rowid DESC LIMIT :limit"
    ),
    quote="'",
    escape=(("\\", "\\\\"), ("'", "''")),
    prefix=":*",
    conjunction=" & ",
)
_DIALECTS = {"sqlite": _SQLITE, "postgresql": _POSTGRESQL}


def create_index(connection: Connection) -> None:
    """Create the index (called by the migration)."""
    for statement in _DIALECTS[connection.dialect.name].create:
        connection.exec_driver_sql(statement)


def drop_index(connection: Connection) -> None:
    """Drop the index (called by the migration)."""
    connection.exec_driver_sql("DROP TABLE IF EXISTS contribution_search")


def index_rows(db: Session, rows: Iterable[tuple[int, Sequence[str]]]) -> None:
    """Store the terms of each row, replacing what was there."""
    values = [{"id": row, "terms": " ".join(dict.fromkeys(terms))} for row, terms in rows]
    if values:
        db.execute(_DIALECTS[db.get_bind().dialect.name].insert, values)


def remove_row(db: Session, row: int) -> None:
    """Forget a row: it is no longer public."""
    db.execute(text("DELETE FROM contribution_search WHERE rowid = :id"), {"id": row})


def find_rows(
    db: Session, terms: Sequence[str], *, limit: int, before: int | None = None
) -> list[int]:
    """Row ids holding every term (the last also as a beginning of a word), newest first.

    :param before: only ids below it (keyset paging).
    """
    if not terms:
        return []
    dialect = _DIALECTS[db.get_bind().dialect.name]
    quoted = [_quoted(term, dialect) for term in terms]
    if len(terms[-1]) >= SHORTEST_PREFIX:
        quoted[-1] += dialect.prefix
    values = {
        "query": dialect.conjunction.join(quoted),
        "limit": limit,
        "before": _ENDLESS if before is None else before,
    }
    return [row[0] for row in db.execute(dialect.find, values)]


def _quoted(term: str, dialect: _Dialect) -> str:
    for plain, escaped in dialect.escape:
        term = term.replace(plain, escaped)
    return f"{dialect.quote}{term}{dialect.quote}"
