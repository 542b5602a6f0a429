"""Several processes: who looks after which shard, and who sends a post.

Revision ID: 0013
Revises: 0012
"""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply this step."""
    op.create_table(
        "shard_lease",
        sa.Column("shard", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("process", sa.String(32), nullable=False),
        sa.Column("borrowed", sa.Boolean(), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("shard", name="pk_shard_lease"),
    )
    op.add_column("post", sa.Column("holder", sa.String(32)))


def downgrade() -> None:
    """Take this step back."""
    op.drop_column("post", "holder")
    op.drop_table("shard_lease")
