"""What members do with their reminder: choose an hour, turn it off, learn that it went off."""

from dataclasses import replace
from datetime import datetime

from bot.guilds import service as guilds
from bot.ids import GuildId, MemberId
from bot.quiz.journal import Who
from bot.review.reminder import HOURS, Reminder, ReminderGone
from bot.review.store import reminders
from bot.storage.work import Work


async def reminder(work: Work, guild: GuildId, member: MemberId) -> Reminder | None:
    """Return what ``member`` wishes in ``guild``; None: they never asked for it."""
    return await reminders.of_member(work, guild, member)


async def remind(
    work: Work, guild: GuildId, member: MemberId, hour: int, *, now: datetime
) -> Reminder:
    """Remind ``member`` daily at ``hour`` by the server's clock, from the next such moment on.

    A day on which they were reminded already is passed over: at most one a day.

    Raises:
        ReminderGone: there is no such hour; it was forged.
    """
    if hour not in HOURS:
        raise ReminderGone
    zone = (await guilds.settings(work, guild)).zone
    known = await reminders.of_member(work, guild, member)
    if known is None:
        return await reminders.add(work, Reminder(0, guild, member, hour, zone).planned(now))
    return await _keep(work, replace(known, hour=hour, zone=zone).planned(now))


async def stop(work: Work, guild: GuildId, member: MemberId) -> Reminder:
    """Remind ``member`` no longer in ``guild``.

    Raises:
        ReminderGone: they never asked for it.
    """
    known = await reminders.of_member(work, guild, member)
    if known is None:
        raise ReminderGone
    return await _keep(work, known.off())


async def stop_own(work: Work, number: int, member: MemberId) -> Reminder:
    """Turn off the reminder ``number``, from the direct message that it sent.

    Raises:
        ReminderGone: it is not ``member``'s.
    """
    known = await reminders.own(work, number, member)
    if known is None:
        raise ReminderGone
    return await _keep(work, known.off())


async def untold(work: Work) -> frozenset[Who]:
    """Return whose reminder went off since direct messages are closed, and who don't know yet."""
    return await reminders.closed(work)


async def learn_of_closed(work: Work, guild: GuildId, member: MemberId) -> bool:
    """Note that ``member`` is told that their reminder went off; return whether that was news."""
    known = await reminders.of_member(work, guild, member)
    if known is None or not known.was_closed:
        return False
    await reminders.keep(work, [replace(known, was_closed=False)])
    return True


async def follow_zone(work: Work, guild: GuildId, zone: str, *, now: datetime) -> None:
    """Plan every reminder of ``guild`` by the clock of ``zone``."""
    moved = [
        replace(each, zone=zone).planned(now) for each in await reminders.of_guild(work, guild)
    ]
    await reminders.keep(work, moved)


async def _keep(work: Work, changed: Reminder) -> Reminder:
    await reminders.keep(work, [changed])
    return changed
