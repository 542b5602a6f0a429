"""Taking answers: the first one counts, durable before its member is told; many at once."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.content.model import ItemKind
from bot.discord_ui.refusals import OldButton
from bot.ids import GuildId, MemberId
from bot.quiz.desk.aliases import accepting
from bot.quiz.desk.news import take_news
from bot.quiz.desk.store import aliases
from bot.quiz.judging import NotOnOffer, verdict_of
from bot.quiz.model import (
    Answer,
    Answered,
    AskedClosed,
    AskedGone,
    AskedItem,
    Given,
    NotAnswered,
    Sureness,
)
from bot.quiz.store import answers, asked
from bot.storage.work import Work

# What an item without a first answer says to each press on it: nothing wrong, only too late.
Outcome = Answered | Exception


@dataclass(frozen=True, slots=True)
class Try:
    """A press: ``member`` gives ``given`` to the asked item number ``asked``, at ``at``."""

    guild: GuildId
    asked: int
    member: MemberId
    given: Given
    at: datetime

    @property
    def place(self) -> answers.Place:
        """Return where its answer goes."""
        return (self.guild, self.asked, self.member)


async def take(work: Work, tries: Sequence[Try]) -> list[Outcome]:
    """Store those of ``tries`` that are a member's first answer to an open item.

    Returns, for each in order, the answer that counts (its own, or the one given before), or the
    refusal: `AskedGone`, `AskedClosed`, `OldButton` (forged). A constant number of queries.
    """
    items = await asked.held(work, {(each.guild, each.asked) for each in tries})
    texts = {item.number for item in items.values() if item.snapshot.kind is ItemKind.SHORT}
    before = await answers.given_in(work, {each.place for each in tries}, texts)
    accepted = await _accepted(work, [each for each in items.values() if each.number in texts])
    outcomes: list[Outcome | None] = []
    fresh: dict[answers.Place, tuple[Answer, AskedItem]] = {}
    for each in tries:
        item, known = items.get((each.guild, each.asked)), before.get(each.place)
        if item is None:
            outcomes.append(AskedGone())
        elif known is not None:
            outcomes.append(told(known, item))
        elif not item.is_open:
            outcomes.append(AskedClosed())
        else:
            item = accepted.get(item.number, item)
            outcomes.append(None if _first(each, item, fresh) else OldButton())
    stored = await answers.add(work, [answer for answer, _ in fresh.values()])
    # Between looking and storing another process may have been first.
    late = await answers.given_in(work, fresh.keys() - stored, texts) if fresh else {}
    news = await take_news(work, {(each.guild, each.member) for each in tries})
    for at, each in enumerate(tries):
        if outcomes[at] is not None:
            continue
        answer, item = fresh[each.place]
        answer = late.get(each.place, answer)
        is_new = each.place in stored
        stored -= {each.place}
        outcomes[at] = replace(told(answer, item), is_new=is_new)
    for at, (each, outcome) in enumerate(zip(tries, outcomes, strict=True)):
        if isinstance(outcome, Answered):
            outcomes[at] = replace(outcome, news=news.pop((each.guild, each.member), ()))
    return [outcome for outcome in outcomes if outcome is not None]


async def mine(work: Work, guild: GuildId, number: int, member: MemberId) -> Answered:
    """Return what ``member`` answered to the asked item ``number``.

    Raises:
        AskedGone: there is no such item in ``guild``.
        AskedClosed: it is closed, and ``member`` did not answer in time.
        NotAnswered: ``member`` has not answered it yet.
    """
    item = await item_of(work, guild, number)
    is_text = item.snapshot.kind is ItemKind.SHORT
    answer = await answers.one(work, guild, number, member, is_text=is_text)
    if answer is not None:
        return told(answer, item)
    raise NotAnswered if item.is_open else AskedClosed


async def item_of(work: Work, guild: GuildId, number: int) -> AskedItem:
    """Return the asked item ``number``.

    Raises:
        AskedGone: there is no such item in ``guild``.
    """
    item = await asked.one(work, guild, number)
    if item is None:
        raise AskedGone
    return item


async def tell_sureness(
    work: Work, guild: GuildId, number: int, member: MemberId, sureness: Sureness
) -> Answered:
    """Keep how sure ``member`` was of their answer; the latest word counts.

    Raises:
        AskedGone, AskedClosed, NotAnswered: as ``mine`` does.
    """
    answered = await mine(work, guild, number, member)
    await answers.keep_sureness(work, guild, number, member, sureness)
    return replace(answered, answer=replace(answered.answer, sureness=sureness))


def told(answer: Answer, item: AskedItem) -> Answered:
    """Return ``answer`` with why it was marked so.

    What is stored decides: moderators may have accepted since what the notes alone would not.
    """
    verdict = verdict_of(item.snapshot, answer.given)
    return Answered(answer, item, replace(verdict, is_right=answer.is_right))


async def _accepted(work: Work, items: Sequence[AskedItem]) -> dict[int, AskedItem]:
    """Return those of ``items`` for which their server takes more as right than the notes do."""
    taken = await aliases.of_items(work, {(item.guild, item.snapshot.item) for item in items})
    return {
        item.number: replace(item, snapshot=accepting(item.snapshot, words))
        for item in items
        if (words := taken.get((item.guild, item.snapshot.item)))
    }


def _first(
    each: Try, item: AskedItem, fresh: dict[answers.Place, tuple[Answer, AskedItem]]
) -> bool:
    """Mark the try, unless its member was quicker; return False where it is forged."""
    try:
        verdict = verdict_of(item.snapshot, each.given)
    except NotOnOffer:
        return False
    answer = Answer(
        asked=each.asked,
        guild=each.guild,
        member=each.member,
        item=item.snapshot.item,
        given=each.given,
        is_right=verdict.is_right,
        at=each.at,
    )
    fresh.setdefault(each.place, (answer, item))
    return True
