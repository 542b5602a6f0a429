"""The ledger of posts, and announcements.

Revision ID: 0002
Revises: 0001
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Apply this step."""
    op.create_table(
        "post",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("guild_id", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("subject", sa.BigInteger(), nullable=False),
        sa.Column("occurrence", sa.String(64), nullable=False),
        sa.Column("part", sa.Integer(), nullable=False),
        sa.Column("channel_id", sa.BigInteger()),
        sa.Column("member_id", sa.BigInteger()),
        sa.Column("snapshot", sa.JSON(), nullable=False),
        sa.Column("silent", sa.Boolean(), nullable=False),
        sa.Column("due", MOMENT, nullable=False),
        sa.Column("send_by", MOMENT, nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("next_try", MOMENT),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("attempted_at", MOMENT),
        sa.Column("anchor_id", sa.BigInteger()),
        sa.Column("message_id", sa.BigInteger()),
        sa.Column("reason", sa.String(64)),
        sa.Column("redraw", sa.Integer()),
        sa.CheckConstraint(
            "state IN ('claimed', 'sending', 'sent', 'missed', 'withdrawn', 'uncertain')",
            name="ck_post_state_known",
        ),
        sa.CheckConstraint(
            "(next_try IS NULL) = (state NOT IN ('claimed', 'sending'))",
            name="ck_post_open_has_next_try",
        ),
        sa.CheckConstraint(
            "(state = 'sent') = (message_id IS NOT NULL)", name="ck_post_sent_has_message"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_post"),
        sa.UniqueConstraint(
            "guild_id",
            "kind",
            "subject",
            "occurrence",
            "part",
            name="uq_post_guild_id_kind_subject_occurrence_part",
        ),
        sa.UniqueConstraint("message_id", name="uq_post_message_id"),
    )
    op.create_index("ix_post_state_next_try", "post", ["state", "next_try"])
    op.create_index("ix_post_redraw", "post", ["redraw"])
    op.create_table(
        "announcement",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("guild_id", sa.BigInteger(), nullable=False),
        sa.Column("channel_id", sa.BigInteger(), nullable=False),
        sa.Column("member_id", sa.BigInteger(), nullable=False),
        sa.Column("text", sa.String(2000), nullable=False),
        sa.Column("silent", sa.Boolean(), nullable=False),
        sa.Column("rule", sa.String(64), nullable=False),
        sa.Column("zone", sa.String(64), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("next_day", sa.Date()),
        sa.Column("next_at", MOMENT),
        sa.Column("claimed_day", sa.Date()),
        sa.CheckConstraint(
            "state IN ('waiting', 'paused', 'done', 'cancelled')",
            name="ck_announcement_state_known",
        ),
        sa.CheckConstraint(
            "(state = 'waiting') = (next_at IS NOT NULL)", name="ck_announcement_waiting_has_next"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_announcement"),
    )
    op.create_index("ix_announcement_next_at", "announcement", ["next_at"])
    op.create_index("ix_announcement_guild_id_state", "announcement", ["guild_id", "state"])


def downgrade() -> None:
    """Take this step back."""
    op.drop_table("announcement")
    op.drop_table("post")
