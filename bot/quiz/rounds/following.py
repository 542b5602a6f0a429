"""Carries out what a round's steps came to: items close, are asked, are shown; tables are due."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime

from bot.guilds import service as guilds
from bot.posts import service as posts
from bot.posts.errands import service as errands
from bot.posts.model import Claim
from bot.quiz.closing import count
from bot.quiz.kinds import ROUND_KIND
from bot.quiz.model import AskedState
from bot.quiz.rounds import store
from bot.quiz.rounds.claims import START_KIND, asked_item, item_claim, table_claim
from bot.quiz.rounds.model import Ending, Phase, Round
from bot.quiz.rounds.phases import Step
from bot.quiz.rounds.standings import placed
from bot.quiz.store import asked
from bot.storage.work import Work


async def follow(work: Work, steps: Sequence[Step], now: datetime) -> list[Claim]:
    """Store what ``steps`` came to; return what is to be posted.

    The number of queries does not grow with the rounds, but for a server's zone.
    """
    if not steps:
        return []
    await store.keep(work, [step.round for step in steps])
    await _close(work, [step.round for step in steps if step.closes], now)
    for each in [step.round for step in steps if step.round.in_thread and not step.round.thread]:
        # Nobody waits for the thread any longer: a late one would stand empty.
        if each.phase is not Phase.OPENING:
            await errands.withdraw(work, each.guild, START_KIND, each.number)
    claims = await _ask(work, [step.round for step in steps if step.asks], now)
    shown = [step.round for step in steps if step.ends and step.round.asked]
    scores = await store.scores(work, [each.number for each in shown]) if shown else {}
    claims += [table_claim(each, placed(scores[each.number]), now) for each in shown]
    await _show_anew(work, [step for step in steps if step.shows])
    return claims


async def posted(work: Work, rounds: Collection[Round]) -> frozenset[int]:
    """Return which of ``rounds`` have the post of their open item standing."""
    if not any(each.is_open for each in rounds):
        return frozenset()
    items = await asked.open_in(work, [each.number for each in rounds])
    found = await posts.messages_of(work, ROUND_KIND, [(each.guild, each.number) for each in items])
    return frozenset(item.round for item in items if item.number in found)


async def _close(work: Work, rounds: Sequence[Round], now: datetime) -> None:
    unsent = [each.number for each in rounds if each.ending is Ending.UNSENT]
    if unsent:
        missed = await asked.open_in(work, unsent)
        await asked.end(work, [(each.guild, each.number) for each in missed], AskedState.MISSED)
        for each in missed:
            await posts.withdraw(work, each.guild, ROUND_KIND, each.number)
    closing = [each.number for each in rounds if each.ending is not Ending.UNSENT]
    if closing:
        await count(work, await asked.close_in(work, closing, now))


async def _ask(work: Work, rounds: Sequence[Round], now: datetime) -> list[Claim]:
    zones = {
        guild: (await guilds.settings(work, guild)).zone_info()
        for guild in {each.guild for each in rounds}
    }
    fresh = [asked_item(each, now.astimezone(zones[each.guild]).date(), now) for each in rounds]
    numbers = await asked.add(work, fresh)
    return [
        item_claim(each, replace(item, number=number))
        for each, item, number in zip(rounds, fresh, numbers, strict=True)
    ]


async def _show_anew(work: Work, steps: Sequence[Step]) -> None:
    """Have drawn anew what stands in the channels and says something else by ``steps``."""
    # What was asked just now is drawn as it is; what stood before it loses its buttons.
    parts = {step.round.number: step.round.part - int(step.asks) for step in steps}
    begun = [(s.round.guild, s.round.number) for s in steps if parts[s.round.number] < 0]
    if begun:
        await posts.show_anew_of(work, START_KIND, begun)
    standing = {number: part for number, part in parts.items() if part >= 0}
    if standing:
        numbers = await asked.numbers_in(work, standing)
        await posts.show_anew_of(work, ROUND_KIND, numbers)
