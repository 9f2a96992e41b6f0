"""One suite, two databases: ``pytest --database sqlite`` and ``pytest --database postgresql``.

Each worker migrates one template database; each test runs in a transaction that is rolled back.
Tests that need real concurrency or real commits ask for ``live_database``: a copy of the template.
"""

import os
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import create_engine, make_url, text
from sqlalchemy.orm import Session

from participation.app import House, create_app
from participation.config import Settings
from participation.db import migrate
from participation.db.generation import Generation
from participation.db.session import Database
from participation.places import queries as places_queries
from participation.web import database as web_database
from tests.client import Client
from tests.factories import people
from tests.rollback import RolledBackDatabase, audited

NOW = datetime(2026, 11, 20, 10, 30, tzinfo=UTC)  # a Friday


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--database", choices=("sqlite", "postgresql"), default="sqlite")


@pytest.fixture(scope="session")
def backend(request: pytest.FixtureRequest) -> str:
    return str(request.config.getoption("--database"))


def _server() -> str:
    """The PostgreSQL server that tests may create databases on."""
    url = os.environ.get("PARTICIPATION_TEST_DATABASE_URL", "postgresql://postgres@127.0.0.1/postgres")
    return make_url(url).set(drivername="postgresql+psycopg").render_as_string(hide_password=False)


def _execute(statement: str) -> None:
    engine = create_engine(_server(), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(statement))
    engine.dispose()


def _on_server(name: str) -> str:
    return make_url(_server()).set(database=name).render_as_string(hide_password=False)


@pytest.fixture(scope="session")
def template_url(
    backend: str, worker_id: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """A migrated, empty database."""
    if backend == "sqlite":
        url = f"sqlite:///{tmp_path_factory.mktemp('database') / 'template.sqlite3'}"
    else:
        name = f"participation_test_{os.getpid()}_{worker_id}"
        _execute(f"CREATE DATABASE {name}")
        url = _on_server(name)
    database = Database(url)
    migrate.upgrade(database)
    database.dispose()
    yield url
    if backend == "postgresql":
        _execute(f"DROP DATABASE {make_url(url).database} WITH (FORCE)")


@pytest.fixture(scope="session")
def _shared(template_url: str) -> Iterator[Database]:
    database = Database(template_url)
    yield database
    database.dispose()


@pytest.fixture
def database(_shared: Database) -> Iterator[RolledBackDatabase]:
    """A database whose every commit is undone at the end of the test."""
    places_queries.forget_geography()
    with RolledBackDatabase.over(_shared) as rolled_back:
        yield rolled_back


@pytest.fixture
def live_database(template_url: str, tmp_path: Path, backend: str) -> Iterator[Database]:
    """A database of the test's own, with real commits and real locks."""
    places_queries.forget_geography()
    if backend == "sqlite":
        source = make_url(template_url).database
        assert source
        copy = tmp_path / "live.sqlite3"
        shutil.copy(source, copy)
        url = f"sqlite:///{copy}"
    else:
        name = f"participation_live_{os.getpid()}_{tmp_path.name[-24:].replace('-', '_')}".lower()
        _execute(f"CREATE DATABASE {name} TEMPLATE {make_url(template_url).database}")
        url = _on_server(name)
    live = Database(url)
    yield live
    live.dispose()
    if backend == "postgresql":
        _execute(f"DROP DATABASE {make_url(url).database} WITH (FORCE)")


@pytest.fixture
def db(database: RolledBackDatabase) -> Iterator[Session]:
    """A session for services and queries; a change without an event fails the test."""
    with database.writing() as session:
        audited(session)
        yield session


@pytest.fixture
def now() -> datetime:
    return NOW


@pytest.fixture(scope="session")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    var = tmp_path_factory.mktemp("var")
    return Settings(
        var=var,
        base_url="http://127.0.0.1:8000",
        secret_key="a secret for tests only, 32 characters",
        database_url="sqlite://",
        rate_limits=False,
        cache_seconds=0,
    )


@pytest.fixture(scope="session")
def _app(_shared: Database, settings: Settings) -> Flask:
    house = House(settings, _shared, Generation(settings.var / "run" / "generation"))
    app = create_app(settings, house, TESTING=True, PROPAGATE=True)
    app.test_client_class = Client
    return app


@pytest.fixture
def app(_app: Flask, database: RolledBackDatabase) -> Flask:
    """The application over the test's own transaction."""
    web_database.init_extension(_app, database)
    return _app


@pytest.fixture
def client(app: Flask) -> Client:
    """An anonymous browser that checks every page it is given."""
    client = app.test_client()
    assert isinstance(client, Client)
    return client


@pytest.fixture
def cast(database: RolledBackDatabase) -> people.Cast:
    """The small city and the people who live and work in it."""
    with database.writing() as session:
        return people.settle(session, NOW)
