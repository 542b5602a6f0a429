"""Decides a schedule's day: which items, as what, with what word about the day before."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from bot.content.library import Library
from bot.content.model import Item
from bot.ids import GuildId, MessageId
from bot.posts import service as posts
from bot.posts.model import Claim
from bot.quiz.kinds import KIND
from bot.quiz.model import GRACE, OPEN_FOR, AskedItem, AskedState
from bot.quiz.picking import Past, askable, picked
from bot.quiz.schedule import Schedule
from bot.quiz.show.question import Before
from bot.quiz.snapshot import Snapshot
from bot.quiz.store import asked
from bot.storage.work import Work

# How far back "the item before" may lie: over a weekend or a holiday, not over a summer.
REMEMBERED = timedelta(days=7)


def days_items(
    schedule: Schedule, library: Library, past: Mapping[str, Past]
) -> Sequence[tuple[Item, str]]:
    """Return the day's items, each with the seed by which its choices are shuffled."""
    topic = schedule.topic_in(library)
    if topic is None or schedule.coming is None:
        return ()
    seed = f"{schedule.guild}/{schedule.number}/{schedule.coming.day}"
    items = picked(askable(topic, library), past, schedule.items, seed)
    return [(item, f"{seed}/{item.id}") for item in items]


def asked_items(
    schedule: Schedule, items: Sequence[tuple[Item, str]], library: Library
) -> list[AskedItem]:
    """Return ``items`` as asked on the schedule's coming day; their numbers are not known yet."""
    coming = schedule.coming
    if coming is None:
        return []
    return [
        AskedItem(
            number=0,
            guild=schedule.guild,
            schedule=schedule.number,
            day=coming.day,
            part=part,
            channel=schedule.channel,
            snapshot=Snapshot.of(item, library, seed),
            state=AskedState.OPEN,
            hides_verdict=schedule.hides_verdict,
            due=coming.at,
            closes_at=coming.at + OPEN_FOR,
        )
        for part, (item, seed) in enumerate(items)
    ]


def claim_of(item: AskedItem, schedule: Schedule, before: Mapping[int, Before]) -> Claim:
    """Return the claim to post ``item``."""
    told = before.get(item.schedule) if item.part == 0 else None
    # One ring a day is enough, however many items the day has.
    ping = schedule.ping if item.part == 0 else None
    return Claim(
        guild=item.guild,
        kind=KIND,
        subject=item.number,
        occurrence=item.day.isoformat(),
        part=item.part,
        channel=item.channel,
        member=schedule.member,
        snapshot={
            "item": item.snapshot.as_json(),
            "closes_at": item.closes_at.isoformat(),
            "parts": schedule.items,
            "before": told.as_json() if told else None,
            "ping": ping,
        },
        due=item.due,
        grace=GRACE,
        silent=ping is None,
    )


async def days_before(
    work: Work, coming: Sequence[Schedule], now: datetime
) -> Mapping[int, Before]:
    """Return how the last day of each schedule went, where anybody answered."""
    closed = await asked.closed_since(work, [each.number for each in coming], now - REMEMBERED)
    days = {
        schedule: [item for item in items if item.day == items[-1].day and item.answers]
        for schedule, items in closed.items()
    }
    first = [(items[0].guild, items[0].number) for items in days.values() if items]
    messages = await posts.messages_of(work, KIND, first)
    return {
        schedule: Before(
            sum(item.answers or 0 for item in items),
            sum(item.right or 0 for item in items),
            message_url(items[0].guild, items[0].channel, messages[items[0].number])
            if items[0].number in messages
            else None,
        )
        for schedule, items in days.items()
        if items
    }


def message_url(guild: GuildId, channel: int, message: MessageId) -> str:
    """Return where Discord shows a message (docs: reference#message-formatting)."""
    return f"https://discord.com/channels/{guild}/{channel}/{message}"
