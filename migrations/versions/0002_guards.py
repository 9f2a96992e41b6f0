"""The search index, and the database's own refusal to rewrite events."""

from alembic import op

from participation.db.search import create_index, drop_index

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_VERBS = ("update", "delete")


def upgrade() -> None:
    connection = op.get_bind()
    create_index(connection)
    if connection.dialect.name == "sqlite":
        for verb in _VERBS:
            op.execute(
                f"CREATE TRIGGER audit_event_no_{verb} BEFORE {verb.upper()} ON audit_event "
                "BEGIN SELECT RAISE(ABORT, 'audit events are never changed'); END"
            )
        return
    op.execute(
        "CREATE FUNCTION audit_event_refuse() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'audit events are never changed'; END $$"
    )
    op.execute(
        "CREATE TRIGGER audit_event_append_only BEFORE UPDATE OR DELETE ON audit_event "
        "FOR EACH ROW EXECUTE FUNCTION audit_event_refuse()"
    )


def downgrade() -> None:
    connection = op.get_bind()
    drop_index(connection)
    if connection.dialect.name == "sqlite":
        for verb in _VERBS:
            op.execute(f"DROP TRIGGER audit_event_no_{verb}")
        return
    op.execute("DROP TRIGGER audit_event_append_only ON audit_event")
    op.execute("DROP FUNCTION audit_event_refuse()")
