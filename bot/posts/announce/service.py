"""What can be done with announcements: make, list, cancel, resume, follow the server's zone."""

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.discord_ui.cutting import sound
from bot.guilds import service as guilds
from bot.ids import GuildId
from bot.posts import service as posts
from bot.posts.announce import store
from bot.posts.announce.model import (
    GRACE,
    MAX_OPEN,
    MAX_TEXT,
    Announcement,
    AnnouncementGone,
    Draft,
    EmptyAnnouncement,
    PastTime,
    Standing,
    TooManyAnnouncements,
    once_now,
)
from bot.posts.model import Claim
from bot.posts.wallclock import Occurrence, Once, Rule, instant
from bot.storage.work import Work

KIND = "announcement"


async def announce(work: Work, draft: Draft, *, now: datetime) -> Announcement:
    """Keep ``draft``; one for now is claimed at once, another waits for its time.

    Raises:
        EmptyAnnouncement: it has no text.
        PastTime: its only time is over.
        TooManyAnnouncements: the server has enough of them waiting.
    """
    text = sound(draft.text).strip()[:MAX_TEXT].rstrip()
    if not text:
        raise EmptyAnnouncement
    zone = (await guilds.settings(work, draft.guild)).zone
    rule = draft.rule or once_now(ZoneInfo(zone), now)
    fresh = Announcement(
        id=0,
        guild=draft.guild,
        channel=draft.channel,
        author=draft.author,
        text=text,
        silent=draft.silent,
        rule=rule,
        zone=zone,
        standing=Standing.DONE,
        next=None,
        claimed_day=None,
    )
    if draft.rule is None:
        kept = await store.add(work, fresh)
        await posts.claim(work, [_claim_now(kept, now)])
        return kept
    if len(await store.open_ones(work, draft.guild)) >= MAX_OPEN:
        raise TooManyAnnouncements(MAX_OPEN)
    planned = fresh.planned_from(now)
    if planned.next is None:
        raise PastTime(_shown(rule, ZoneInfo(zone)))
    return await store.add(work, planned)


async def waiting(work: Work, guild: GuildId) -> list[Announcement]:
    """Return what waits or is paused in ``guild``, the next one first."""
    return await store.open_ones(work, guild)


async def cancel(work: Work, guild: GuildId, number: int) -> Announcement:
    """Cancel an announcement; what is claimed of it and not on its way is taken back.

    Raises:
        AnnouncementGone: it is not there, done, or cancelled already.
    """
    found = await _open_one(work, guild, number)
    await store.keep(work, [found.cancelled()])
    await posts.withdraw(work, guild, KIND, number)
    return found


async def resume(work: Work, guild: GuildId, number: int, *, now: datetime) -> Announcement:
    """Let a paused announcement go on: a weekly one at its next time, a single one now.

    Raises:
        AnnouncementGone: it is not there, done, or cancelled.
    """
    found = await _open_one(work, guild, number)
    if found.standing is not Standing.PAUSED:
        return found
    planned = found.planned_from(now)
    await store.keep(work, [planned])
    if planned.next is None:
        await posts.claim(work, [_claim_now(found, now)])
    return planned


async def follow_zone(work: Work, guild: GuildId, zone: str, *, now: datetime) -> None:
    """Plan everything that waits in ``guild`` by the clock of ``zone``."""
    moved = [
        each.in_zone(zone, now) if each.standing is Standing.WAITING else replace(each, zone=zone)
        for each in await store.open_ones(work, guild)
    ]
    await store.keep(work, moved)


def claim_of(announcement: Announcement, occurrence: Occurrence) -> Claim:
    """Return the claim to post ``announcement`` for ``occurrence``."""
    return Claim(
        guild=announcement.guild,
        kind=KIND,
        subject=announcement.id,
        occurrence=occurrence.day.isoformat(),
        channel=announcement.channel,
        member=announcement.author,
        snapshot={"text": announcement.text},
        due=occurrence.at,
        grace=GRACE,
        silent=announcement.silent,
    )


def _claim_now(announcement: Announcement, now: datetime) -> Claim:
    today = Occurrence(now.date(), now)
    return replace(claim_of(announcement, today), occurrence=f"now {now:%Y-%m-%dT%H:%M:%S.%f}")


def _shown(rule: Rule, zone: ZoneInfo) -> str:
    """Return when ``rule`` was over, as Discord shows moments to each reader."""
    return f"<t:{int(instant(rule.at, zone).timestamp())}:F>" if isinstance(rule, Once) else ""


async def _open_one(work: Work, guild: GuildId, number: int) -> Announcement:
    found = await store.announcement(work, guild, number)
    if found is None or found.standing not in (Standing.WAITING, Standing.PAUSED):
        raise AnnouncementGone
    return found
