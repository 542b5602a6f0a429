"""Errands: chores at Discord that follow a post, such as opening its thread.

Revision ID: 0007
Revises: 0006
"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Apply this step."""
    op.create_table(
        "errand",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("guild_id", sa.BigInteger(), nullable=False),
        sa.Column("owner", sa.String(32), nullable=False),
        sa.Column("subject", sa.BigInteger(), nullable=False),
        sa.Column("chore", sa.String(32), nullable=False),
        sa.Column("occurrence", sa.String(64), nullable=False),
        sa.Column("channel_id", sa.BigInteger()),
        sa.Column("post_id", ROW_ID),
        sa.Column("after_id", ROW_ID),
        sa.Column("member_id", sa.BigInteger()),
        sa.Column("details", sa.JSON(), nullable=False),
        sa.Column("due", MOMENT, nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("next_try", MOMENT),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("result_id", sa.BigInteger()),
        sa.Column("reason", sa.String(64)),
        sa.CheckConstraint(
            "state IN ('open', 'done', 'refused', 'withdrawn')", name="ck_errand_state_known"
        ),
        sa.CheckConstraint(
            "(state = 'open') = (next_try IS NOT NULL)", name="ck_errand_open_has_next_try"
        ),
        sa.ForeignKeyConstraint(
            ["post_id"], ["post.id"], name="fk_errand_post_id_post", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["after_id"], ["errand.id"], name="fk_errand_after_id_errand", ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_errand"),
        sa.UniqueConstraint(
            *("guild_id", "owner", "subject", "chore", "occurrence"),
            name="uq_errand_guild_id_owner_subject_chore_occurrence",
        ),
    )
    op.create_index("ix_errand_next_try", "errand", ["next_try"])


def downgrade() -> None:
    """Take this step back."""
    op.drop_table("errand")
