"""A database that a test used on PostgreSQL is as new for the next one, or is not used again."""

import asyncpg

from tests.support.databases import _asked, _pool


async def _ask_twice(connection: asyncpg.Connection) -> str:
    asked = "INSERT INTO member_language (member_id, language) VALUES (7, 'en')"
    await connection.execute(asked)
    await connection.execute("SELECT nextval('post_id_seq')")
    return ""


async def _kept(connection: asyncpg.Connection) -> str:
    rows = await connection.fetchval("SELECT count(*) FROM member_language")
    number = await connection.fetchval("SELECT nextval('post_id_seq')")
    return f"{rows} {number}"


async def _changed(connection: asyncpg.Connection) -> str:
    return str(await connection.execute("ALTER TABLE member_language ADD COLUMN mood text"))


def test_rows_and_numbers_are_gone_even_if_somebody_is_still_connected(
    postgres_server: str,
) -> None:
    pool = _pool(postgres_server)
    url = pool.take()

    async def stay(connection: asyncpg.Connection) -> str:
        await connection.execute("BEGIN")
        await connection.execute("LOCK TABLE member_language")
        pool.give_back(url)
        return ""

    _asked(url, _ask_twice)
    _asked(url, stay)
    again = pool.take()

    assert again == url
    assert _asked(again, _kept) == "0 1"
    pool.give_back(again)


def test_one_whose_tables_were_changed_is_not_used_again(postgres_server: str) -> None:
    pool = _pool(postgres_server)
    url = pool.take()
    _asked(url, _changed)
    pool.give_back(url)

    other = pool.take()
    pool.give_back(other)

    assert other != url
