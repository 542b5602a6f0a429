"""What can be done with live rounds: start, steer, stop, look; and what the clock does."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from bot.content.library import Library
from bot.guilds import service as guilds
from bot.ids import ChannelId, GuildId, MemberId
from bot.posts import service as posts
from bot.posts.errands import service as errands
from bot.posts.model import Claim
from bot.quiz import service as quiz
from bot.quiz.deciding import message_url
from bot.quiz.kinds import ROUND_KIND
from bot.quiz.model import AskedItem
from bot.quiz.picking import askable, picked
from bot.quiz.rounds import following, phases, store
from bot.quiz.rounds.claims import (
    START_KIND,
    start_claim,
    thread_wish,
)
from bot.quiz.rounds.model import (
    Ending,
    Move,
    NoRound,
    NotInRound,
    NotSteering,
    Phase,
    Round,
    RoundGone,
    RoundMovedOn,
    RoundOver,
    RoundRunning,
)
from bot.quiz.rounds.phases import Step
from bot.quiz.rounds.standings import place_of, placed
from bot.quiz.rounds.values import OwnResult, RoundState, Steered, Steering, Wish
from bot.quiz.schedule import NoItems, UnknownTopic, newest_to_ask
from bot.quiz.snapshot import Snapshot
from bot.quiz.store import asked
from bot.storage.work import Work

# Called in the transaction that ends a round: whoever started it as a step of theirs goes on.
Finished = Callable[[Work, Round, datetime], Awaitable[None]]
MAX_RUNNING = 1000
LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


class Rounds:
    """Every running round. Call ``Scheduler.wake`` after committing what a method did."""

    def __init__(self, library: Callable[[], Library]) -> None:
        """Ask from the present ``library``."""
        self._library = library
        self._finished: list[Finished] = []
        self._is_awake = False

    def on_finished(self, told: Finished) -> None:
        """Have ``told`` called whenever a round ends, in the transaction that ends it."""
        self._finished.append(told)

    async def start(self, work: Work, wish: Wish, *, now: datetime) -> Round:
        """Begin a round; its first item comes in a moment.

        Raises:
            RoundRunning: another one runs in the channel.
            UnknownTopic, NoItems: there is nothing to ask.
        """
        running = await store.running_in(work, wish.guild, wish.channel)
        if running is not None:
            raise RoundRunning(await link_to(work, running))
        library = await quiz.library_of(work, self._library(), wish.guild)
        topic = newest_to_ask(library) if wish.topic is None else library.topic(wish.topic)
        if topic is None:
            raise UnknownTopic(wish.topic) if wish.topic else NoItems
        past = (await asked.past(work, [wish.guild]))[wish.guild]
        seed = f"{wish.guild}/{wish.channel}/{now.isoformat()}"
        items = picked(askable(topic, library), past, wish.count, seed)
        if not items:
            raise NoItems
        draft = Round(
            number=0,
            guild=wish.guild,
            channel=wish.channel,
            member=wish.member,
            topic=topic.title,
            items=tuple(Snapshot.of(item, library, f"{seed}/{item.id}") for item in items),
            seconds=wish.seconds,
            phase=Phase.BETWEEN,
            started_at=now,
            turned_at=now,
            until=now,
            in_thread=wish.in_thread,
        )
        started = await store.add(work, phases.begun(draft, now))
        if started is None:
            # Another process was quicker since we looked.
            other = await store.running_in(work, wish.guild, wish.channel)
            raise RoundRunning(await link_to(work, other) if other else "")
        [post] = await posts.claim(work, [start_claim(started, now)])
        if started.in_thread:
            language = (await guilds.settings(work, wish.guild)).language
            await errands.want(work, [thread_wish(started, post.id, language, now)])
        return started

    async def thread_opened(
        self, work: Work, guild: GuildId, number: int, thread: ChannelId | None, *, now: datetime
    ) -> None:
        """Begin in ``thread``, or (None: it could not be opened) in the channel itself."""
        was = await store.one(work, guild, number, locked=True)
        if was is not None and was.phase is Phase.OPENING:
            await self._follow(work, [phases.opened(replace(was, thread=thread), now)], now)

    async def steer(
        self, work: Work, guild: GuildId, number: int, steering: Steering, *, now: datetime
    ) -> Steered:
        """Pause, go on with, skip or stop a round; a move that was made already changes nothing.

        Raises:
            RoundGone: there is no such round in this server.
            NotSteering: somebody else than its starter or a moderator.
            RoundOver: it has ended.
            RoundMovedOn: "skip" was meant for what the round has left.
        """
        was = await one(work, guild, number, locked=True)
        if not (steering.is_moderator or steering.member == was.member):
            raise NotSteering
        if was.is_over:
            raise RoundOver
        is_stale = steering.turn is not None and steering.turn != turn_of(was)
        if steering.move is Move.SKIP and is_stale:
            raise RoundMovedOn
        step = phases.steered(was, steering.move, now)
        await posts.claim(work, await self._follow(work, [step], now))
        return Steered(step.round, is_new=step.round != was)

    async def stop(self, work: Work, guild: GuildId, number: int, *, now: datetime) -> Round:
        """End a round with its table; one that is over stays as it is.

        Raises:
            RoundGone: there is no such round in this server.
        """
        was = await one(work, guild, number, locked=True)
        step = phases.ended(was, Ending.STOPPED, now)
        if not was.is_over:
            await posts.claim(work, await self._follow(work, [step], now))
        return step.round

    async def give_up(self, work: Work, guild: GuildId, number: int, *, now: datetime) -> bool:
        """End a round whose posts Discord will not take; return whether it was running."""
        was = await store.one(work, guild, number, locked=True)
        if was is None or was.is_over:
            return False
        await self._follow(work, [phases.ended(was, Ending.UNSENT, now)], now)
        return True

    async def earliest(self, work: Work) -> datetime | None:
        """Return when a phase is over; at once where rounds ran while the bot was away."""
        moment = await store.earliest(work)
        return LONG_AGO if moment and not self._is_awake else moment

    async def pass_due(self, work: Work, now: datetime, limit: int) -> list[Claim]:
        """Take each round a step further whose phase is over; return what is to be posted."""
        steps: list[Step] = []
        if not self._is_awake:
            # The first look of this process: whoever could not press meanwhile gets time.
            running = await store.due(work, None, MAX_RUNNING)
            steps += [step for each in running if (step := phases.woken(each, now)).shows]
            self._is_awake = True
        coming = await store.due(work, now, limit)
        standing = await following.posted(work, coming)
        steps += [
            phases.passed(each, now, is_posted=each.number in standing or not each.is_open)
            for each in coming
        ]
        return await self._follow(work, steps, now)

    async def _follow(self, work: Work, steps: Sequence[Step], now: datetime) -> list[Claim]:
        """Carry out ``steps``; return what is to be posted."""
        claims = await following.follow(work, steps, now)
        for each in [step.round for step in steps if step.ends]:
            for told in self._finished:
                await told(work, each, now)
        return claims


async def one(work: Work, guild: GuildId, number: int, *, locked: bool = False) -> Round:
    """Return the round ``number``; ``locked``: nobody else moves it till the work ends.

    Raises:
        RoundGone: there is no such round in this server.
    """
    found = await store.one(work, guild, number, locked=locked)
    if found is None:
        raise RoundGone
    return found


async def running_in(work: Work, guild: GuildId, channel: ChannelId) -> Round:
    """Return the round that runs in ``channel``.

    Raises:
        NoRound: there is none.
    """
    found = await store.running_in(work, guild, channel)
    if found is None:
        raise NoRound
    return found


async def state_of(work: Work, guild: GuildId, number: int) -> RoundState:
    """Return how a round stands.

    Raises:
        RoundGone: there is no such round in this server.
    """
    found = await one(work, guild, number)
    return RoundState(found, placed((await store.scores(work, [number]))[number]))


async def items_of(work: Work, guild: GuildId, number: int) -> tuple[AskedItem, ...]:
    """Return what was asked in a round, in order; of closed items with how they were answered."""
    return tuple(await asked.of_round(work, guild, number))


async def result_of(work: Work, guild: GuildId, number: int, member: MemberId) -> OwnResult:
    """Return how ``member`` did in a round.

    Raises:
        RoundGone: there is no such round in this server.
        NotInRound: ``member`` answered none of its items.
    """
    state = await state_of(work, guild, number)
    mine = place_of(state.rows, member)
    if mine is None:
        raise NotInRound
    return OwnResult(state.round, mine, state.rows)


def turn_of(each: Round) -> int:
    """Return a number that tells what a round is at: which item, and whether it is open."""
    return 2 * (each.part + 1) + int(each.is_open)


async def link_to(work: Work, each: Round) -> str:
    """Return where a round's start, or the item it is at, stands; its channel if neither does."""
    items = await asked.of_round(work, each.guild, each.number)
    wanted = [(each.guild, item.number) for item in items]
    found = await posts.messages_of(work, ROUND_KIND, wanted) if wanted else {}
    if found:
        return message_url(each.guild, each.place, found[max(found)])
    begun = await posts.messages_of(work, START_KIND, [(each.guild, each.number)])
    if each.number in begun:
        return message_url(each.guild, each.channel, begun[each.number])
    return f"<#{each.channel}>"
