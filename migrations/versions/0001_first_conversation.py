"""Questions and feedback, servers' settings, members' languages, the last command sync.

Revision ID: 0001
Revises:
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Apply this step."""
    op.create_table(
        "guild_settings",
        sa.Column("guild_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("language", sa.String(8), nullable=False),
        sa.Column("zone", sa.String(64), nullable=False),
        sa.Column("moderator_role_id", sa.BigInteger()),
        sa.Column("notice_channel_id", sa.BigInteger()),
        sa.PrimaryKeyConstraint("guild_id", name="pk_guild_settings"),
    )
    op.create_table(
        "member_language",
        sa.Column("member_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("language", sa.String(8), nullable=False),
        sa.PrimaryKeyConstraint("member_id", name="pk_member_language"),
    )
    op.create_table(
        "command_sync",
        sa.Column("application_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("payload_hash", sa.String(64)),
        sa.Column("turn_until", MOMENT),
        sa.PrimaryKeyConstraint("application_id", name="pk_command_sync"),
    )
    op.create_table(
        "question",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("guild_id", sa.BigInteger()),
        sa.Column("channel_id", sa.BigInteger(), nullable=False),
        sa.Column("member_id", sa.BigInteger(), nullable=False),
        sa.Column("text", sa.String(2000), nullable=False),
        sa.Column("outcome", sa.String(16), nullable=False),
        sa.Column("concept", sa.String(64)),
        sa.Column("prompt", sa.String(64)),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("asked_at", MOMENT, nullable=False),
        sa.CheckConstraint(
            "outcome IN ('answered', 'prompt', 'gap')", name="ck_question_outcome_known"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_question"),
    )
    op.create_index(
        "ix_question_channel_id_member_id_asked_at",
        "question",
        ["channel_id", "member_id", "asked_at"],
    )
    op.create_index("ix_question_guild_id_outcome", "question", ["guild_id", "outcome"])
    op.create_table(
        "answer_feedback",
        sa.Column("question_id", ROW_ID, nullable=False),
        sa.Column("member_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("verdict", sa.String(8), nullable=False),
        sa.Column("given_at", MOMENT, nullable=False),
        sa.CheckConstraint("verdict IN ('up', 'down')", name="ck_answer_feedback_verdict_known"),
        sa.ForeignKeyConstraint(
            ["question_id"],
            ["question.id"],
            name="fk_answer_feedback_question_id_question",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("question_id", "member_id", name="pk_answer_feedback"),
    )


def downgrade() -> None:
    """Take this step back."""
    for table in ("answer_feedback", "question", "command_sync", "member_language"):
        op.drop_table(table)
    op.drop_table("guild_settings")
