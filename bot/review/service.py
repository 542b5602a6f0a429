"""What members do in rounds of review and practice: begin, answer, say how sure, go on."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from bot.content.library import Library
from bot.content.model import Item
from bot.discord_ui.refusals import OldButton
from bot.guilds import service as guilds
from bot.ids import GuildId, MemberId
from bot.quiz import service as quiz
from bot.quiz.journal import Who
from bot.quiz.judging import NotOnOffer, verdict_of
from bot.quiz.model import Given, Sureness
from bot.quiz.picking import askable, picked
from bot.quiz.schedule import newest
from bot.quiz.snapshot import Snapshot
from bot.review.intake import LOOKED_BACK, day_in, due, take_in
from bot.review.memory import Origin, Reviewed, grade_of, reviewed
from bot.review.model import (
    MAX_REVIEW_ITEMS,
    PRACTICE_ITEMS,
    Answered,
    Mode,
    NothingToPractise,
    NotYetAnswered,
    Run,
    RunOver,
    Turn,
    TurnGone,
)
from bot.review.store import cards, turns
from bot.storage.work import Work

# An item that waits for its answer is taken up again for so long.
RESUMED = timedelta(hours=24)


async def begin_review(
    work: Work, library: Library, guild: GuildId, member: MemberId, *, now: datetime
) -> Turn:
    """Return the first item that is due for ``member``; with none due, the first of practice.

    Whoever left a round in the middle goes on with the item that waits.

    Raises:
        NothingToPractise: nothing is due, and the member has seen everything.
    """
    waiting = await _due_now(work, library, guild, member, now)
    if not waiting:
        return await begin_practice(work, library, guild, member, now=now)
    left = await turns.unanswered(work, guild, member, Mode.REVIEW, now - RESUMED)
    if left is not None and left.snapshot.item in {item.id for item in waiting}:
        return left
    length = min(len(waiting), MAX_REVIEW_ITEMS)
    run = await turns.begin(work, Run(0, guild, member, Mode.REVIEW, length))
    return await _show(work, library, run, 1, waiting[0], now)


async def begin_practice(
    work: Work, library: Library, guild: GuildId, member: MemberId, *, now: datetime
) -> Turn:
    """Return the first of some items of the week that ``member`` has not seen.

    Raises:
        NothingToPractise: the member has seen everything.
    """
    unseen = await _unseen(work, library, guild, member, seed=f"{member}/{now.date()}")
    left = await turns.unanswered(work, guild, member, Mode.PRACTICE, now - RESUMED)
    if left is not None and left.snapshot.item in {item.id for item in unseen}:
        return left
    if not unseen:
        raise NothingToPractise
    length = min(len(unseen), PRACTICE_ITEMS)
    run = await turns.begin(work, Run(0, guild, member, Mode.PRACTICE, length))
    return await _show(work, library, run, 1, unseen[0], now)


async def go_on(
    work: Work,
    library: Library,
    guild: GuildId,
    member: MemberId,
    number: int,
    *,
    now: datetime,
) -> Turn | RunOver:
    """Return what comes after the turn ``number``; the same again where that was pressed before.

    Raises:
        TurnGone: there is no such turn of the member's in this server.
        NotYetAnswered: it waits for its answer.
    """
    turn = await turn_of(work, guild, member, number)
    if turn.given is None:
        raise NotYetAnswered
    run, place = turn.run, turn.place + 1
    shown = await turns.at_place(work, run, place)
    if shown is not None:
        return shown
    if not turn.is_last:
        if run.mode is Mode.REVIEW:
            found: Sequence[Item] = await _due_now(work, library, guild, member, now)
        else:
            found = await _unseen(work, library, guild, member, seed=f"{member}/{now.date()}")
        before = await turns.items_of(work, run)
        rest = [item for item in found if item.id not in before]
        if rest:
            return await _show(work, library, run, place, rest[0], now)
    answered, right = await turns.counted(work, run)
    left = await _due_now(work, library, guild, member, now)
    return RunOver(run, answered, right, len(left))


async def answer(
    work: Work, guild: GuildId, member: MemberId, number: int, given: Given, *, now: datetime
) -> Answered:
    """Take ``given`` for the turn ``number``; the first answer counts, and is remembered.

    Raises:
        TurnGone: there is no such turn of the member's in this server.
        OldButton: it was forged.
    """
    turn = await turn_of(work, guild, member, number)
    if turn.given is not None:
        return told(turn)
    try:
        verdict = verdict_of(await quiz.as_accepted(work, guild, turn.snapshot), given)
    except NotOnOffer:
        raise OldButton from None
    done = replace(turn, given=given, is_right=verdict.is_right, answered_at=now)
    await turns.answer(work, done)
    await _remember(work, done)
    return replace(told(done), is_new=True)


async def tell_sureness(
    work: Work, guild: GuildId, member: MemberId, number: int, sureness: Sureness
) -> Answered:
    """Keep how sure ``member`` was, and grade the answer by it; the latest word counts.

    Raises:
        TurnGone: there is no such turn of the member's in this server.
        NotYetAnswered: it waits for its answer.
    """
    turn = replace(await turn_of(work, guild, member, number), sureness=sureness)
    answered = told(turn)
    await turns.keep_sureness(work, turn, sureness)
    await _remember(work, turn)
    return answered


async def turn_of(work: Work, guild: GuildId, member: MemberId, number: int) -> Turn:
    """Return the turn ``number``.

    Raises:
        TurnGone: there is no such turn of the member's in this server.
    """
    turn = await turns.one(work, guild, member, number)
    if turn is None:
        raise TurnGone
    return turn


def told(turn: Turn) -> Answered:
    """Return what was given in ``turn``, with why it is right or wrong.

    Raises:
        NotYetAnswered: it waits for its answer.
    """
    if turn.given is None:
        raise NotYetAnswered
    verdict = verdict_of(turn.snapshot, turn.given)
    return Answered(turn, turn.given, replace(verdict, is_right=turn.is_right))


async def due_count(
    work: Work, library: Library, guild: GuildId, member: MemberId, *, now: datetime
) -> int:
    """Return how many items are due for ``member`` today."""
    return len(await _due_now(work, library, guild, member, now))


async def due_by(
    work: Work, members: Collection[tuple[GuildId, MemberId]], day: date
) -> Mapping[tuple[GuildId, MemberId], int]:
    """Return how many items each of ``members`` is about to forget by ``day``; none: left out.

    What the notes have no longer, or what is asked just now, is counted too.
    """
    return await cards.count_due(work, members, day)


async def _due_now(
    work: Work, library: Library, guild: GuildId, member: MemberId, now: datetime
) -> list[Item]:
    zone = (await guilds.settings(work, guild)).zone_info()
    library = await quiz.library_of(work, library, guild)
    who = (guild, member)
    remembered = await take_in(work, {who: zone}, since=now - LOOKED_BACK)
    # What is open in the daily quiz would be told here before it is answered there.
    waiting = (await quiz.waiting_for(work, [who]))[who]
    return due(remembered[who], library, day_in(zone, now), but=waiting)


async def _unseen(
    work: Work, library: Library, guild: GuildId, member: MemberId, seed: str
) -> Sequence[Item]:
    """Return what ``member`` has not seen, nor is asked now: of the newest note, else of others."""
    who: Who = (guild, member)
    library = await quiz.library_of(work, library, guild)
    entries = await quiz.entries_of(work, [who])
    waiting = await quiz.waiting_for(work, [who])
    remembered = await cards.of_members(work, [who])
    seen = {entry.item for entry in entries[who]} | waiting[who] | remembered[who].keys()
    week = newest(library)
    others = [topic for topic in library.topics if week and topic.id != week.id]
    for topic in [week, *others] if week else []:
        fresh = [item for item in askable(topic, library) if item.id not in seen]
        if fresh:
            return picked(fresh, {}, len(fresh), seed)
    return ()


async def _show(
    work: Work, library: Library, run: Run, place: int, item: Item, now: datetime
) -> Turn:
    snapshot = Snapshot.of(item, library, f"{run.number}/{place}")
    return await turns.add(work, Turn(0, run, place, snapshot, now))


async def _remember(work: Work, turn: Turn) -> None:
    guild, member, item = turn.run.guild, turn.run.member, turn.snapshot.item
    if turn.answered_at is None:
        raise NotYetAnswered
    zone = (await guilds.settings(work, guild)).zone_info()
    grade = grade_of(turn.sureness, is_right=turn.is_right)
    review = Reviewed(Origin.TURN, turn.number, item, grade, turn.answered_at)
    card = await cards.one(work, guild, member, item)
    await cards.keep(work, [reviewed(card, guild, member, review, zone)])
