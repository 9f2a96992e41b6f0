"""Engines and their settings: durability, locking and read-only connections."""

import json
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.engine import URL


def _url(text: str) -> URL:
    url = make_url(text)
    if url.drivername in ("postgresql", "postgres"):
        url = url.set(drivername="postgresql+psycopg")
    return url


def make_engine(database_url: str, *, read_only: bool = False, pool_size: int = 8) -> Engine:
    """An engine for ``sqlite:///file`` or ``postgresql://…``.

    SQLite runs in WAL with ``synchronous=FULL`` because a receipt is a promise (R-2), and writers
    begin with ``BEGIN IMMEDIATE``: a deferred transaction that upgrades can fail after work is done.
    PostgreSQL's JIT is off: on our short queries it costs more than it gives.
    """
    url = _url(database_url)
    common: dict[str, Any] = {"json_serializer": _dumps, "pool_size": pool_size, "max_overflow": 16}
    if url.get_backend_name() == "sqlite":
        engine = create_engine(
            url, connect_args={"timeout": 30, "check_same_thread": False}, **common
        )
        _prepare_sqlite(engine, read_only)
        return engine
    options = "-c jit=off -c synchronous_commit=on -c lock_timeout=30s"
    if read_only:
        options += " -c default_transaction_read_only=on"
    return create_engine(url, connect_args={"options": options}, pool_pre_ping=True, **common)


def _dumps(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def _prepare_sqlite(engine: Engine, read_only: bool) -> None:
    @event.listens_for(engine, "connect")
    def _connect(connection: Any, record: Any) -> None:
        connection.isolation_level = None  # we say BEGIN ourselves
        cursor = connection.cursor()
        for pragma in (
            "journal_mode=WAL",
            "synchronous=FULL",
            "foreign_keys=ON",
            "busy_timeout=30000",
            "temp_store=MEMORY",
            "cache_size=-32000",
            "mmap_size=1073741824",
        ):
            cursor.execute(f"PRAGMA {pragma}")
        if read_only:
            cursor.execute("PRAGMA query_only=ON")
        cursor.close()

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN" if read_only else "BEGIN IMMEDIATE")
