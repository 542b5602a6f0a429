"""The daily quiz: schedules, asked items, answers.

Revision ID: 0003
Revises: 0002
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Apply this step."""
    op.create_table(
        "quiz_schedule",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("guild_id", sa.BigInteger(), nullable=False),
        sa.Column("channel_id", sa.BigInteger(), nullable=False),
        sa.Column("member_id", sa.BigInteger(), nullable=False),
        sa.Column("rule", sa.String(64), nullable=False),
        sa.Column("zone", sa.String(64), nullable=False),
        sa.Column("topic", sa.String(64)),
        sa.Column("skips", sa.JSON(), nullable=False),
        sa.Column("items", sa.Integer(), nullable=False),
        sa.Column("ping_role_id", sa.BigInteger()),
        sa.Column("hides_verdict", sa.Boolean(), nullable=False),
        sa.Column("digest", sa.Boolean(), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("paused_for", sa.String(16)),
        sa.Column("next_day", sa.Date()),
        sa.Column("next_at", MOMENT),
        sa.Column("claimed_day", sa.Date()),
        sa.Column("digest_at", MOMENT),
        sa.CheckConstraint(
            "state IN ('running', 'paused', 'removed')", name="ck_quiz_schedule_state_known"
        ),
        sa.CheckConstraint(
            "state = 'running' OR next_at IS NULL", name="ck_quiz_schedule_only_running_has_next"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_quiz_schedule"),
    )
    op.create_index("ix_quiz_schedule_guild_id", "quiz_schedule", ["guild_id"])
    op.create_index("ix_quiz_schedule_next_at", "quiz_schedule", ["next_at"])
    op.create_index("ix_quiz_schedule_digest_at", "quiz_schedule", ["digest_at"])
    op.create_table(
        "quiz_asked",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("guild_id", sa.BigInteger(), nullable=False),
        sa.Column("schedule_id", ROW_ID, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("part", sa.Integer(), nullable=False),
        sa.Column("channel_id", sa.BigInteger(), nullable=False),
        sa.Column("item", sa.String(64), nullable=False),
        sa.Column("snapshot", sa.JSON(), nullable=False),
        sa.Column("hides_verdict", sa.Boolean(), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("due", MOMENT, nullable=False),
        sa.Column("closes_at", MOMENT, nullable=False),
        sa.Column("closed_at", MOMENT),
        sa.Column("answers", sa.Integer()),
        sa.Column("right_answers", sa.Integer()),
        sa.CheckConstraint(
            "state IN ('open', 'closed', 'missed', 'withdrawn')", name="ck_quiz_asked_state_known"
        ),
        sa.CheckConstraint(
            "state <> 'closed' OR closed_at IS NOT NULL", name="ck_quiz_asked_closed_has_moment"
        ),
        sa.ForeignKeyConstraint(
            ["schedule_id"],
            ["quiz_schedule.id"],
            name="fk_quiz_asked_schedule_id_quiz_schedule",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_quiz_asked"),
        sa.UniqueConstraint(
            "guild_id",
            "schedule_id",
            "day",
            "part",
            name="uq_quiz_asked_guild_id_schedule_id_day_part",
        ),
    )
    op.create_index("ix_quiz_asked_state_closes_at", "quiz_asked", ["state", "closes_at"])
    op.create_index("ix_quiz_asked_guild_id_due", "quiz_asked", ["guild_id", "due"])
    op.create_index("ix_quiz_asked_schedule_id_state", "quiz_asked", ["schedule_id", "state"])
    op.create_table(
        "quiz_answer",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("guild_id", sa.BigInteger(), nullable=False),
        sa.Column("asked_id", ROW_ID, nullable=False),
        sa.Column("member_id", sa.BigInteger(), nullable=False),
        sa.Column("item", sa.String(64), nullable=False),
        sa.Column("given", sa.String(100), nullable=False),
        sa.Column("is_right", sa.Boolean(), nullable=False),
        sa.Column("sureness", sa.Integer()),
        sa.Column("answered_at", MOMENT, nullable=False),
        sa.CheckConstraint("sureness BETWEEN 0 AND 2", name="ck_quiz_answer_sureness_known"),
        sa.ForeignKeyConstraint(
            ["asked_id"],
            ["quiz_asked.id"],
            name="fk_quiz_answer_asked_id_quiz_asked",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_quiz_answer"),
        sa.UniqueConstraint(
            "guild_id",
            "asked_id",
            "member_id",
            name="uq_quiz_answer_guild_id_asked_id_member_id",
        ),
    )
    op.create_index("ix_quiz_answer_guild_id_member_id", "quiz_answer", ["guild_id", "member_id"])


def downgrade() -> None:
    """Take this step back."""
    op.drop_table("quiz_answer")
    op.drop_table("quiz_asked")
    op.drop_table("quiz_schedule")
