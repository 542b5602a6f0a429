"""Collects what every capability declares about people."""

from collections.abc import Iterable

from bot.storage.personal import Declared, Personal, PersonalPart, Retained


class Register:
    """Every declared column, part and kind of data."""

    def __init__(self, declared: Iterable[Declared]) -> None:
        """Take what the capabilities declare."""
        everything = tuple(declared)
        self.columns: tuple[Personal, ...] = tuple(
            column for each in everything for column in each.columns
        )
        self.parts: tuple[PersonalPart, ...] = tuple(
            part for each in everything for part in each.parts
        )
        self.retained: tuple[Retained, ...] = tuple(
            kept for each in everything for kept in each.retained
        )

    @property
    def kinds(self) -> dict[str, int | None]:
        """The kinds that a server may keep for a time of its own, with the days unless it chose."""
        return {
            kept.kind: kept.keep.days if kept.keep else None
            for kept in self.retained
            if not kept.fixed
        }

    def covers(self, table: str, column: str) -> bool:
        """Tell whether some capability answers for this column."""
        return any(table in part.tables for part in self.parts) or any(
            (each.table, each.member) == (table, column) for each in self.columns
        )
