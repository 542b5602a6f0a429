"""Reviews: what members remember, rounds of items, reminders, the leaderboard.

Revision ID: 0004
Revises: 0003
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Apply this step."""
    op.create_table(
        "review_card",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("guild_id", sa.BigInteger(), nullable=False),
        sa.Column("member_id", sa.BigInteger(), nullable=False),
        sa.Column("item", sa.String(64), nullable=False),
        sa.Column("stability", sa.Float(), nullable=False),
        sa.Column("difficulty", sa.Float(), nullable=False),
        sa.Column("reviewed_on", sa.Date(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("before", sa.JSON()),
        sa.Column("origin", sa.String(8), nullable=False),
        sa.Column("origin_id", sa.BigInteger(), nullable=False),
        sa.Column("grade", sa.Integer(), nullable=False),
        sa.Column("reviewed_at", MOMENT, nullable=False),
        sa.CheckConstraint("origin IN ('daily', 'turn')", name="ck_review_card_origin_known"),
        sa.PrimaryKeyConstraint("id", name="pk_review_card"),
        sa.UniqueConstraint(
            "guild_id", "member_id", "item", name="uq_review_card_guild_id_member_id_item"
        ),
    )
    op.create_index(
        "ix_review_card_guild_id_member_id_due_on",
        "review_card",
        ["guild_id", "member_id", "due_on"],
    )
    op.create_table(
        "review_run",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("guild_id", sa.BigInteger(), nullable=False),
        sa.Column("member_id", sa.BigInteger(), nullable=False),
        sa.Column("mode", sa.String(8), nullable=False),
        sa.Column("length", sa.Integer(), nullable=False),
        sa.CheckConstraint("mode IN ('review', 'practice')", name="ck_review_run_mode_known"),
        sa.PrimaryKeyConstraint("id", name="pk_review_run"),
    )
    op.create_index("ix_review_run_guild_id_member_id", "review_run", ["guild_id", "member_id"])
    op.create_table(
        "review_turn",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("guild_id", sa.BigInteger(), nullable=False),
        sa.Column("member_id", sa.BigInteger(), nullable=False),
        sa.Column("run_id", ROW_ID, nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("item", sa.String(64), nullable=False),
        sa.Column("snapshot", sa.JSON(), nullable=False),
        sa.Column("shown_at", MOMENT, nullable=False),
        sa.Column("given", sa.String(100)),
        sa.Column("is_right", sa.Boolean(), nullable=False),
        sa.Column("sureness", sa.Integer()),
        sa.Column("answered_at", MOMENT),
        sa.CheckConstraint("sureness BETWEEN 0 AND 2", name="ck_review_turn_sureness_known"),
        sa.CheckConstraint(
            "(given IS NULL) = (answered_at IS NULL)", name="ck_review_turn_given_has_moment"
        ),
        sa.ForeignKeyConstraint(
            ["run_id"],
            ["review_run.id"],
            name="fk_review_turn_run_id_review_run",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_review_turn"),
        sa.UniqueConstraint("run_id", "place", name="uq_review_turn_run_id_place"),
    )
    op.create_index("ix_review_turn_guild_id_member_id", "review_turn", ["guild_id", "member_id"])
    op.create_table(
        "review_reminder",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("guild_id", sa.BigInteger(), nullable=False),
        sa.Column("member_id", sa.BigInteger(), nullable=False),
        sa.Column("hour", sa.Integer(), nullable=False),
        sa.Column("zone", sa.String(64), nullable=False),
        sa.Column("next_day", sa.Date()),
        sa.Column("next_at", MOMENT),
        sa.Column("claimed_day", sa.Date()),
        sa.Column("was_closed", sa.Boolean(), nullable=False),
        sa.CheckConstraint("hour BETWEEN 0 AND 23", name="ck_review_reminder_hour_of_day"),
        sa.CheckConstraint(
            "(next_day IS NULL) = (next_at IS NULL)", name="ck_review_reminder_day_has_moment"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_review_reminder"),
        sa.UniqueConstraint("guild_id", "member_id", name="uq_review_reminder_guild_id_member_id"),
    )
    op.create_index("ix_review_reminder_next_at", "review_reminder", ["next_at"])
    op.create_table(
        "review_board",
        sa.Column("guild_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("member_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("joined_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("guild_id", "member_id", name="pk_review_board"),
    )


def downgrade() -> None:
    """Take this step back."""
    op.drop_table("review_board")
    op.drop_table("review_reminder")
    op.drop_table("review_turn")
    op.drop_table("review_run")
    op.drop_table("review_card")
