"""Watches every statement: one on a server's table that names no server is a leak in waiting."""

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from types import FrameType
from typing import Any

import greenlet
from sqlalchemy import Engine, Table, event

from bot.app import METADATA
from tests.support.guarded_exceptions import EVERY_SERVER

# What follows these words is a table; the rest of what a statement says is not.
_TABLES = re.compile(r'\b(?:FROM|JOIN|UPDATE|INTO)\s+(?:ONLY\s+)?"?(\w+)"?', re.IGNORECASE)
_LISTED = re.compile(r',\s+"?(\w+)"?(?:\s+AS\s+\w+)?(?=\s*(?:,|WHERE|JOIN|LEFT|$))', re.IGNORECASE)
# Alone, or as one of several columns that are compared together.
_PREDICATE = re.compile(
    r'\bguild_id"?\s*(?:=|IN\b|IS\b)|\([^()]*\bguild_id\b[^()]*\)\s*IN\b', re.IGNORECASE
)
_READS_OR_CHANGES = ("SELECT", "WITH", "UPDATE", "DELETE")
_OUTSIDE = ("bot.storage.",)


class Unguarded(AssertionError):
    """Statements reached a server's table without saying which server."""


@contextmanager
def guarded() -> Iterator[None]:
    """Fail, at the end, for every statement that names no server and is no known exception.

    Raises:
        Unguarded: with each statement and the function that ran it.
    """
    leaks: dict[str, str] = {}

    def look(_c: object, _k: object, statement: str, _p: object, context: Any, _m: object) -> None:
        if not _is_open(statement):
            return
        caller = _caller()
        if caller is not None and caller not in EVERY_SERVER:
            leaks.setdefault(caller, statement)

    event.listen(Engine, "before_cursor_execute", look)
    try:
        yield
    finally:
        event.remove(Engine, "before_cursor_execute", look)
    if leaks:
        told = "\n\n".join(f"{caller}:\n{statement}" for caller, statement in leaks.items())
        raise Unguarded(f"statements that name no server:\n{told}")


@cache
def _is_open(statement: str) -> bool:
    """Tell whether ``statement`` reaches a server's table and names no server."""
    # What is stored names its server itself: that column may not be empty.
    if not statement.lstrip().upper().startswith(_READS_OR_CHANGES):
        return False
    named = {found.lower() for found in _TABLES.findall(statement)}
    _, _, after = statement.partition(" FROM ")
    named |= {found.lower() for found in _LISTED.findall(after)}
    if not named & servers_tables():
        return False
    # A column that is only read or set is no predicate.
    where = re.split(r"\b(?:WHERE|ON)\b", statement, maxsplit=1, flags=re.IGNORECASE)
    return len(where) == 1 or not _PREDICATE.search(where[1])


@cache
def servers_tables() -> frozenset[str]:
    """Return the tables whose rows are a server's: by a column, or by what they belong to."""
    found = {name for name, table in METADATA.tables.items() if "guild_id" in table.c}
    while more := {
        name
        for name, table in METADATA.tables.items()
        if name not in found and _belongs_to(table, found)
    }:
        found |= more
    return frozenset(found)


def _belongs_to(table: Table, owners: set[str]) -> bool:
    return any(key.column.table.name in owners for key in table.foreign_keys)


def _caller() -> str | None:
    """Return the bot's function that asked for what is being executed, as ``module.function``.

    None: it is the test itself, which may look wherever it likes.
    """
    for frame in _frames():
        module = str(frame.f_globals.get("__name__", ""))
        if module.startswith("bot.") and not module.startswith(_OUTSIDE):
            name = frame.f_code.co_qualname.partition(".<locals>")[0]
            # What others only share is no one's decision: it is told by who called it.
            if not name.rpartition(".")[2].startswith("_"):
                return f"{module}.{name}"
    return None


def _frames() -> Iterator[FrameType]:
    """Walk outwards; SQLAlchemy executes in a greenlet of its own, whose parent awaits it."""
    frame: FrameType | None = sys._getframe(1)
    parent = greenlet.getcurrent().parent
    while frame is not None:
        yield frame
        frame = frame.f_back
        if frame is None and parent is not None:
            frame, parent = parent.gr_frame, parent.parent
