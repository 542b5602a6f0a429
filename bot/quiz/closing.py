"""Counts what closed: stored beside the item, and shown by its post."""

from collections.abc import Sequence

from bot.posts import service as posts
from bot.quiz.kinds import KINDS
from bot.quiz.model import AskedItem
from bot.quiz.store import answers, asked
from bot.quiz.tally import tally
from bot.storage.work import Work


async def count(work: Work, closed: Sequence[AskedItem]) -> None:
    """Store how ``closed`` went, and have their posts show it.

    Call ``Scheduler.wake`` after the commit.
    """
    if not closed:
        return
    counted = await answers.counted(work, [item.number for item in closed])
    tallies = {item: tally(item.snapshot, counted[item.number]) for item in closed}
    await asked.note_counts(work, tallies)
    for kind in KINDS:
        await posts.show_anew_of(work, kind, [(item.guild, item.number) for item in closed])
