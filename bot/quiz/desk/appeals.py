"""What can be done with appeals: send one, and decide it for everybody who gave that answer."""

from dataclasses import dataclass
from datetime import datetime

from bot.content.model import ItemKind
from bot.discord_ui.cutting import sound
from bot.ids import GuildId, MemberId
from bot.posts import service as posts
from bot.quiz.answering import mine
from bot.quiz.closing import count
from bot.quiz.desk.aliases import accepting, folded
from bot.quiz.desk.model import (
    MAX_SENTENCE,
    Appeal,
    CaseGone,
    CaseState,
    EmptyAppeal,
    NothingToAppeal,
    UnfitAlias,
)
from bot.quiz.desk.store import aliases, appeals
from bot.quiz.judging import verdict_of
from bot.quiz.kinds import ROUND_TABLE_KIND
from bot.quiz.model import MAX_GIVEN, Answered, AskedItem, AskedState, Given
from bot.quiz.store import remarking
from bot.storage.work import Work


@dataclass(frozen=True, slots=True)
class Judged:
    """An appeal as it was decided; ``is_new``: just now, by whoever asked.

    ``members`` is how many members' answers became right by that.
    """

    case: Appeal
    is_new: bool
    members: int = 0


def can_appeal(answered: Answered) -> bool:
    """Tell whether it is a short answer that its member knows to be marked wrong."""
    return (
        answered.asked.snapshot.kind is ItemKind.SHORT
        and not answered.answer.is_right
        and answered.asked.tells_verdict
    )


async def appeal_of(
    work: Work, guild: GuildId, number: int, member: MemberId
) -> tuple[Answered, Appeal | None]:
    """Return the answer of ``member``, and their appeal where they sent one.

    Raises:
        AskedGone, AskedClosed, NotAnswered: as ``answering.mine`` does.
        NothingToAppeal: the answer is right, or none that other words could make right.
    """
    answered = await mine(work, guild, number, member)
    sent = await appeals.of_answer(work, guild, number, member)
    if sent is None and not can_appeal(answered):
        raise NothingToAppeal
    return answered, sent


async def send(
    work: Work, guild: GuildId, number: int, member: MemberId, sentence: str, *, now: datetime
) -> Appeal:
    """Bring an answer before the moderators; the first sentence counts.

    Raises:
        EmptyAppeal: there is nothing in ``sentence``.
        AskedGone, AskedClosed, NotAnswered, NothingToAppeal: as ``appeal_of`` does.
    """
    said = " ".join(sound(sentence).split())[:MAX_SENTENCE]
    if not said:
        raise EmptyAppeal
    answered, sent = await appeal_of(work, guild, number, member)
    if sent is not None:
        return sent
    given = str(answered.answer.given)
    item = answered.answer.item
    await appeals.add(work, Appeal(0, guild, member, number, item, given, given, said, now))
    stored = await appeals.of_answer(work, guild, number, member)
    if stored is None:
        raise CaseGone
    return stored


async def accept(work: Work, guild: GuildId, number: int, by: MemberId, *, now: datetime) -> Judged:
    """Take an appeal's words as right in ``guild`` from now on, and mark anew who gave them.

    Call ``Scheduler.wake`` after the commit: posts that are closed show the new count.

    Raises:
        CaseGone: there is no such appeal in this server.
    """
    appeal = await one(work, guild, number)
    # Held before the alias is stored: an answer on its way waits, and is marked with it.
    items = await remarking.held_of_item(work, guild, appeal.item)
    if not await appeals.decide(work, guild, [number], CaseState.ACCEPTED, by=by, now=now):
        return Judged(await one(work, guild, number), is_new=False)
    words = folded(appeal.alias)
    await aliases.add(work, guild, appeal.item, folded=words, text=appeal.alias, now=now)
    members = await _mark_anew(work, appeal, items)
    same = [
        each.number
        for each in await appeals.waiting_on(work, guild, appeal.item)
        if (each.member, each.asked) in members
    ]
    await appeals.decide(work, guild, same, CaseState.ACCEPTED, by=by, now=now)
    return Judged(await one(work, guild, number), is_new=True, members=len({m for m, _ in members}))


async def decline(
    work: Work, guild: GuildId, number: int, by: MemberId, *, now: datetime
) -> Judged:
    """Leave the verdict as it is.

    Raises:
        CaseGone: there is no such appeal in this server.
    """
    await one(work, guild, number)
    done = await appeals.decide(work, guild, [number], CaseState.DECLINED, by=by, now=now)
    return Judged(await one(work, guild, number), is_new=bool(done))


async def rename(work: Work, guild: GuildId, number: int, alias: str) -> Judged:
    """Change which words an acceptance takes as right; ``is_new`` is False where it is decided.

    Raises:
        CaseGone: there is no such appeal in this server.
        UnfitAlias: there is nothing in ``alias``.
    """
    await one(work, guild, number)
    words = " ".join(sound(alias).split())[:MAX_GIVEN]
    if not words:
        raise UnfitAlias
    changed = await appeals.rename(work, guild, number, words)
    return Judged(await one(work, guild, number), is_new=changed)


async def one(work: Work, guild: GuildId, number: int) -> Appeal:
    """Return the appeal ``number``.

    Raises:
        CaseGone: there is no such appeal in this server.
    """
    found = await appeals.one(work, guild, number)
    if found is None:
        raise CaseGone
    return found


async def _mark_anew(
    work: Work, appeal: Appeal, items: dict[int, AskedItem]
) -> set[tuple[MemberId, int]]:
    """Mark the wrong answers anew; return whose answers to which asked items became right."""
    guild, item = appeal.guild, appeal.item
    words = (await aliases.of_items(work, [(guild, item)]))[guild, item]
    wrong = [each for each in await remarking.wrong_on(work, guild, item) if each[0] in items]
    right = {
        given
        for number, given in {(number, given) for number, _, given in wrong}
        if _is_right(given, appeal, items[number], words)
    }
    changed = {(member, number) for number, member, given in wrong if given in right}
    if changed:
        await remarking.turn_right(work, guild, item, right)
        await aliases.keep_news(work, guild, changed)
        await _count_anew(work, [items[number] for number in {number for _, number in changed}])
    return changed


def _is_right(given: str, appeal: Appeal, item: AskedItem, words: tuple[str, ...]) -> bool:
    if folded(given) in {folded(appeal.given), folded(appeal.alias)}:
        return True
    snapshot = accepting(item.snapshot, words)
    return snapshot.kind is ItemKind.SHORT and verdict_of(snapshot, Given(text=given)).is_right


async def _count_anew(work: Work, items: list[AskedItem]) -> None:
    closed = [item for item in items if item.state is AskedState.CLOSED]
    await count(work, closed)
    tables = {(item.guild, item.round) for item in closed if item.round}
    if tables:
        await posts.show_anew_of(work, ROUND_TABLE_KIND, tables)
