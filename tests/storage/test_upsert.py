"""Rows that may be there already: replaced, or left as they are."""

from datetime import UTC, datetime

from sqlalchemy import select

from bot.quiz.desk.store.tables import AliasRow
from bot.storage.base import table_of
from bot.storage.upsert import Values, insert_new, upsert
from bot.storage.work import Storage, Work

ALIASES = table_of(AliasRow)
KEYS = ("guild_id", "item", "folded")
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


def row(folded: str, text: str) -> Values:
    return {"guild_id": 1, "item": "i", "folded": folded, "text": text, "accepted_at": NOON}


async def texts(work: Work) -> dict[str, str]:
    found = await work.session.execute(select(AliasRow.folded, AliasRow.text))
    return {each.folded: each.text for each in found}


async def test_what_is_there_stays_and_what_is_new_is_returned(storage: Storage) -> None:
    async with storage.work() as work:
        first = await insert_new(work, ALIASES, [row("a", "A"), row("b", "B")], "folded")
        second = await insert_new(work, ALIASES, [row("b", "X"), row("c", "C")], "folded", "text")

        assert sorted(each.folded for each in first) == ["a", "b"]
        assert [tuple(each) for each in second] == [("c", "C")]
        assert await texts(work) == {"a": "A", "b": "B", "c": "C"}


async def test_all_columns_are_returned_where_none_is_named(storage: Storage) -> None:
    async with storage.work() as work:
        [new] = await insert_new(work, ALIASES, [row("a", "A")])

        assert (new.guild_id, new.text, new.accepted_at) == (1, "A", NOON)


async def test_the_last_of_the_same_key_replaces_what_is_there(storage: Storage) -> None:
    async with storage.work() as work:
        await upsert(work, ALIASES, [row("a", "A"), row("b", "B")], keys=KEYS)
        await upsert(work, ALIASES, [row("a", "first"), row("a", "last")], keys=KEYS)

        assert await texts(work) == {"a": "last", "b": "B"}


async def test_no_rows_are_no_statement(storage: Storage) -> None:
    async with storage.work() as work:
        await upsert(work, ALIASES, [], keys=KEYS)

        assert await insert_new(work, ALIASES, []) == []
        assert await texts(work) == {}
