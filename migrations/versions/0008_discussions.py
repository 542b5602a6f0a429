"""Discussions: their phases, votes, reasons, marks, questions, and anonymous ones' keys.

Revision ID: 0008
Revises: 0007
"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)
OPEN = "'first-vote', 'argument', 'second-vote', 'sharing'"
TABLES = ("vote", "reason", "mark", "question", "citation", "key", "proposal")


def upgrade() -> None:
    """Apply this step."""
    op.create_table(
        "discussion",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("guild_id", sa.BigInteger(), nullable=False),
        sa.Column("channel_id", sa.BigInteger(), nullable=False),
        sa.Column("thread_id", sa.BigInteger()),
        sa.Column("threadless", sa.Boolean(), nullable=False),
        sa.Column("topic", sa.String(64), nullable=False),
        sa.Column("prompt", sa.String(64), nullable=False),
        sa.Column("snapshot", sa.JSON(), nullable=False),
        sa.Column("anonymous", sa.Boolean(), nullable=False),
        sa.Column("phase", sa.String(16), nullable=False),
        sa.Column("ends_at", MOMENT),
        sa.Column("paused_left", sa.BigInteger()),
        sa.Column("lengths", sa.JSON(), nullable=False),
        sa.Column("started_by", sa.BigInteger(), nullable=False),
        sa.Column("started_at", MOMENT, nullable=False),
        sa.Column("closed_at", MOMENT),
        sa.Column("zone", sa.String(64), nullable=False),
        sa.Column("followed", sa.Integer(), nullable=False),
        sa.Column("follow_at", MOMENT),
        sa.Column("follow_day", sa.Date()),
        sa.Column("followed_on_day", sa.Integer(), nullable=False),
        sa.Column("report", sa.JSON(none_as_null=True)),
        sa.Column("scrub_at", MOMENT),
        sa.CheckConstraint(
            f"phase IN ({OPEN}, 'closed', 'cancelled')", name="ck_discussion_phase_known"
        ),
        sa.CheckConstraint(
            f"phase IN ({OPEN}) OR ends_at IS NULL", name="ck_discussion_over_has_no_end"
        ),
        sa.CheckConstraint(
            f"(phase IN ({OPEN})) = (closed_at IS NULL)", name="ck_discussion_over_has_moment"
        ),
        sa.CheckConstraint(
            "ends_at IS NULL OR paused_left IS NULL", name="ck_discussion_paused_has_no_end"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_discussion"),
    )
    op.create_index("ix_discussion_guild_id_phase", "discussion", ["guild_id", "phase"])
    op.create_index("ix_discussion_guild_id_channel_id", "discussion", ["guild_id", "channel_id"])
    op.create_index("ix_discussion_guild_id_thread_id", "discussion", ["guild_id", "thread_id"])
    op.create_index("ix_discussion_ends_at", "discussion", ["ends_at"])
    op.create_index("ix_discussion_follow_at", "discussion", ["follow_at"])
    op.create_index("ix_discussion_scrub_at", "discussion", ["scrub_at"])
    op.create_table(
        "discussion_key",
        *_belongs("key"),
        sa.Column("key", sa.LargeBinary(32), nullable=False),
        sa.PrimaryKeyConstraint("discussion_id", name="pk_discussion_key"),
    )
    # Without SQLite's row numbers, which would tell in which order people voted.
    op.create_table(
        "discussion_vote",
        *_belongs("vote"),
        sa.Column("round", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("voter", sa.String(32), nullable=False),
        sa.Column("stances", sa.Integer(), nullable=False),
        sa.Column("voted_at", MOMENT),
        sa.CheckConstraint("round BETWEEN 1 AND 2", name="ck_discussion_vote_round_known"),
        sa.CheckConstraint("stances > 0", name="ck_discussion_vote_stance_taken"),
        sa.PrimaryKeyConstraint("discussion_id", "round", "voter", name="pk_discussion_vote"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "discussion_reason",
        *_belongs("reason"),
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("voter", sa.String(32), nullable=False),
        sa.Column("stance", sa.Integer()),
        sa.Column("text", sa.String(300), nullable=False),
        sa.Column("fields", sa.JSON(), nullable=False),
        sa.Column("round", sa.Integer()),
        sa.Column("hidden", sa.Boolean(), nullable=False),
        sa.Column("written_at", MOMENT),
        sa.PrimaryKeyConstraint("discussion_id", "id", name="pk_discussion_reason"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "discussion_mark",
        *_belongs("mark"),
        sa.Column("reason_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("voter", sa.String(32), nullable=False),
        sa.Column("mark", sa.Integer(), nullable=False),
        sa.CheckConstraint("mark BETWEEN 0 AND 2", name="ck_discussion_mark_mark_known"),
        sa.PrimaryKeyConstraint("discussion_id", "reason_id", "voter", name="pk_discussion_mark"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "discussion_question",
        *_belongs("question"),
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("voter", sa.String(32), nullable=False),
        sa.Column("text", sa.String(300), nullable=False),
        sa.Column("answer", sa.String(300)),
        sa.Column("concept", sa.String(64)),
        sa.Column("answered_by", sa.String(32)),
        sa.Column("asked_at", MOMENT),
        sa.PrimaryKeyConstraint("discussion_id", "id", name="pk_discussion_question"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "discussion_citation",
        *_belongs("citation"),
        sa.Column("concept", sa.String(64), nullable=False),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("discussion_id", "concept", name="pk_discussion_citation"),
    )
    op.create_table(
        "discussion_proposal",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("guild_id", sa.BigInteger(), nullable=False),
        sa.Column("member_id", sa.BigInteger(), nullable=False),
        sa.Column("draft", sa.JSON(), nullable=False),
        sa.Column("sent_at", MOMENT, nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("decided_by", sa.BigInteger()),
        sa.Column("decided_at", MOMENT),
        sa.CheckConstraint(
            "state IN ('open', 'approved', 'declined')", name="ck_discussion_proposal_state_known"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_discussion_proposal"),
    )
    op.create_index(
        "ix_discussion_proposal_guild_id_state", "discussion_proposal", ["guild_id", "state"]
    )


def downgrade() -> None:
    """Take this step back."""
    for table in TABLES:
        op.drop_table(f"discussion_{table}")
    op.drop_table("discussion")


def _belongs(table: str) -> tuple[sa.Column[int], sa.Column[int], sa.ForeignKeyConstraint]:
    return (
        sa.Column("discussion_id", ROW_ID, autoincrement=False, nullable=False),
        sa.Column("guild_id", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["discussion_id"],
            ["discussion.id"],
            name=f"fk_discussion_{table}_discussion_id_discussion",
            ondelete="CASCADE",
        ),
    )
