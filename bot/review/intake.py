"""Brings what members answered in the daily quiz into what they remember; by itself."""

from collections.abc import Collection, Mapping
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.content.library import Library
from bot.content.model import Item
from bot.quiz import service as quiz
from bot.quiz.journal import Entry, Who
from bot.review.memory import Card, Origin, Reviewed, grade_of, reviewed
from bot.review.store import cards
from bot.storage.work import Work

# Answers from before this are left alone: whoever comes back after a season starts afresh.
LOOKED_BACK = timedelta(days=90)


async def take_in(
    work: Work, members: Mapping[Who, ZoneInfo], *, since: datetime
) -> Mapping[Who, Mapping[str, Card]]:
    """Return what each of ``members`` remembers, by the content's id, their answers included.

    An answer whose verdict is hidden till closing comes in after that; one that was accepted later
    or told "how sure" afterwards is graded again. A constant number of queries.

    Args:
        members: with the zone of each one's server.
    """
    known = await cards.of_members(work, members.keys())
    entries = await quiz.entries_of(work, members.keys(), since=since)
    changed: list[Card] = []
    for who, zone in members.items():
        changed += _changed(who, entries[who], known[who], zone)
    await cards.keep(work, changed)
    for card in changed:
        known[card.guild, card.member][card.item] = card
    return known


def due(
    remembered: Mapping[str, Card], library: Library, today: date, *, but: Collection[str]
) -> list[Item]:
    """Return the items that are due by ``today``, longest due first, then the least stable.

    What is no longer in the notes, or set aside, is not asked.
    """
    ready = sorted(
        (card for card in remembered.values() if card.memory.due <= today and card.item not in but),
        key=lambda card: (card.memory.due, card.memory.stability, card.item),
    )
    found = (library.item(card.item) for card in ready)
    return [item for item in found if item and not library.is_set_aside(item)]


def day_in(zone: ZoneInfo, now: datetime) -> date:
    """Return the day that it is in ``zone``."""
    return now.astimezone(zone).date()


def _changed(
    who: Who, entries: Collection[Entry], known: Mapping[str, Card], zone: ZoneInfo
) -> list[Card]:
    fresh: dict[str, Card] = {}
    for entry in entries:
        if not entry.is_told:
            continue
        grade = grade_of(entry.sureness, is_right=entry.is_right)
        review = Reviewed(Origin.DAILY, entry.asked, entry.item, grade, entry.at)
        card = fresh.get(entry.item) or known.get(entry.item)
        after = reviewed(card, *who, review, zone)
        if after is not card:
            fresh[entry.item] = after
    return list(fresh.values())
