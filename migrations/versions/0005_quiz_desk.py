"""What members bring before moderators: aliases, appeals, changed verdicts, suggested items.

Revision ID: 0005
Revises: 0004
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)
STATES = "state IN ('open', 'accepted', 'declined')"
DECIDED = "(state = 'open') = (decided_at IS NULL)"


def upgrade() -> None:
    """Apply this step."""
    op.create_table(
        "quiz_alias",
        sa.Column("guild_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("item", sa.String(64), nullable=False),
        sa.Column("folded", sa.String(100), nullable=False),
        sa.Column("text", sa.String(100), nullable=False),
        sa.Column("accepted_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("guild_id", "item", "folded", name="pk_quiz_alias"),
    )
    op.create_table(
        "quiz_appeal",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("guild_id", sa.BigInteger(), nullable=False),
        sa.Column("asked_id", ROW_ID, nullable=False),
        sa.Column("member_id", sa.BigInteger(), nullable=False),
        sa.Column("item", sa.String(64), nullable=False),
        sa.Column("given", sa.String(100), nullable=False),
        sa.Column("alias", sa.String(100), nullable=False),
        sa.Column("sentence", sa.String(300), nullable=False),
        sa.Column("sent_at", MOMENT, nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("decided_by", sa.BigInteger()),
        sa.Column("decided_at", MOMENT),
        sa.CheckConstraint(STATES, name="ck_quiz_appeal_state_known"),
        sa.CheckConstraint(DECIDED, name="ck_quiz_appeal_decided_has_moment"),
        sa.ForeignKeyConstraint(
            ["asked_id"],
            ["quiz_asked.id"],
            name="fk_quiz_appeal_asked_id_quiz_asked",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name="pk_quiz_appeal"),
        sa.UniqueConstraint(
            "guild_id",
            "asked_id",
            "member_id",
            name="uq_quiz_appeal_guild_id_asked_id_member_id",
        ),
    )
    op.create_index("ix_quiz_appeal_guild_id_state", "quiz_appeal", ["guild_id", "state"])
    op.create_table(
        "quiz_remarked",
        sa.Column("guild_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("member_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("asked_id", ROW_ID, autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(
            ["asked_id"],
            ["quiz_asked.id"],
            name="fk_quiz_remarked_asked_id_quiz_asked",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("guild_id", "member_id", "asked_id", name="pk_quiz_remarked"),
    )
    op.create_table(
        "quiz_suggestion",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("guild_id", sa.BigInteger(), nullable=False),
        sa.Column("member_id", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.Integer(), nullable=False),
        sa.Column("concept", sa.String(64), nullable=False),
        sa.Column("draft", sa.JSON(), nullable=False),
        sa.Column("sent_at", MOMENT, nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("decided_by", sa.BigInteger()),
        sa.Column("decided_at", MOMENT),
        sa.Column("stamp", sa.String(64)),
        sa.CheckConstraint("kind BETWEEN 0 AND 2", name="ck_quiz_suggestion_kind_known"),
        sa.CheckConstraint(STATES, name="ck_quiz_suggestion_state_known"),
        sa.CheckConstraint(DECIDED, name="ck_quiz_suggestion_decided_has_moment"),
        sa.PrimaryKeyConstraint("id", name="pk_quiz_suggestion"),
    )
    op.create_index("ix_quiz_suggestion_guild_id_state", "quiz_suggestion", ["guild_id", "state"])


def downgrade() -> None:
    """Take this step back."""
    op.drop_table("quiz_suggestion")
    op.drop_table("quiz_remarked")
    op.drop_table("quiz_appeal")
    op.drop_table("quiz_alias")
