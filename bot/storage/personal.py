"""How a capability declares what it keeps about people, and for how long."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import Any, Protocol

from bot.ids import GuildId, MemberId
from bot.storage.work import Work

# Stands in place of a member who asked to be forgotten, in a row that others still need.
NOBODY = MemberId(0)


class Fate(StrEnum):
    """What becomes of a row whose member asks to be forgotten."""

    DELETE = "delete"
    UNNAME = "unname"


@dataclass(frozen=True, slots=True)
class Parent:
    """A row without a server of its own belongs to that of its parent."""

    column: str
    table: str


@dataclass(frozen=True, slots=True)
class Personal:
    """A column of a table that names a member.

    Attributes:
        table: the table's name.
        member: the column with the member's id.
        fate: whether the row goes, or only the name in it (``NOBODY``, or NULL where it may be).
        is_mine: whether the row is the member's own, to be shown to them; else it is something
            that they did for the server, such as a decision.
        everywhere: whether it has no server and goes with the person everywhere.
        parent: where the server is found, in a row that has none.
        only: a column and the values of it to which the declaration is limited.
    """

    table: str
    member: str = "member_id"
    fate: Fate = Fate.DELETE
    is_mine: bool = True
    everywhere: bool = False
    parent: Parent | None = None
    only: tuple[str, tuple[str, ...]] | None = None


@dataclass(frozen=True, slots=True)
class Retained:
    """A kind of data that is kept for a time: rows whose moment ``since`` is older go.

    ``kind`` is its name in words (``retention-<kind>``), ``keep`` how long unless a server says
    otherwise (None: for ever). A ``fixed`` one is no server's to change.
    """

    kind: str
    table: str
    since: str
    keep: timedelta | None
    fixed: bool = False


class PersonalPart(Protocol):
    """What a table's columns alone cannot say: a capability shows and forgets it in code."""

    @property
    def tables(self) -> frozenset[str]:
        """The tables that it covers."""
        ...

    async def kept(
        self, work: Work, member: MemberId, guild: GuildId | None
    ) -> Mapping[str, Sequence[Mapping[str, Any]]]:
        """Return what is kept about ``member`` in ``guild`` (None: everywhere), by table."""
        ...

    async def forget(self, work: Work, member: MemberId, guild: GuildId | None) -> int:
        """Forget ``member`` in ``guild`` (None: everywhere); return how many rows changed."""
        ...


@dataclass(frozen=True, slots=True)
class Declared:
    """Everything that one capability declares."""

    columns: tuple[Personal, ...] = ()
    retained: tuple[Retained, ...] = ()
    parts: tuple[PersonalPart, ...] = ()
