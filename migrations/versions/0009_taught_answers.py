"""What conversations are about, what servers taught, and who waits for an answer.

Revision ID: 0009
Revises: 0008
"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Apply this step."""
    op.add_column("question", sa.Column("previous", sa.String(300)))
    op.add_column("question", sa.Column("compared", sa.String(130)))
    op.create_table(
        "answer_topic",
        sa.Column("channel_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("member_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("guild_id", sa.BigInteger()),
        sa.Column("concepts", sa.String(130), nullable=False),
        sa.Column("text", sa.String(300)),
        sa.Column("at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("channel_id", "member_id", name="pk_answer_topic"),
    )
    op.create_table(
        "taught_lesson",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("guild_id", sa.BigInteger(), nullable=False),
        sa.Column("concept", sa.String(64)),
        sa.Column("taught_by", sa.BigInteger(), nullable=False),
        sa.Column("taught_at", MOMENT, nullable=False),
        sa.Column("undone_at", MOMENT),
        sa.PrimaryKeyConstraint("id", name="pk_taught_lesson"),
    )
    op.create_index("ix_taught_lesson_guild_id", "taught_lesson", ["guild_id"])
    op.create_table(
        "taught_phrase",
        sa.Column("lesson_id", ROW_ID, nullable=False),
        sa.Column("place", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("text", sa.String(300), nullable=False),
        sa.ForeignKeyConstraint(
            ["lesson_id"],
            ["taught_lesson.id"],
            name="fk_taught_phrase_lesson_id_taught_lesson",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("lesson_id", "place", name="pk_taught_phrase"),
    )
    op.create_table(
        "taught_question",
        sa.Column("question_id", ROW_ID, autoincrement=False, nullable=False),
        sa.Column("lesson_id", ROW_ID, nullable=False),
        sa.ForeignKeyConstraint(
            ["question_id"],
            ["question.id"],
            name="fk_taught_question_question_id_question",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["lesson_id"],
            ["taught_lesson.id"],
            name="fk_taught_question_lesson_id_taught_lesson",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("question_id", name="pk_taught_question"),
    )
    op.create_index("ix_taught_question_lesson_id", "taught_question", ["lesson_id"])
    op.create_table(
        "answer_wish",
        sa.Column("question_id", ROW_ID, autoincrement=False, nullable=False),
        sa.Column("guild_id", sa.BigInteger(), nullable=False),
        sa.Column("member_id", sa.BigInteger(), nullable=False),
        sa.Column("wished_at", MOMENT, nullable=False),
        sa.Column("concept", sa.String(64)),
        sa.Column("ready_at", MOMENT),
        sa.Column("told_at", MOMENT),
        sa.CheckConstraint(
            "(concept IS NULL) = (ready_at IS NULL)", name="ck_answer_wish_ready_has_concept"
        ),
        sa.ForeignKeyConstraint(
            ["question_id"],
            ["question.id"],
            name="fk_answer_wish_question_id_question",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("question_id", name="pk_answer_wish"),
    )
    op.create_index("ix_answer_wish_guild_id_member_id", "answer_wish", ["guild_id", "member_id"])
    op.create_index("ix_answer_wish_told_at_ready_at", "answer_wish", ["told_at", "ready_at"])


def downgrade() -> None:
    """Take this step back."""
    for table in (
        "answer_wish",
        "taught_question",
        "taught_phrase",
        "taught_lesson",
        "answer_topic",
    ):
        op.drop_table(table)
    op.drop_column("question", "compared")
    op.drop_column("question", "previous")
