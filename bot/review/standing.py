"""What a member asks about themselves: their record, and the leaderboard if they like."""

from datetime import datetime

from bot.content.library import Library
from bot.guilds import service as guilds
from bot.ids import GuildId, MemberId
from bot.quiz import service as quiz
from bot.review import service
from bot.review.board import Board, Span, ranked
from bot.review.intake import day_in
from bot.review.model import Done
from bot.review.record import Record, record_of
from bot.review.store import board, turns
from bot.review.streak import streak
from bot.storage.work import Work


async def record(
    work: Work, library: Library, guild: GuildId, member: MemberId, *, now: datetime
) -> Record:
    """Return the record of ``member`` in ``guild``; verdicts that are hidden yet don't count."""
    entries = (await quiz.entries_of(work, [(guild, member)]))[guild, member]
    days = await quiz.quiz_days(work, guild)
    told = [
        Done(entry.item, entry.is_right, entry.sureness, entry.at)
        for entry in entries
        if entry.is_told
    ]
    done = sorted([*told, *await turns.answered_by(work, guild, member)], key=lambda each: each.at)
    return record_of(
        done,
        library,
        streak(days, {entry.day for entry in entries}),
        await service.due_count(work, library, guild, member, now=now),
    )


async def leaderboard(
    work: Work, guild: GuildId, member: MemberId, span: Span, *, now: datetime
) -> Board:
    """Return who of those that chose to be seen got how many of the daily items right."""
    zone = (await guilds.settings(work, guild)).zone_info()
    seen = await board.members(work, guild)
    first = span.first(day_in(zone, now))
    scores = await quiz.scores_of(work, guild, seen, first=first)
    return Board(span, ranked(scores), len(seen), member in seen)


async def be_seen(
    work: Work, guild: GuildId, member: MemberId, *, seen: bool, now: datetime
) -> None:
    """Put ``member`` on the leaderboard of ``guild``, or take them off."""
    if seen:
        await board.join(work, guild, member, now)
    else:
        await board.leave(work, guild, member)
