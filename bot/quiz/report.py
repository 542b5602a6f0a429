"""How a server's items went, counted off the event loop."""

import asyncio
from dataclasses import dataclass

from bot.content.model import ItemKind
from bot.ids import GuildId
from bot.quiz.model import AskedItem, Given
from bot.quiz.snapshot import Snapshot
from bot.quiz.statistics import ItemStatistics, Response, statistics_of
from bot.quiz.store import responses
from bot.storage.work import Storage

# A season of daily items; what is older was asked of another group.
MAX_ASKED = 150


@dataclass(frozen=True, slots=True)
class Report:
    """The statistics of one item, with the item as it was asked last."""

    snapshot: Snapshot
    statistics: ItemStatistics


async def reports(storage: Storage, guild: GuildId) -> tuple[Report, ...]:
    """Return how each item that closed in ``guild`` went; of repeats, each member's first answer.

    What is open is left out: nobody sees its distribution yet.
    """
    async with storage.reading() as work:
        items = await responses.closed(work, guild, MAX_ASKED)
        rows = await responses.answers_to(work, guild, [item.number for item in items])
    return await asyncio.to_thread(_counted, items, rows)


def _counted(items: list[AskedItem], rows: list[tuple[int, int, str, bool]]) -> tuple[Report, ...]:
    latest: dict[str, Snapshot] = {}
    for item in items:
        latest.setdefault(item.snapshot.item, item.snapshot)
    # An item that was rewritten since counts from then on: its options mean something else.
    same = {
        item.number: item.snapshot
        for item in items
        if _meaning(item.snapshot) == _meaning(latest[item.snapshot.item])
    }
    first: dict[tuple[int, str], Response] = {}
    for number, member, given, is_right in rows:
        snapshot = same.get(number)
        if snapshot is not None:
            taken = Given.read(given, is_text=snapshot.kind is ItemKind.SHORT).choices
            answer = Response(member, snapshot.item, is_right, taken)
            first.setdefault((member, snapshot.item), answer)
    options = {
        name: {option.index: option.is_key for option in snapshot.options}
        for name, snapshot in latest.items()
    }
    found = statistics_of(first.values(), options)
    return tuple(Report(latest[each.item], each) for each in found)


def _meaning(snapshot: Snapshot) -> object:
    options = sorted((each.index, each.text.ko, each.is_key) for each in snapshot.options)
    return snapshot.kind, snapshot.stem.ko, tuple(options)
