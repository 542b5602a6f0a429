"""Looking after: how long a server keeps what, who left, set-up, what moderators did.

Revision ID: 0012
Revises: 0011
"""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Apply this step."""
    op.create_table(
        "guild_retention",
        sa.Column("guild_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("days", sa.Integer(), nullable=False),
        sa.CheckConstraint("days >= 0", name="ck_guild_retention_days_not_negative"),
        sa.PrimaryKeyConstraint("guild_id", "kind", name="pk_guild_retention"),
    )
    op.create_table(
        "guild_departure",
        sa.Column("guild_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("noticed_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("guild_id", name="pk_guild_departure"),
    )
    op.create_table(
        "tidying",
        sa.Column("name", sa.String(32), nullable=False),
        sa.Column("next_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_tidying"),
    )
    op.create_table(
        "moderation_act",
        sa.Column("interaction_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("guild_id", sa.BigInteger(), nullable=False),
        sa.Column("member_id", sa.BigInteger(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("via", sa.String(8), nullable=False),
        sa.Column("name", sa.String(100), nullable=False),
        sa.Column("details", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("interaction_id", name="pk_moderation_act"),
    )
    op.create_index(
        "ix_moderation_act_guild_id_interaction_id",
        "moderation_act",
        ["guild_id", "interaction_id"],
    )
    op.create_index("ix_moderation_act_at", "moderation_act", ["at"])
    op.create_table(
        "guild_setup",
        sa.Column("guild_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("step", sa.String(16), nullable=False),
        sa.Column("language", sa.String(8), nullable=False),
        sa.Column("zone", sa.String(64), nullable=False),
        sa.Column("quiz_channel_id", sa.BigInteger(), nullable=True),
        sa.Column("quiz_minutes", sa.Integer(), nullable=True),
        sa.Column("notice_channel_id", sa.BigInteger(), nullable=True),
        sa.Column("moderator_role_id", sa.BigInteger(), nullable=True),
        sa.Column("schedule", sa.BigInteger(), nullable=True),
        sa.CheckConstraint(
            "quiz_minutes BETWEEN 0 AND 1439", name="ck_guild_setup_quiz_minutes_of_a_day"
        ),
        sa.PrimaryKeyConstraint("guild_id", name="pk_guild_setup"),
    )


def downgrade() -> None:
    """Take this step back."""
    op.drop_table("guild_setup")
    op.drop_table("moderation_act")
    op.drop_table("tidying")
    op.drop_table("guild_departure")
    op.drop_table("guild_retention")
