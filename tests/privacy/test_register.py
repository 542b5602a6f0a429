"""Every column that names a person is declared, and every declaration is about a real column."""

import re

from bot.app import DECLARED, METADATA
from bot.privacy.register import Register

REGISTER = Register(DECLARED)
# What a column is called that holds a member's Discord id.
NAMES_A_MEMBER = re.compile(r"(^|_)(member|by|author|voter|moderator|user|host)(_id)?$")


def test_every_column_that_names_a_member_is_somebodys_to_show_and_to_forget() -> None:
    forgotten = [
        f"{table.name}.{column.name}"
        for table in METADATA.sorted_tables
        for column in table.columns
        if NAMES_A_MEMBER.search(column.name) and not REGISTER.covers(table.name, column.name)
    ]

    assert forgotten == []


def test_every_declared_column_exists() -> None:
    for declared in REGISTER.columns:
        table = METADATA.tables[declared.table]
        assert declared.member in table.columns
        if declared.parent is not None:
            assert declared.parent.column in table.columns
            assert "guild_id" in METADATA.tables[declared.parent.table].columns
        else:
            assert declared.everywhere or "guild_id" in table.columns
    for part in REGISTER.parts:
        assert part.tables <= METADATA.tables.keys()


def test_every_kind_that_is_kept_for_a_time_has_a_moment_and_a_server() -> None:
    for kept in REGISTER.retained:
        assert {kept.since, "guild_id"} <= set(METADATA.tables[kept.table].columns.keys())
    changeable = [kept.kind for kept in REGISTER.retained if not kept.fixed]
    assert sorted(REGISTER.kinds) == sorted(changeable)


def test_the_pattern_finds_what_it_should() -> None:
    found = [n for n in ("member_id", "decided_by", "voter", "day") if NAMES_A_MEMBER.search(n)]

    assert found == ["member_id", "decided_by", "voter"]
