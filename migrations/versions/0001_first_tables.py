"""first tables."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "area",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("slug", sa.String(length=120), nullable=False),
        sa.Column("code", sa.String(length=16), nullable=True),
        sa.Column("parent_id", sa.Integer(), nullable=True),
        sa.Column("population", sa.Integer(), nullable=True),
        sa.Column("translations", sa.JSON().with_variant(JSONB(), "postgresql"), nullable=True),
        sa.Column("contact", sa.String(length=300), nullable=False),
        sa.Column("geometry", sa.JSON().with_variant(JSONB(), "postgresql"), nullable=False),
        sa.Column("centre_lat", sa.Float(), nullable=False),
        sa.Column("centre_lon", sa.Float(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('city', 'commune', 'quartier', 'neighbour')", name=op.f("ck_area_kind")
        ),
        sa.ForeignKeyConstraint(["parent_id"], ["area.id"], name=op.f("fk_area_parent_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_area")),
        sa.UniqueConstraint("code", name=op.f("uq_area_code")),
        sa.UniqueConstraint("slug", name=op.f("uq_area_slug")),
    )
    op.create_index(op.f("ix_area_parent_id"), "area", ["parent_id"], unique=False)
    op.create_table(
        "audit_event",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("tag", sa.String(32), nullable=False),
        sa.Column("actor_kind", sa.String(length=16), nullable=False),
        sa.Column("actor_id", sa.Integer(), nullable=True),
        sa.Column("subject_type", sa.String(length=32), nullable=False),
        sa.Column("subject_id", sa.Integer(), nullable=True),
        sa.Column("contribution_id", sa.Integer(), nullable=True),
        sa.Column("data", sa.JSON().with_variant(JSONB(), "postgresql"), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_event")),
    )
    op.create_index(
        op.f("ix_audit_event_contribution_id_id"),
        "audit_event",
        ["contribution_id", "id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_audit_event_subject_type_subject_id"),
        "audit_event",
        ["subject_type", "subject_id"],
        unique=False,
    )
    op.create_table(
        "category",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("slug", sa.String(length=80), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("hint", sa.String(length=300), nullable=False),
        sa.Column("translations", sa.JSON().with_variant(JSONB(), "postgresql"), nullable=True),
        sa.Column("icon", sa.String(length=32), nullable=False),
        sa.Column("kinds", sa.JSON().with_variant(JSONB(), "postgresql"), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("reply_days", sa.Integer(), nullable=False),
        sa.Column("is_active", sa.Boolean(), nullable=False),
        sa.Column("is_private_place", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_category")),
        sa.UniqueConstraint("slug", name=op.f("uq_category_slug")),
    )
    op.create_table(
        "city",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("contact_email", sa.String(length=254), nullable=False),
        sa.Column("contact_phone", sa.String(length=40), nullable=False),
        sa.Column("contact_address", sa.String(length=300), nullable=False),
        sa.Column("is_demo", sa.Boolean(), nullable=False),
        sa.Column("areas_version", sa.Integer(), nullable=False),
        sa.Column("water", sa.JSON().with_variant(JSONB(), "postgresql"), nullable=True),
        sa.CheckConstraint("id = 1", name=op.f("ck_city_only_one")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_city")),
    )
    op.create_table(
        "mail",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("purpose", sa.String(length=64), nullable=False),
        sa.Column("to_address", sa.String(length=254), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("subject", sa.String(length=300), nullable=False),
        sa.Column("text_body", sa.Text(), nullable=False),
        sa.Column("html_body", sa.Text(), nullable=False),
        sa.Column("unsubscribe_url", sa.Text(), nullable=True),
        sa.Column("message_id", sa.String(length=120), nullable=False),
        sa.Column("contribution_id", sa.Integer(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("failed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("last_error", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mail")),
        sa.UniqueConstraint("message_id", name=op.f("uq_mail_message_id")),
    )
    op.create_index(op.f("ix_mail_contribution_id"), "mail", ["contribution_id"], unique=False)
    op.create_table(
        "mailed_link",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("purpose", sa.String(32), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("payload", sa.JSON().with_variant(JSONB(), "postgresql"), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mailed_link")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_mailed_link_token_hash")),
    )
    op.create_table(
        "outbox_message",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.Column("payload", sa.JSON().with_variant(JSONB(), "postgresql"), nullable=False),
        sa.Column("dedupe_key", sa.String(length=128), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("lease", sa.String(length=48), nullable=True),
        sa.Column("leased_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("stuck_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("last_error", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox_message")),
        sa.UniqueConstraint("dedupe_key", name=op.f("uq_outbox_message_dedupe_key")),
    )
    op.create_index(
        "ix_outbox_message_due",
        "outbox_message",
        ["due_at"],
        unique=False,
        sqlite_where=sa.text("done_at IS NULL AND stuck_at IS NULL"),
        postgresql_where=sa.text("done_at IS NULL AND stuck_at IS NULL"),
    )
    op.create_table(
        "person",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=True),
        sa.Column("display_name", sa.String(length=80), nullable=False),
        sa.Column("password_hash", sa.Text(), nullable=True),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("is_active", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("erased_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
        sa.UniqueConstraint("email", name=op.f("uq_person_email")),
    )
    op.create_table(
        "photo",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("width", sa.Integer(), nullable=False),
        sa.Column("height", sa.Integer(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_photo")),
        sa.UniqueConstraint("sha256", name=op.f("uq_photo_sha256")),
    )
    op.create_table(
        "policy",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=160), nullable=False),
        sa.Column("slug", sa.String(length=160), nullable=False),
        sa.Column("summary", sa.Text(), nullable=False),
        sa.Column("translations", sa.JSON().with_variant(JSONB(), "postgresql"), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_policy")),
        sa.UniqueConstraint("slug", name=op.f("uq_policy_slug")),
    )
    op.create_table(
        "area_alias",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("area_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("folded", sa.String(length=120), nullable=False),
        sa.ForeignKeyConstraint(
            ["area_id"], ["area.id"], name=op.f("fk_area_alias_area_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_area_alias")),
        sa.UniqueConstraint("folded", name=op.f("uq_area_alias_folded")),
    )
    op.create_index(op.f("ix_area_alias_area_id"), "area_alias", ["area_id"], unique=False)
    op.create_table(
        "category_question",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("category_id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("prompt", sa.String(length=200), nullable=False),
        sa.Column("hint", sa.String(length=300), nullable=False),
        sa.Column("translations", sa.JSON().with_variant(JSONB(), "postgresql"), nullable=True),
        sa.Column("datatype", sa.String(32), nullable=False),
        sa.Column("is_required", sa.Boolean(), nullable=False),
        sa.Column("is_public", sa.Boolean(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("choices", sa.JSON().with_variant(JSONB(), "postgresql"), nullable=False),
        sa.CheckConstraint(
            "datatype IN ('string', 'text', 'number', 'datetime', 'singlevaluelist', 'multivaluelist')",
            name=op.f("ck_category_question_datatype"),
        ),
        sa.ForeignKeyConstraint(
            ["category_id"],
            ["category.id"],
            name=op.f("fk_category_question_category_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_category_question")),
        sa.UniqueConstraint(
            "category_id", "code", name=op.f("uq_category_question_category_id_code")
        ),
    )
    op.create_table(
        "contribution",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("reference", sa.String(length=8), nullable=False),
        sa.Column("submission_id", sa.String(length=64), nullable=True),
        sa.Column("receipt_hash", sa.String(length=64), nullable=True),
        sa.Column("title", sa.String(length=160), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("author_id", sa.Integer(), nullable=True),
        sa.Column("author_name", sa.String(length=80), nullable=False),
        sa.Column("category_id", sa.Integer(), nullable=False),
        sa.Column("area_id", sa.Integer(), nullable=True),
        sa.Column("commune_id", sa.Integer(), nullable=True),
        sa.Column("lat", sa.Float(), nullable=True),
        sa.Column("lon", sa.Float(), nullable=True),
        sa.Column("morton", sa.BigInteger(), nullable=True),
        sa.Column("place", sa.String(length=240), nullable=False),
        sa.Column("status", sa.String(32), nullable=False),
        sa.Column("outcome", sa.String(32), nullable=True),
        sa.Column("stage", sa.String(32), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("support_count", sa.Integer(), nullable=False),
        sa.Column("follow_count", sa.Integer(), nullable=False),
        sa.Column("photo_count", sa.SmallInteger(), nullable=False),
        sa.Column("reopen_count", sa.SmallInteger(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("shuffle_key", sa.Integer(), nullable=False),
        sa.Column("channel", sa.String(length=16), nullable=False),
        sa.Column("source", sa.String(length=40), nullable=True),
        sa.Column("source_ref", sa.String(length=80), nullable=True),
        sa.Column("source_digest", sa.String(length=64), nullable=True),
        sa.CheckConstraint(
            "kind IN ('report', 'idea', 'praise')", name=op.f("ck_contribution_kind")
        ),
        sa.CheckConstraint(
            "outcome IN ('done', 'planned', 'done_otherwise', 'will_not_do', 'not_ours', 'explained')",
            name=op.f("ck_contribution_outcome"),
        ),
        sa.CheckConstraint(
            "stage IN ('waiting', 'under_way', 'done', 'not_done')",
            name=op.f("ck_contribution_stage"),
        ),
        sa.CheckConstraint(
            "status IN ('received', 'needs_info', 'published', 'referred', 'in_progress', 'answered', 'refused', 'withdrawn')",
            name=op.f("ck_contribution_status"),
        ),
        sa.CheckConstraint(
            "(lat IS NULL) = (lon IS NULL)", name=op.f("ck_contribution_whole_place")
        ),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_contribution_area_id")),
        sa.ForeignKeyConstraint(
            ["author_id"], ["person.id"], name=op.f("fk_contribution_author_id")
        ),
        sa.ForeignKeyConstraint(
            ["category_id"], ["category.id"], name=op.f("fk_contribution_category_id")
        ),
        sa.ForeignKeyConstraint(
            ["commune_id"], ["area.id"], name=op.f("fk_contribution_commune_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contribution")),
        sa.UniqueConstraint("receipt_hash", name=op.f("uq_contribution_receipt_hash")),
        sa.UniqueConstraint("reference", name=op.f("uq_contribution_reference")),
        sa.UniqueConstraint("source", "source_ref", name=op.f("uq_contribution_source_source_ref")),
        sa.UniqueConstraint("submission_id", name=op.f("uq_contribution_submission_id")),
    )
    op.create_index(
        "ix_contribution_area",
        "contribution",
        ["area_id", "category_id", "id"],
        unique=False,
        sqlite_where=sa.text("stage IS NOT NULL"),
        postgresql_where=sa.text("stage IS NOT NULL"),
    )
    op.create_index(
        "ix_contribution_author",
        "contribution",
        ["author_id", "id"],
        unique=False,
        sqlite_where=sa.text("author_id IS NOT NULL"),
        postgresql_where=sa.text("author_id IS NOT NULL"),
    )
    op.create_index(
        "ix_contribution_category",
        "contribution",
        ["category_id", "id"],
        unique=False,
        sqlite_where=sa.text("stage IS NOT NULL"),
        postgresql_where=sa.text("stage IS NOT NULL"),
    )
    op.create_index(
        "ix_contribution_commune",
        "contribution",
        ["commune_id", "category_id", "id"],
        unique=False,
        sqlite_where=sa.text("stage IS NOT NULL"),
        postgresql_where=sa.text("stage IS NOT NULL"),
    )
    op.create_index(
        "ix_contribution_map",
        "contribution",
        ["morton", "kind", "category_id", "stage", "lat", "lon", "reference"],
        unique=False,
        sqlite_where=sa.text("stage IS NOT NULL"),
        postgresql_where=sa.text("stage IS NOT NULL"),
    )
    op.create_index(
        "ix_contribution_public",
        "contribution",
        ["id"],
        unique=False,
        sqlite_where=sa.text("stage IS NOT NULL"),
        postgresql_where=sa.text("stage IS NOT NULL"),
    )
    op.create_index(
        "ix_contribution_queue",
        "contribution",
        ["status", "id"],
        unique=False,
        sqlite_where=sa.text("status IN ('received', 'needs_info', 'published')"),
        postgresql_where=sa.text("status IN ('received', 'needs_info', 'published')"),
    )
    op.create_index(
        "ix_contribution_stage",
        "contribution",
        ["stage", "id"],
        unique=False,
        sqlite_where=sa.text("stage IS NOT NULL"),
        postgresql_where=sa.text("stage IS NOT NULL"),
    )
    op.create_table(
        "governance_body",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=160), nullable=False),
        sa.Column("slug", sa.String(length=160), nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("openness", sa.String(32), nullable=False),
        sa.Column("area_id", sa.Integer(), nullable=True),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("translations", sa.JSON().with_variant(JSONB(), "postgresql"), nullable=True),
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("is_active", sa.Boolean(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('steering_committee', 'enlarged_steering_committee', 'thematic_commission', 'neighbourhood_council', 'working_group')",
            name=op.f("ck_governance_body_kind"),
        ),
        sa.CheckConstraint(
            "openness IN ('internal', 'open')", name=op.f("ck_governance_body_openness")
        ),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_governance_body_area_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_governance_body")),
        sa.UniqueConstraint("slug", name=op.f("uq_governance_body_slug")),
    )
    op.create_index(
        op.f("ix_governance_body_area_id"), "governance_body", ["area_id"], unique=False
    )
    op.create_table(
        "login_session",
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_login_session_person_id")
        ),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_login_session")),
    )
    op.create_index(
        op.f("ix_login_session_expires_at"), "login_session", ["expires_at"], unique=False
    )
    op.create_index(
        op.f("ix_login_session_person_id"), "login_session", ["person_id"], unique=False
    )
    op.create_table(
        "map_cell",
        sa.Column("cell", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("category_id", sa.Integer(), nullable=False),
        sa.Column("stage", sa.String(32), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("sum_lat", sa.BigInteger(), nullable=False),
        sa.Column("sum_lon", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["category_id"], ["category.id"], name=op.f("fk_map_cell_category_id")
        ),
        sa.PrimaryKeyConstraint("cell", "kind", "category_id", "stage", name=op.f("pk_map_cell")),
    )
    op.create_table(
        "mission",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("policy_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(length=8), nullable=False),
        sa.Column("title", sa.String(length=160), nullable=False),
        sa.Column("summary", sa.Text(), nullable=False),
        sa.Column("translations", sa.JSON().with_variant(JSONB(), "postgresql"), nullable=True),
        sa.ForeignKeyConstraint(["policy_id"], ["policy.id"], name=op.f("fk_mission_policy_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mission")),
        sa.UniqueConstraint("policy_id", "number", name=op.f("uq_mission_policy_id_number")),
    )
    op.create_table(
        "power",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("category_id", sa.Integer(), nullable=False),
        sa.Column("area_id", sa.Integer(), nullable=False),
        sa.Column("holder", sa.String(length=160), nullable=False),
        sa.Column("contact", sa.String(length=300), nullable=False),
        sa.Column("accepts", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_power_area_id")),
        sa.ForeignKeyConstraint(
            ["category_id"], ["category.id"], name=op.f("fk_power_category_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_power")),
        sa.UniqueConstraint("category_id", "area_id", name=op.f("uq_power_category_id_area_id")),
    )
    op.create_table(
        "role_grant",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(32), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_role_grant_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_role_grant")),
        sa.UniqueConstraint("person_id", "role", name=op.f("uq_role_grant_person_id_role")),
    )
    op.create_table(
        "street",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=160), nullable=False),
        sa.Column("folded", sa.String(length=160), nullable=False),
        sa.Column("area_id", sa.Integer(), nullable=False),
        sa.Column("lat", sa.Float(), nullable=False),
        sa.Column("lon", sa.Float(), nullable=False),
        sa.Column("is_demo", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_street_area_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_street")),
        sa.UniqueConstraint("folded", "area_id", name=op.f("uq_street_folded_area_id")),
    )
    op.create_index(op.f("ix_street_area_id"), "street", ["area_id"], unique=False)
    op.create_table(
        "tally",
        sa.Column("area_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("category_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("stage", sa.String(32), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["category_id"], ["category.id"], name=op.f("fk_tally_category_id")
        ),
        sa.PrimaryKeyConstraint("area_id", "category_id", "kind", "stage", name=op.f("pk_tally")),
    )
    op.create_table(
        "team_seat",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("area_id", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(32), nullable=False),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_team_seat_area_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_team_seat_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_team_seat")),
        sa.UniqueConstraint(
            "person_id", "area_id", "role", name=op.f("uq_team_seat_person_id_area_id_role")
        ),
    )
    op.create_table(
        "action",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("reference", sa.String(length=12), nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("summary", sa.Text(), nullable=False),
        sa.Column("translations", sa.JSON().with_variant(JSONB(), "postgresql"), nullable=True),
        sa.Column("mission_id", sa.Integer(), nullable=False),
        sa.Column("pilot_id", sa.Integer(), nullable=True),
        sa.Column("pilot_name", sa.String(length=120), nullable=False),
        sa.Column("department", sa.String(length=160), nullable=False),
        sa.Column("area_id", sa.Integer(), nullable=True),
        sa.Column("body_id", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(32), nullable=False),
        sa.Column("timeframe", sa.String(32), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("is_invented", sa.Boolean(), nullable=False),
        sa.CheckConstraint("kind IN ('action', 'activity')", name=op.f("ck_action_kind")),
        sa.CheckConstraint(
            "status IN ('planned', 'running', 'paused', 'done', 'abandoned')",
            name=op.f("ck_action_status"),
        ),
        sa.CheckConstraint(
            "timeframe IN ('short', 'medium', 'long')", name=op.f("ck_action_timeframe")
        ),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_action_area_id")),
        sa.ForeignKeyConstraint(
            ["body_id"], ["governance_body.id"], name=op.f("fk_action_body_id")
        ),
        sa.ForeignKeyConstraint(["mission_id"], ["mission.id"], name=op.f("fk_action_mission_id")),
        sa.ForeignKeyConstraint(["pilot_id"], ["person.id"], name=op.f("fk_action_pilot_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_action")),
        sa.UniqueConstraint("reference", name=op.f("uq_action_reference")),
    )
    op.create_index(op.f("ix_action_area_id"), "action", ["area_id"], unique=False)
    op.create_index(op.f("ix_action_body_id"), "action", ["body_id"], unique=False)
    op.create_index(op.f("ix_action_mission_id"), "action", ["mission_id"], unique=False)
    op.create_index(op.f("ix_action_pilot_id"), "action", ["pilot_id"], unique=False)
    op.create_table(
        "author_question",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("contribution_id", sa.Integer(), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("asked_by", sa.Integer(), nullable=True),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answer", sa.Text(), nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["asked_by"], ["person.id"], name=op.f("fk_author_question_asked_by")
        ),
        sa.ForeignKeyConstraint(
            ["contribution_id"],
            ["contribution.id"],
            name=op.f("fk_author_question_contribution_id"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_author_question")),
    )
    op.create_index(
        op.f("ix_author_question_contribution_id"),
        "author_question",
        ["contribution_id"],
        unique=False,
    )
    op.create_table(
        "body_alias",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("body_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=160), nullable=False),
        sa.Column("folded", sa.String(length=160), nullable=False),
        sa.ForeignKeyConstraint(
            ["body_id"],
            ["governance_body.id"],
            name=op.f("fk_body_alias_body_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_body_alias")),
        sa.UniqueConstraint("folded", name=op.f("uq_body_alias_folded")),
    )
    op.create_index(op.f("ix_body_alias_body_id"), "body_alias", ["body_id"], unique=False)
    op.create_table(
        "contribution_answer",
        sa.Column("contribution_id", sa.Integer(), nullable=False),
        sa.Column("question_id", sa.Integer(), nullable=False),
        sa.Column("value", sa.JSON().with_variant(JSONB(), "postgresql"), nullable=False),
        sa.ForeignKeyConstraint(
            ["contribution_id"],
            ["contribution.id"],
            name=op.f("fk_contribution_answer_contribution_id"),
        ),
        sa.ForeignKeyConstraint(
            ["question_id"],
            ["category_question.id"],
            name=op.f("fk_contribution_answer_question_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint(
            "contribution_id", "question_id", name=op.f("pk_contribution_answer")
        ),
    )
    op.create_table(
        "contribution_contact",
        sa.Column("contribution_id", sa.Integer(), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.ForeignKeyConstraint(
            ["contribution_id"],
            ["contribution.id"],
            name=op.f("fk_contribution_contact_contribution_id"),
        ),
        sa.PrimaryKeyConstraint("contribution_id", name=op.f("pk_contribution_contact")),
    )
    op.create_table(
        "contribution_photo",
        sa.Column("contribution_id", sa.Integer(), nullable=False),
        sa.Column("photo_id", sa.Integer(), nullable=False),
        sa.Column("alt", sa.String(length=300), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["contribution_id"],
            ["contribution.id"],
            name=op.f("fk_contribution_photo_contribution_id"),
        ),
        sa.ForeignKeyConstraint(
            ["photo_id"], ["photo.id"], name=op.f("fk_contribution_photo_photo_id")
        ),
        sa.PrimaryKeyConstraint("contribution_id", "photo_id", name=op.f("pk_contribution_photo")),
    )
    op.create_table(
        "contribution_version",
        sa.Column("contribution_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=160), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("replaced_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("replaced_by", sa.Integer(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["contribution_id"],
            ["contribution.id"],
            name=op.f("fk_contribution_version_contribution_id"),
        ),
        sa.ForeignKeyConstraint(
            ["replaced_by"], ["person.id"], name=op.f("fk_contribution_version_replaced_by")
        ),
        sa.PrimaryKeyConstraint("contribution_id", "number", name=op.f("pk_contribution_version")),
    )
    op.create_table(
        "follow",
        sa.Column("contribution_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["contribution_id"], ["contribution.id"], name=op.f("fk_follow_contribution_id")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_follow_person_id")),
        sa.PrimaryKeyConstraint("contribution_id", "person_id", name=op.f("pk_follow")),
    )
    op.create_index(op.f("ix_follow_person_id"), "follow", ["person_id"], unique=False)
    op.create_table(
        "idea",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("estimated_cost", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["id"], ["contribution.id"], name=op.f("fk_idea_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_idea")),
    )
    op.create_table(
        "membership",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("body_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("role", sa.String(32), nullable=False),
        sa.Column("since_on", sa.Date(), nullable=True),
        sa.Column("until_on", sa.Date(), nullable=True),
        sa.CheckConstraint(
            "role IN ('president', 'secretary', 'member')", name=op.f("ck_membership_role")
        ),
        sa.ForeignKeyConstraint(
            ["body_id"], ["governance_body.id"], name=op.f("fk_membership_body_id")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_membership_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_membership")),
    )
    op.create_index(op.f("ix_membership_body_id"), "membership", ["body_id"], unique=False)
    op.create_index(op.f("ix_membership_person_id"), "membership", ["person_id"], unique=False)
    op.create_table(
        "praise",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["id"], ["contribution.id"], name=op.f("fk_praise_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_praise")),
    )
    op.create_table(
        "report",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("asset", sa.String(length=60), nullable=False),
        sa.ForeignKeyConstraint(["id"], ["contribution.id"], name=op.f("fk_report_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report")),
    )
    op.create_table(
        "response",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("contribution_id", sa.Integer(), nullable=False),
        sa.Column("body_id", sa.Integer(), nullable=False),
        sa.Column("written_by", sa.Integer(), nullable=True),
        sa.Column("signature", sa.String(length=200), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("outcome", sa.String(32), nullable=False),
        sa.Column("expected_on", sa.Date(), nullable=True),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "outcome IN ('done', 'planned', 'done_otherwise', 'will_not_do', 'not_ours', 'explained')",
            name=op.f("ck_response_outcome"),
        ),
        sa.ForeignKeyConstraint(
            ["body_id"], ["governance_body.id"], name=op.f("fk_response_body_id")
        ),
        sa.ForeignKeyConstraint(
            ["contribution_id"], ["contribution.id"], name=op.f("fk_response_contribution_id")
        ),
        sa.ForeignKeyConstraint(["written_by"], ["person.id"], name=op.f("fk_response_written_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_response")),
    )
    op.create_index(
        op.f("ix_response_contribution_id"), "response", ["contribution_id"], unique=False
    )
    op.create_table(
        "statement_of_reasons",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("contribution_id", sa.Integer(), nullable=False),
        sa.Column("ground", sa.String(32), nullable=False),
        sa.Column("facts", sa.Text(), nullable=False),
        sa.Column("source_type", sa.String(length=20), nullable=False),
        sa.Column("automated_detection", sa.Boolean(), nullable=False),
        sa.Column("automated_decision", sa.Boolean(), nullable=False),
        sa.Column("rules_version", sa.String(length=20), nullable=False),
        sa.Column("decided_by", sa.Integer(), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("lifted_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "ground IN ('personal_data', 'insult', 'illegal', 'advertising', 'off_topic', 'duplicate', 'unreadable')",
            name=op.f("ck_statement_of_reasons_ground"),
        ),
        sa.ForeignKeyConstraint(
            ["contribution_id"],
            ["contribution.id"],
            name=op.f("fk_statement_of_reasons_contribution_id"),
        ),
        sa.ForeignKeyConstraint(
            ["decided_by"], ["person.id"], name=op.f("fk_statement_of_reasons_decided_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_statement_of_reasons")),
    )
    op.create_index(
        op.f("ix_statement_of_reasons_contribution_id"),
        "statement_of_reasons",
        ["contribution_id"],
        unique=False,
    )
    op.create_table(
        "support",
        sa.Column("contribution_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["contribution_id"], ["contribution.id"], name=op.f("fk_support_contribution_id")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_support_person_id")),
        sa.PrimaryKeyConstraint("contribution_id", "person_id", name=op.f("pk_support")),
    )
    op.create_index(op.f("ix_support_person_id"), "support", ["person_id"], unique=False)
    op.create_table(
        "action_alias",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("action_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("folded", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(
            ["action_id"], ["action.id"], name=op.f("fk_action_alias_action_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_action_alias")),
        sa.UniqueConstraint("folded", name=op.f("uq_action_alias_folded")),
    )
    op.create_index(op.f("ix_action_alias_action_id"), "action_alias", ["action_id"], unique=False)
    op.create_table(
        "action_consulted_body",
        sa.Column("action_id", sa.Integer(), nullable=False),
        sa.Column("body_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["action_id"],
            ["action.id"],
            name=op.f("fk_action_consulted_body_action_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["body_id"], ["governance_body.id"], name=op.f("fk_action_consulted_body_body_id")
        ),
        sa.PrimaryKeyConstraint("action_id", "body_id", name=op.f("pk_action_consulted_body")),
    )
    op.create_index(
        op.f("ix_action_consulted_body_body_id"), "action_consulted_body", ["body_id"], unique=False
    )
    op.create_table(
        "outcome_review",
        sa.Column("response_id", sa.Integer(), nullable=False),
        sa.Column("contribution_id", sa.Integer(), nullable=False),
        sa.Column("is_solved", sa.Boolean(), nullable=False),
        sa.Column("comment", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["contribution_id"], ["contribution.id"], name=op.f("fk_outcome_review_contribution_id")
        ),
        sa.ForeignKeyConstraint(
            ["response_id"], ["response.id"], name=op.f("fk_outcome_review_response_id")
        ),
        sa.PrimaryKeyConstraint("response_id", name=op.f("pk_outcome_review")),
    )
    op.create_index(
        op.f("ix_outcome_review_contribution_id"),
        "outcome_review",
        ["contribution_id"],
        unique=False,
    )
    op.create_table(
        "referral_rule",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(32), nullable=True),
        sa.Column("category_id", sa.Integer(), nullable=True),
        sa.Column("area_id", sa.Integer(), nullable=True),
        sa.Column("keyword", sa.String(length=200), nullable=False),
        sa.Column("action_id", sa.Integer(), nullable=False),
        sa.Column("is_active", sa.Boolean(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('report', 'idea', 'praise')", name=op.f("ck_referral_rule_kind")
        ),
        sa.ForeignKeyConstraint(
            ["action_id"], ["action.id"], name=op.f("fk_referral_rule_action_id")
        ),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_referral_rule_area_id")),
        sa.ForeignKeyConstraint(
            ["category_id"], ["category.id"], name=op.f("fk_referral_rule_category_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_referral_rule")),
    )
    op.create_table(
        "referral",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("contribution_id", sa.Integer(), nullable=False),
        sa.Column("action_id", sa.Integer(), nullable=False),
        sa.Column("body_id", sa.Integer(), nullable=False),
        sa.Column("rule_id", sa.Integer(), nullable=True),
        sa.Column("rule", sa.JSON().with_variant(JSONB(), "postgresql"), nullable=True),
        sa.Column("referred_by", sa.Integer(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("referred_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closure", sa.String(32), nullable=True),
        sa.Column("closing_reason", sa.Text(), nullable=False),
        sa.Column("response_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "closure IN ('answered', 'declined', 'changed', 'withdrawn')",
            name=op.f("ck_referral_closure"),
        ),
        sa.ForeignKeyConstraint(["action_id"], ["action.id"], name=op.f("fk_referral_action_id")),
        sa.ForeignKeyConstraint(
            ["body_id"], ["governance_body.id"], name=op.f("fk_referral_body_id")
        ),
        sa.ForeignKeyConstraint(
            ["contribution_id"], ["contribution.id"], name=op.f("fk_referral_contribution_id")
        ),
        sa.ForeignKeyConstraint(
            ["referred_by"], ["person.id"], name=op.f("fk_referral_referred_by")
        ),
        sa.ForeignKeyConstraint(
            ["response_id"], ["response.id"], name=op.f("fk_referral_response_id")
        ),
        sa.ForeignKeyConstraint(
            ["rule_id"], ["referral_rule.id"], name=op.f("fk_referral_rule_id"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_referral")),
        sa.UniqueConstraint("response_id", name=op.f("uq_referral_response_id")),
    )
    op.create_index(op.f("ix_referral_action_id_id"), "referral", ["action_id", "id"], unique=False)
    op.create_index(
        "ix_referral_action_open",
        "referral",
        ["action_id", "due_on"],
        unique=False,
        sqlite_where=sa.text("closed_at IS NULL"),
        postgresql_where=sa.text("closed_at IS NULL"),
    )
    op.create_index(
        "ix_referral_body_open",
        "referral",
        ["body_id", "due_on"],
        unique=False,
        sqlite_where=sa.text("closed_at IS NULL"),
        postgresql_where=sa.text("closed_at IS NULL"),
    )
    op.create_index(
        op.f("ix_referral_contribution_id"), "referral", ["contribution_id"], unique=False
    )
    op.create_index(op.f("ix_referral_rule_id"), "referral", ["rule_id"], unique=False)
    op.create_index(
        "uq_referral_open",
        "referral",
        ["contribution_id"],
        unique=True,
        sqlite_where=sa.text("closed_at IS NULL"),
        postgresql_where=sa.text("closed_at IS NULL"),
    )


def downgrade() -> None:
    op.drop_index(
        "uq_referral_open",
        table_name="referral",
        sqlite_where=sa.text("closed_at IS NULL"),
        postgresql_where=sa.text("closed_at IS NULL"),
    )
    op.drop_index(op.f("ix_referral_rule_id"), table_name="referral")
    op.drop_index(op.f("ix_referral_contribution_id"), table_name="referral")
    op.drop_index(
        "ix_referral_body_open",
        table_name="referral",
        sqlite_where=sa.text("closed_at IS NULL"),
        postgresql_where=sa.text("closed_at IS NULL"),
    )
    op.drop_index(
        "ix_referral_action_open",
        table_name="referral",
        sqlite_where=sa.text("closed_at IS NULL"),
        postgresql_where=sa.text("closed_at IS NULL"),
    )
    op.drop_index(op.f("ix_referral_action_id_id"), table_name="referral")
    op.drop_table("referral")
    op.drop_table("referral_rule")
    op.drop_index(op.f("ix_outcome_review_contribution_id"), table_name="outcome_review")
    op.drop_table("outcome_review")
    op.drop_index(op.f("ix_action_consulted_body_body_id"), table_name="action_consulted_body")
    op.drop_table("action_consulted_body")
    op.drop_index(op.f("ix_action_alias_action_id"), table_name="action_alias")
    op.drop_table("action_alias")
    op.drop_index(op.f("ix_support_person_id"), table_name="support")
    op.drop_table("support")
    op.drop_index(
        op.f("ix_statement_of_reasons_contribution_id"), table_name="statement_of_reasons"
    )
    op.drop_table("statement_of_reasons")
    op.drop_index(op.f("ix_response_contribution_id"), table_name="response")
    op.drop_table("response")
    op.drop_table("report")
    op.drop_table("praise")
    op.drop_index(op.f("ix_membership_person_id"), table_name="membership")
    op.drop_index(op.f("ix_membership_body_id"), table_name="membership")
    op.drop_table("membership")
    op.drop_table("idea")
    op.drop_index(op.f("ix_follow_person_id"), table_name="follow")
    op.drop_table("follow")
    op.drop_table("contribution_version")
    op.drop_table("contribution_photo")
    op.drop_table("contribution_contact")
    op.drop_table("contribution_answer")
    op.drop_index(op.f("ix_body_alias_body_id"), table_name="body_alias")
    op.drop_table("body_alias")
    op.drop_index(op.f("ix_author_question_contribution_id"), table_name="author_question")
    op.drop_table("author_question")
    op.drop_index(op.f("ix_action_pilot_id"), table_name="action")
    op.drop_index(op.f("ix_action_mission_id"), table_name="action")
    op.drop_index(op.f("ix_action_body_id"), table_name="action")
    op.drop_index(op.f("ix_action_area_id"), table_name="action")
    op.drop_table("action")
    op.drop_table("team_seat")
    op.drop_table("tally")
    op.drop_index(op.f("ix_street_area_id"), table_name="street")
    op.drop_table("street")
    op.drop_table("role_grant")
    op.drop_table("power")
    op.drop_table("mission")
    op.drop_table("map_cell")
    op.drop_index(op.f("ix_login_session_person_id"), table_name="login_session")
    op.drop_index(op.f("ix_login_session_expires_at"), table_name="login_session")
    op.drop_table("login_session")
    op.drop_index(op.f("ix_governance_body_area_id"), table_name="governance_body")
    op.drop_table("governance_body")
    op.drop_index(
        "ix_contribution_stage",
        table_name="contribution",
        sqlite_where=sa.text("stage IS NOT NULL"),
        postgresql_where=sa.text("stage IS NOT NULL"),
    )
    op.drop_index(
        "ix_contribution_queue",
        table_name="contribution",
        sqlite_where=sa.text("status IN ('received', 'needs_info', 'published')"),
        postgresql_where=sa.text("status IN ('received', 'needs_info', 'published')"),
    )
    op.drop_index(
        "ix_contribution_public",
        table_name="contribution",
        sqlite_where=sa.text("stage IS NOT NULL"),
        postgresql_where=sa.text("stage IS NOT NULL"),
    )
    op.drop_index(
        "ix_contribution_map",
        table_name="contribution",
        sqlite_where=sa.text("stage IS NOT NULL"),
        postgresql_where=sa.text("stage IS NOT NULL"),
    )
    op.drop_index(
        "ix_contribution_commune",
        table_name="contribution",
        sqlite_where=sa.text("stage IS NOT NULL"),
        postgresql_where=sa.text("stage IS NOT NULL"),
    )
    op.drop_index(
        "ix_contribution_category",
        table_name="contribution",
        sqlite_where=sa.text("stage IS NOT NULL"),
        postgresql_where=sa.text("stage IS NOT NULL"),
    )
    op.drop_index(
        "ix_contribution_author",
        table_name="contribution",
        sqlite_where=sa.text("author_id IS NOT NULL"),
        postgresql_where=sa.text("author_id IS NOT NULL"),
    )
    op.drop_index(
        "ix_contribution_area",
        table_name="contribution",
        sqlite_where=sa.text("stage IS NOT NULL"),
        postgresql_where=sa.text("stage IS NOT NULL"),
    )
    op.drop_table("contribution")
    op.drop_table("category_question")
    op.drop_index(op.f("ix_area_alias_area_id"), table_name="area_alias")
    op.drop_table("area_alias")
    op.drop_table("policy")
    op.drop_table("photo")
    op.drop_table("person")
    op.drop_index(
        "ix_outbox_message_due",
        table_name="outbox_message",
        sqlite_where=sa.text("done_at IS NULL AND stuck_at IS NULL"),
        postgresql_where=sa.text("done_at IS NULL AND stuck_at IS NULL"),
    )
    op.drop_table("outbox_message")
    op.drop_table("mailed_link")
    op.drop_index(op.f("ix_mail_contribution_id"), table_name="mail")
    op.drop_table("mail")
    op.drop_table("city")
    op.drop_table("category")
    op.drop_index(op.f("ix_audit_event_subject_type_subject_id"), table_name="audit_event")
    op.drop_index(op.f("ix_audit_event_contribution_id_id"), table_name="audit_event")
    op.drop_table("audit_event")
    op.drop_index(op.f("ix_area_parent_id"), table_name="area")
    op.drop_table("area")
