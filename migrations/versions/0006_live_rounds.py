"""Live rounds: what runs in which channel; an asked item belongs to a schedule or to a round.

Revision ID: 0006
Revises: 0005
"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)
# What hangs on an asked item, and is deleted with it.
CHILDREN = ("quiz_answer", "quiz_appeal", "quiz_remarked")
ONE_OWNER = "(schedule_id IS NULL) <> (round_id IS NULL)"
COLUMNS = (
    "id, guild_id, schedule_id, day, part, channel_id, item, snapshot, hides_verdict, state, due,"
    " closes_at, closed_at, answers, right_answers"
)


def upgrade() -> None:
    """Apply this step."""
    op.create_table(
        "quiz_round",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("guild_id", sa.BigInteger(), nullable=False),
        sa.Column("channel_id", sa.BigInteger(), nullable=False),
        sa.Column("thread_id", sa.BigInteger()),
        sa.Column("member_id", sa.BigInteger(), nullable=False),
        sa.Column("topic", sa.JSON(), nullable=False),
        sa.Column("seconds", sa.Integer(), nullable=False),
        sa.Column("items", sa.JSON(), nullable=False),
        sa.Column("in_thread", sa.Boolean(), nullable=False),
        sa.Column("phase", sa.String(16), nullable=False),
        sa.Column("part", sa.Integer(), nullable=False),
        sa.Column("until", MOMENT),
        sa.Column("paused_in", sa.String(16)),
        sa.Column("left_ms", sa.Integer()),
        sa.Column("started_at", MOMENT, nullable=False),
        sa.Column("turned_at", MOMENT, nullable=False),
        sa.Column("ending", sa.String(16)),
        sa.CheckConstraint(
            "phase IN ('opening', 'between', 'asking', 'unsent', 'paused', 'ended')",
            name=op.f("ck_quiz_round_phase_known"),
        ),
        sa.CheckConstraint(
            "(phase = 'ended') = (until IS NULL)", name=op.f("ck_quiz_round_runs_until")
        ),
        sa.CheckConstraint(
            "(phase = 'ended') = (ending IS NOT NULL)", name=op.f("ck_quiz_round_ended_has_reason")
        ),
        sa.CheckConstraint(
            "(phase = 'paused') = (paused_in IS NOT NULL)",
            name=op.f("ck_quiz_round_paused_knows_where"),
        ),
        sa.PrimaryKeyConstraint("id", name="pk_quiz_round"),
    )
    running = sa.text("phase <> 'ended'")
    op.create_index(
        "uq_quiz_round_running",
        "quiz_round",
        ["guild_id", "channel_id"],
        unique=True,
        sqlite_where=running,
        postgresql_where=running,
    )
    op.create_index("ix_quiz_round_until", "quiz_round", ["until"])
    if op.get_bind().dialect.name == "sqlite":
        _rebuild(with_rounds=True)
        return
    op.alter_column("quiz_asked", "schedule_id", existing_type=sa.BigInteger(), nullable=True)
    op.add_column("quiz_asked", sa.Column("round_id", ROW_ID))
    op.create_foreign_key(
        "fk_quiz_asked_round_id_quiz_round", "quiz_asked", "quiz_round", ["round_id"], ["id"]
    )
    op.create_check_constraint(op.f("ck_quiz_asked_one_owner"), "quiz_asked", ONE_OWNER)
    op.create_unique_constraint(
        "uq_quiz_asked_guild_id_round_id_part", "quiz_asked", ["guild_id", "round_id", "part"]
    )
    op.create_index("ix_quiz_asked_round_id", "quiz_asked", ["round_id"])


def downgrade() -> None:
    """Take this step back; what was asked in rounds, and the answers to it, go with it."""
    op.execute("DELETE FROM quiz_asked WHERE round_id IS NOT NULL")
    if op.get_bind().dialect.name == "sqlite":
        _rebuild(with_rounds=False)
    else:
        op.drop_index("ix_quiz_asked_round_id", "quiz_asked")
        op.drop_constraint("uq_quiz_asked_guild_id_round_id_part", "quiz_asked")
        op.drop_constraint(op.f("ck_quiz_asked_one_owner"), "quiz_asked")
        op.drop_column("quiz_asked", "round_id")
        op.alter_column("quiz_asked", "schedule_id", existing_type=sa.BigInteger(), nullable=False)
    op.drop_table("quiz_round")


def _rebuild(*, with_rounds: bool) -> None:
    """Write ``quiz_asked`` anew: SQLite changes no column in place.

    Dropping the old table deletes, by cascade, what hangs on its rows (foreign keys cannot be
    turned off inside a transaction): that is kept aside and put back.
    """
    for child in CHILDREN:
        op.execute(f"CREATE TEMPORARY TABLE kept_{child} AS SELECT * FROM {child}")  # noqa: S608
    own = (
        (
            sa.Column("round_id", ROW_ID),
            sa.ForeignKeyConstraint(
                ["round_id"], ["quiz_round.id"], name="fk_quiz_asked_round_id_quiz_round"
            ),
            sa.CheckConstraint(ONE_OWNER, name=op.f("ck_quiz_asked_one_owner")),
            sa.UniqueConstraint(
                "guild_id", "round_id", "part", name="uq_quiz_asked_guild_id_round_id_part"
            ),
        )
        if with_rounds
        else ()
    )
    op.create_table(
        "new_quiz_asked",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("guild_id", sa.BigInteger(), nullable=False),
        sa.Column("schedule_id", ROW_ID, nullable=with_rounds),
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
        *own,
        sa.CheckConstraint(
            "state IN ('open', 'closed', 'missed', 'withdrawn')",
            name=op.f("ck_quiz_asked_state_known"),
        ),
        sa.CheckConstraint(
            "state <> 'closed' OR closed_at IS NOT NULL",
            name=op.f("ck_quiz_asked_closed_has_moment"),
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
    op.execute(f"INSERT INTO new_quiz_asked ({COLUMNS}) SELECT {COLUMNS} FROM quiz_asked")  # noqa: S608
    op.drop_table("quiz_asked")
    op.rename_table("new_quiz_asked", "quiz_asked")
    op.create_index("ix_quiz_asked_state_closes_at", "quiz_asked", ["state", "closes_at"])
    op.create_index("ix_quiz_asked_guild_id_due", "quiz_asked", ["guild_id", "due"])
    op.create_index("ix_quiz_asked_schedule_id_state", "quiz_asked", ["schedule_id", "state"])
    if with_rounds:
        op.create_index("ix_quiz_asked_round_id", "quiz_asked", ["round_id"])
    for child in CHILDREN:
        op.execute(f"INSERT INTO {child} SELECT * FROM kept_{child}")  # noqa: S608
        op.execute(f"DROP TABLE kept_{child}")
