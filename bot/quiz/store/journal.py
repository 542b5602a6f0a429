"""Queries that look back on members' answers; none of them loads a whole snapshot."""

from collections.abc import Collection
from datetime import date, datetime

from sqlalchemy import ColumnElement, and_, case, func, not_, select, tuple_

from bot.content.model import Text
from bot.ids import GuildId, MemberId
from bot.quiz.journal import Entry, QuizDay, Score, Who
from bot.quiz.model import AskedState, Sureness
from bot.quiz.store.tables import AnswerRow, AskedRow
from bot.storage.work import Work

_ASKED = (AskedState.OPEN.value, AskedState.CLOSED.value)


async def entries(
    work: Work, members: Collection[Who], since: datetime | None
) -> dict[Who, list[Entry]]:
    """Return what each of ``members`` answered since then (None: ever), oldest first."""
    who = tuple_(AnswerRow.guild_id, AnswerRow.member_id)
    found = (
        select(
            AnswerRow.guild_id,
            AnswerRow.member_id,
            AnswerRow.asked_id,
            AnswerRow.item,
            AskedRow.snapshot["topic"].as_string(),
            # As text: PostgreSQL's integers are too small for a concept's number.
            AskedRow.snapshot["concept"].as_string(),
            AskedRow.snapshot["concept_title"].as_json(),
            AskedRow.day,
            AnswerRow.is_right,
            _is_told(),
            AnswerRow.answered_at,
            AnswerRow.sureness,
        )
        .join(AskedRow, AskedRow.id == AnswerRow.asked_id)
        .where(who.in_(list(members)), AskedRow.guild_id == AnswerRow.guild_id)
        .order_by(AnswerRow.answered_at, AnswerRow.id)
    )
    if since is not None:
        found = found.where(AnswerRow.answered_at >= since)
    by_member: dict[Who, list[Entry]] = {each: [] for each in members}
    for row in await work.session.execute(found):
        guild, member, asked, item, topic, concept, title, day, right, told, at, sureness = row
        by_member[GuildId(guild), MemberId(member)].append(
            Entry(
                asked=asked,
                item=item,
                topic=topic,
                concept=int(concept),
                concept_title=Text(title[0], title[1]),
                day=day,
                is_right=right,
                is_told=bool(told),
                at=at,
                sureness=None if sureness is None else Sureness(sureness),
            )
        )
    return by_member


async def quiz_days(work: Work, guild: GuildId) -> list[QuizDay]:
    """Return the days on which a schedule asked something in ``guild``, oldest first.

    A live round is no day's quiz: who could not come to it breaks no row of days.
    """
    is_open = func.max(case((AskedRow.state == AskedState.OPEN, 1), else_=0))
    found = (
        select(AskedRow.day, is_open)
        .where(
            AskedRow.guild_id == guild,
            AskedRow.schedule_id.is_not(None),
            AskedRow.state.in_(_ASKED),
        )
        .group_by(AskedRow.day)
        .order_by(AskedRow.day)
    )
    return [QuizDay(day, bool(open_)) for day, open_ in await work.session.execute(found)]


async def open_items(work: Work, guilds: Collection[GuildId]) -> dict[GuildId, dict[int, str]]:
    """Return what is open in each of ``guilds``: the content's ids by asked number."""
    found = select(AskedRow.guild_id, AskedRow.id, AskedRow.item).where(
        AskedRow.guild_id.in_(guilds), AskedRow.state == AskedState.OPEN
    )
    by_guild: dict[GuildId, dict[int, str]] = {guild: {} for guild in guilds}
    for guild, number, item in await work.session.execute(found):
        by_guild[GuildId(guild)][number] = item
    return by_guild


async def answered(
    work: Work, members: Collection[Who], asked: Collection[int]
) -> dict[Who, set[int]]:
    """Return which of the items ``asked`` each of ``members`` has answered."""
    who = tuple_(AnswerRow.guild_id, AnswerRow.member_id)
    found = select(AnswerRow.guild_id, AnswerRow.member_id, AnswerRow.asked_id).where(
        who.in_(list(members)), AnswerRow.asked_id.in_(asked)
    )
    by_member: dict[Who, set[int]] = {each: set() for each in members}
    for guild, member, number in await work.session.execute(found):
        by_member[GuildId(guild), MemberId(member)].add(number)
    return by_member


async def scores(
    work: Work, guild: GuildId, members: Collection[MemberId], first: date
) -> dict[MemberId, Score]:
    """Return how ``members`` did in the daily quiz from ``first`` on, as far as they may know."""
    found = (
        select(AnswerRow.member_id, func.count(), func.sum(case((AnswerRow.is_right, 1), else_=0)))
        .join(AskedRow, AskedRow.id == AnswerRow.asked_id)
        .where(
            AnswerRow.guild_id == guild,
            AskedRow.guild_id == guild,
            AskedRow.schedule_id.is_not(None),
            AnswerRow.member_id.in_(members),
            AskedRow.day >= first,
            _is_told(),
        )
        .group_by(AnswerRow.member_id)
    )
    return {
        MemberId(member): Score(answers, int(right))
        for member, answers, right in await work.session.execute(found)
    }


def _is_told() -> ColumnElement[bool]:
    hidden = and_(AskedRow.state == AskedState.OPEN, AskedRow.hides_verdict)
    return not_(hidden)
