"""Alembic's entry: the connection is handed over by ``participation.db.migrate``."""

from alembic import context

from participation.schema import metadata

from participation.db.base import Choice, Instant, Json


def render_item(kind, item, autogen_context):
    """Write our column types as plain SQLAlchemy ones: a migration must not change with the code."""
    if kind == "type":
        if isinstance(item, Instant):
            return "sa.DateTime(timezone=True)"
        if isinstance(item, Choice):
            return "sa.String(32)"
        if isinstance(item, Json):
            autogen_context.imports.add("from sqlalchemy.dialects.postgresql import JSONB")
            return 'sa.JSON().with_variant(JSONB(), "postgresql")'
    return False


connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=metadata,
    render_as_batch=connection.dialect.name == "sqlite",
    compare_type=True,
    render_item=render_item,
    # The search index is ours, in two dialects: autogenerate must not see it.
    include_name=lambda name, kind, parents: not (
        kind == "table" and (name or "").startswith("contribution_search")
    ),
)
with context.begin_transaction():
    context.run_migrations()
