"""Does errands whose time has come: one after another in a channel, at the common pace."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

import structlog

from bot.clock import Clock
from bot.posts.errands import store
from bot.posts.errands.model import MOST_ATTEMPTS, Errand, ErrandState
from bot.posts.errands.owners import Owner
from bot.posts.model import LONGEST_RETRY
from bot.posts.outcomes import NotNow, Refused, Unknown, Why
from bot.posts.pace import Pace
from bot.posts.shards import Shards
from bot.posts.sources import Sources
from bot.storage.batch import Batch
from bot.storage.work import Storage, Work

log = structlog.get_logger("doran.posts")

MAX_IN_FLIGHT = 16
ATTEMPT_S = 60.0
LAST_MOMENTS_S = 5.0


@dataclass(frozen=True, slots=True)
class Done:
    """The chore is done; ``result`` is the id of what came of it, if anything did."""

    result: int | None = None


Outcome = Done | Refused | Unknown | NotNow
# Does one chore; may be called again for one that was done, and raises for no word of Discord's.
Chore = Callable[[Errand], Awaitable[Outcome]]


@dataclass(frozen=True, slots=True)
class Step:
    """How an errand stands after an attempt, and what Discord refused, if it did."""

    errand: Errand
    refused: Refused | None = None


class Errands:
    """Carries each open errand to its end, and tells ``on_change`` when to look again.

    Nothing needs to be noted before an attempt: whatever a crash leaves is simply done again.
    """

    def __init__(
        self,
        storage: Storage,
        sources: Sources,
        chores: Mapping[str, Chore],
        clock: Clock,
        pace: Pace,
        shards: Shards | None = None,
    ) -> None:
        """Do ``chores`` on the servers of ``shards``; ``sources`` are told how they ended."""
        self._shards = shards or Shards(storage, clock)
        self._storage = storage
        self._sources = sources
        self._chores = dict(chores)
        self._clock = clock
        self._pace = pace
        self._tasks: dict[int, asyncio.Task[None]] = {}
        self._places: dict[int, object] = {}
        self._record = Batch(storage, self._store_steps, tries_again=True).add
        self.on_change: Callable[[], None] = lambda: None

    def add(self, name: str, chore: Chore) -> None:
        """Learn to do another chore.

        Raises:
            ValueError: there is one of that name.
        """
        if name in self._chores:
            raise ValueError(f"two chores called {name}")
        self._chores[name] = chore

    async def start_due(self) -> None:
        """Start on every errand whose time has come, as far as there is room."""
        async with self._storage.reading() as work:
            due = await store.ready(
                work,
                self._clock.now(),
                MAX_IN_FLIGHT * 2,
                but=list(self._tasks),
                share=self._shards.share,
            )
        for errand in due:
            place = errand.channel or errand.id
            if len(self._tasks) < MAX_IN_FLIGHT and place not in self._places.values():
                self._places[errand.id] = place
                self._tasks[errand.id] = asyncio.create_task(
                    self._carry_safely(errand), name=f"errand-{errand.id}"
                )

    async def next_try(self, work: Work) -> datetime | None:
        """Return when an errand wants to be looked at; None while any is under way.

        The end of what is under way makes the scheduler look again.
        """
        if self._tasks:
            return None
        return await store.next_try(work, but=(), share=self._shards.share)

    async def stop(self) -> None:
        """Let attempts end for a few seconds; the next start does the others again."""
        tasks = list(self._tasks.values())
        if tasks:
            await asyncio.wait(tasks, timeout=LAST_MOMENTS_S)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _carry_safely(self, errand: Errand) -> None:
        try:
            await self._keep(await self._carry(errand))
        except Exception:
            # A fault of ours with one errand: the others go on, and this one is tried again later.
            log.exception("errand not done", errand=errand.id, chore=errand.wish.chore)
            await self._record(
                Step(errand.put_off(self._clock.now(), Why.FAULT, wait=LONGEST_RETRY))
            )
        finally:
            self._tasks.pop(errand.id, None)
            self._places.pop(errand.id, None)
        self.on_change()

    async def _carry(self, errand: Errand) -> Step:
        if errand.orphaned:
            return Step(errand.withdrawn())
        chore = self._chores.get(errand.wish.chore)
        if chore is None:
            # Wanted by a newer version; this one leaves it to that.
            return Step(errand.put_off(self._clock.now(), Why.UNKNOWN_KIND, wait=LONGEST_RETRY))
        await self._pace.turn()
        return after(errand, await self._attempt(chore, errand), self._clock.now())

    async def _attempt(self, chore: Chore, errand: Errand) -> Outcome:
        try:
            async with asyncio.timeout(ATTEMPT_S):
                return await chore(errand)
        except TimeoutError:
            return Unknown("no answer")

    async def _keep(self, step: Step) -> None:
        await self._record(step)
        wish, state = step.errand.wish, step.errand.state
        if state is ErrandState.DONE:
            log.info("errand done", errand=step.errand.id, chore=wish.chore)
        else:
            why = step.errand.reason
            log.warning("errand not done", errand=step.errand.id, chore=wish.chore, why=why)

    async def _store_steps(self, work: Work, steps: Sequence[Step]) -> list[None]:
        still_open = await store.record(work, [step.errand for step in steps])
        now = self._clock.now()
        for step in steps:
            owner: object = self._sources.named(step.errand.wish.owner)
            if step.errand.id not in still_open or not isinstance(owner, Owner):
                continue
            if step.errand.state is ErrandState.DONE:
                await owner.errand_done(work, step.errand, now)
            elif step.refused is not None:
                await owner.errand_refused(work, step.errand, step.refused, now)
        return [None] * len(steps)


def after(errand: Errand, outcome: Outcome, now: datetime) -> Step:
    """Return how ``errand`` stands after an attempt with this ``outcome``."""
    match outcome:
        case Done(result):
            return Step(errand.done(result))
        case Refused(why):
            return Step(errand.refused(why), outcome)
        case _ if errand.attempts + 1 >= MOST_ATTEMPTS:
            return Step(errand.refused(Why.LATE), Refused(Why.LATE))
        case NotNow(wait):
            return Step(errand.put_off(now, Why.LIMITED, wait=wait))
        case Unknown(reason):
            return Step(errand.put_off(now, reason))
