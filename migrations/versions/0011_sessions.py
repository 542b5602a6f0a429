"""Sessions: agenda and state, attendance, what was understood; plans; what was studied.

Revision ID: 0011
Revises: 0010
"""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Apply this step."""
    op.create_table(
        "session_plan",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("guild_id", sa.BigInteger(), nullable=False),
        sa.Column("channel_id", sa.BigInteger(), nullable=False),
        sa.Column("member_id", sa.BigInteger(), nullable=False),
        sa.Column("topic", sa.String(100), nullable=False),
        sa.Column("title", sa.JSON(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("weekly", sa.Boolean(), nullable=False),
        sa.Column("zone", sa.String(64), nullable=False),
        sa.Column("wall", sa.String(16), nullable=False),
        sa.Column("starts_at", MOMENT, nullable=False),
        sa.Column("occurrence", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("reminded", sa.Integer(), nullable=False),
        sa.Column("started", sa.Boolean(), nullable=False),
        sa.Column("event_id", sa.BigInteger()),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("next_at", MOMENT),
        sa.CheckConstraint(
            "state IN ('open', 'done', 'cancelled')", name=op.f("ck_session_plan_state_known")
        ),
        sa.CheckConstraint(
            "(state = 'open') = (next_at IS NOT NULL)", name=op.f("ck_session_plan_open_has_next")
        ),
        sa.PrimaryKeyConstraint("id", name="pk_session_plan"),
    )
    op.create_index("ix_session_plan_next_at", "session_plan", ["next_at"])
    op.create_index("ix_session_plan_guild_id_state", "session_plan", ["guild_id", "state"])
    _sessions()
    op.create_table(
        "session_member",
        sa.Column("session_id", ROW_ID, nullable=False),
        sa.Column("member_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("guild_id", sa.BigInteger(), nullable=False),
        sa.Column("joined_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["session_id"],
            ["session.id"],
            name="fk_session_member_session_id_session",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("session_id", "member_id", name="pk_session_member"),
    )
    op.create_table(
        "session_understanding",
        sa.Column("session_id", ROW_ID, nullable=False),
        sa.Column("concept", sa.String(100), nullable=False),
        sa.Column("member_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("guild_id", sa.BigInteger(), nullable=False),
        sa.Column("is_clear", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["session_id"],
            ["session.id"],
            name="fk_session_understanding_session_id_session",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint(
            "session_id", "concept", "member_id", name="pk_session_understanding"
        ),
    )
    op.create_table(
        "session_studied",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("guild_id", sa.BigInteger(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("evidence", sa.Integer(), nullable=False),
        sa.Column("concept", sa.String(100)),
        sa.Column("settled_by", sa.BigInteger(), nullable=False),
        sa.Column("settled_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_session_studied"),
        sa.UniqueConstraint("guild_id", "number", name="uq_session_studied_guild_id_number"),
    )


def downgrade() -> None:
    """Take this step back."""
    op.drop_table("session_studied")
    op.drop_table("session_understanding")
    op.drop_table("session_member")
    op.drop_table("session")
    op.drop_table("session_plan")


def _sessions() -> None:
    op.create_table(
        "session",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("guild_id", sa.BigInteger(), nullable=False),
        sa.Column("channel_id", sa.BigInteger(), nullable=False),
        sa.Column("thread_id", sa.BigInteger()),
        sa.Column("member_id", sa.BigInteger(), nullable=False),
        sa.Column("topic", sa.String(100), nullable=False),
        sa.Column("title", sa.JSON(), nullable=False),
        sa.Column("goal", sa.JSON(), nullable=False),
        sa.Column("parts", sa.JSON(), nullable=False),
        sa.Column("discussions", sa.JSON(), nullable=False),
        sa.Column("phase", sa.String(16), nullable=False),
        sa.Column("at", sa.Integer(), nullable=False),
        sa.Column("turn", sa.Integer(), nullable=False),
        sa.Column("until", MOMENT),
        sa.Column("left_ms", sa.BigInteger()),
        sa.Column("started_at", MOMENT, nullable=False),
        sa.Column("turned_at", MOMENT, nullable=False),
        sa.Column("round_id", sa.BigInteger()),
        sa.Column("rounds", sa.JSON(), nullable=False),
        sa.Column("remark", sa.String(32)),
        sa.Column("plan_id", ROW_ID),
        sa.Column("ending", sa.String(16)),
        sa.CheckConstraint(
            "phase IN ('opening', 'running', 'overtime', 'paused', 'ended')",
            name=op.f("ck_session_phase_known"),
        ),
        sa.CheckConstraint(
            "(phase = 'ended') = (until IS NULL)", name=op.f("ck_session_runs_until")
        ),
        sa.CheckConstraint(
            "(phase = 'ended') = (ending IS NOT NULL)", name=op.f("ck_session_ended_has_reason")
        ),
        sa.CheckConstraint(
            "(phase = 'paused') = (left_ms IS NOT NULL)",
            name=op.f("ck_session_paused_knows_left"),
        ),
        sa.ForeignKeyConstraint(
            ["plan_id"],
            ["session_plan.id"],
            name="fk_session_plan_id_session_plan",
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_session"),
    )
    running = sa.text("phase <> 'ended'")
    op.create_index(
        "uq_session_running",
        "session",
        ["guild_id", "channel_id"],
        unique=True,
        sqlite_where=running,
        postgresql_where=running,
    )
    op.create_index("ix_session_until", "session", ["until"])
    op.create_index("ix_session_round_id", "session", ["round_id"])
