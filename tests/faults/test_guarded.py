"""The watch over statements sees a leak, and its exceptions are functions that there are."""

from importlib import import_module
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.storage.work import Storage
from tests.support import guarded
from tests.support.databases import sqlite_url
from tests.support.guarded_exceptions import EVERY_SERVER

LEAKS = (
    "SELECT post.id FROM post WHERE post.id = 1",
    "SELECT post.guild_id FROM post",
    "UPDATE post SET guild_id = 1 WHERE id = 1",
    "DELETE FROM quiz_answer WHERE member_id = 1",
    "SELECT question_id FROM answer_feedback WHERE member_id = 1",
    "SELECT a.id FROM command_sync JOIN errand AS a ON a.id = 1",
)
TIGHT = (
    "SELECT post.id FROM post WHERE post.guild_id = 1 AND post.id = 1",
    "SELECT id FROM post WHERE (post.guild_id, post.id) IN (VALUES (1, 1))",
    "DELETE FROM quiz_answer WHERE quiz_answer.guild_id IN (1, 2)",
    "SELECT language FROM member_language WHERE member_id = 1",
    "INSERT INTO post (id) VALUES (1)",
)


@pytest.mark.parametrize("statement", LEAKS)
def test_a_statement_that_names_no_server_is_a_leak(statement: str) -> None:
    assert guarded._is_open(statement)


@pytest.mark.parametrize("statement", TIGHT)
def test_a_statement_that_names_its_server_is_none(statement: str) -> None:
    assert not guarded._is_open(statement)


@pytest.mark.parametrize("function", sorted(EVERY_SERVER))
def test_each_exception_is_a_function_that_there_is(function: str) -> None:
    module, _, name = function.rpartition(".")
    assert callable(getattr(import_module(module), name))


async def test_what_a_test_itself_looks_at_is_its_own_affair(tmp_path: Path) -> None:
    with guarded.guarded():
        async with Storage(sqlite_url(tmp_path)) as storage, storage.reading() as work:
            found = await work.session.scalar(text("SELECT 1"))
    assert found == 1
