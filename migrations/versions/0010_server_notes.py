"""Notes that a server brings itself: drafts, published notes, items drafted from them.

Revision ID: 0010
Revises: 0009
"""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Apply this step."""
    op.create_table(
        "note_shelf",
        sa.Column("guild_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("revision", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("guild_id", name="pk_note_shelf"),
    )
    op.create_table(
        "note",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("guild_id", sa.BigInteger(), nullable=False),
        sa.Column("member_id", sa.BigInteger(), nullable=False),
        sa.Column("name", sa.String(100), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("sheet", sa.JSON(), nullable=False),
        sa.Column("used", sa.JSON(), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("published_at", MOMENT, nullable=False),
        sa.CheckConstraint("state IN ('published', 'withdrawn')", name="ck_note_state_known"),
        sa.PrimaryKeyConstraint("id", name="pk_note"),
    )
    op.create_index("ix_note_guild_id_state", "note", ["guild_id", "state"])
    op.create_table(
        "note_draft",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("guild_id", sa.BigInteger(), nullable=False),
        sa.Column("member_id", sa.BigInteger(), nullable=False),
        sa.Column("name", sa.String(100), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("sheet", sa.JSON(), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("replaces", ROW_ID),
        sa.Column("note_id", ROW_ID),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.CheckConstraint(
            "state IN ('open', 'published', 'dropped')", name="ck_note_draft_state_known"
        ),
        sa.ForeignKeyConstraint(
            ["replaces"], ["note.id"], name="fk_note_draft_replaces_note", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["note_id"], ["note.id"], name="fk_note_draft_note_id_note", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_note_draft"),
    )
    op.create_index("ix_note_draft_guild_id_state", "note_draft", ["guild_id", "state"])
    op.create_table(
        "note_item",
        sa.Column("id", ROW_ID, nullable=False),
        sa.Column("guild_id", sa.BigInteger(), nullable=False),
        sa.Column("note_id", ROW_ID, nullable=False),
        sa.Column("concept", sa.String(64), nullable=False),
        sa.Column("drafted", sa.JSON(), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("is_aside", sa.Boolean(), nullable=False),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.Column("decided_by", sa.BigInteger()),
        sa.Column("decided_at", MOMENT),
        sa.CheckConstraint(
            "state IN ('open', 'accepted', 'declined')", name="ck_note_item_state_known"
        ),
        sa.ForeignKeyConstraint(
            ["note_id"], ["note.id"], name="fk_note_item_note_id_note", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_note_item"),
    )
    op.create_index("ix_note_item_guild_id_state", "note_item", ["guild_id", "state"])
    op.create_index("ix_note_item_note_id", "note_item", ["note_id"])


def downgrade() -> None:
    """Take this step back."""
    op.drop_table("note_item")
    op.drop_table("note_draft")
    op.drop_table("note")
    op.drop_table("note_shelf")
