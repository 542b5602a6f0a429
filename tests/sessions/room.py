"""Sessions put together over the real ledger, a fake Discord and a clock that stands."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from bot.content.library import Library
from bot.discussion import service as discussions
from bot.discussion import voting
from bot.discussion.model import Discussion, Who
from bot.discussion.service import Start as StartTalk
from bot.discussion.source import Discussions
from bot.guilds import service as guilds
from bot.ids import ChannelId, GuildId, MemberId
from bot.posts import service as posts
from bot.posts.editor import Editor
from bot.posts.errands import service as errands
from bot.posts.errands.model import CREATE_EVENT, OPEN_THREAD, Errand
from bot.posts.errands.runner import Done, Errands, Outcome
from bot.posts.model import Post, State
from bot.posts.notices import KIND as NOTICE
from bot.posts.notices import Notices
from bot.posts.pace import Pace
from bot.posts.scheduler import LEAST, Scheduler
from bot.posts.sender import Sender
from bot.posts.sources import Sources
from bot.quiz.rounds.nicknames import Nicknames
from bot.quiz.rounds.service import Rounds
from bot.quiz.rounds.source import LiveRounds, RoundStarts, RoundTables
from bot.sessions import posting, service
from bot.sessions.model import Move, Session
from bot.sessions.plan_source import PlanPosts
from bot.sessions.service import Leading, Sessions, Standing, Start
from bot.sessions.source import SessionPosts
from bot.sessions.view import View
from bot.storage.batch import Batch
from bot.storage.work import Storage
from tests.posts.parts import at_once
from tests.posts.posts import CHANNEL, GUILD, MEMBER, NOON, Channels, Hands
from tests.sessions.agendas import library

NOTICES = ChannelId(40)
MINUTE = timedelta(minutes=1)
MINA, JUN, SEO = MemberId(71), MemberId(72), MemberId(73)
EVENT = 9_000


@dataclass
class Chores:
    """Discord's side of errands: a thread has its message's number; does as it is told."""

    says: dict[str, list[Outcome]] = field(default_factory=dict)
    done: list[Errand] = field(default_factory=list)

    async def __call__(self, errand: Errand) -> Outcome:
        told = self.says.get(errand.wish.chore)
        if told:
            return told.pop(0)
        self.done.append(errand)
        match errand.wish.chore:
            case chore if chore == OPEN_THREAD:
                return Done(errand.message)
            case chore if chore == CREATE_EVENT:
                return Done(EVENT + errand.id)
            case _:
                return Done()


@dataclass
class Room:
    """Everything between a moderator's wish and a message."""

    storage: Storage
    clock: Hands
    channels: Channels
    chores: Chores
    sessions: Sessions
    scheduler: Scheduler
    sender: Sender
    errands: Errands
    votes: Batch[voting.Ballot, Any]
    library: Library

    async def start(self, **changes: Any) -> Session:
        """Start a session and let its first part be posted."""
        wish = Start(GUILD, CHANNEL, MEMBER, **changes)
        async with self.storage.work() as work:
            started = await self.sessions.start(work, wish, now=self.clock.now())
            await work.commit()
        await self.live()
        return await self.stands(started)

    async def live(self, span: timedelta = timedelta(0)) -> None:
        """Let ``span`` pass, then everything happen that is due by then."""
        self.clock.forward(span)
        quiet = 0
        for _ in range(8):
            until = await self.scheduler.look()
            await self.sender.stop()
            await self.errands.stop()
            # What was sent or done in the last look may have left something to do.
            quiet = quiet + 1 if until > self.clock.now() + LEAST else 0
            if quiet == 2:
                return

    async def lead(
        self, session: Session, move: Move, *, member: MemberId = MEMBER, **changes: Any
    ) -> Session:
        """Make a move, as a moderator does, and let what follows be posted."""
        is_moderator = changes.pop("is_moderator", True)
        leading = Leading(member, is_moderator, move, **changes)
        async with self.storage.work() as work:
            done = await self.sessions.lead(
                work, session.guild, session.number, leading, now=self.clock.now()
            )
            await work.commit()
        await self.live()
        return await self.stands(done.session)

    async def to(self, session: Session, at: int) -> Session:
        """Go on to the part ``at``."""
        while session.at < at:
            session = await self.lead(session, Move.NEXT)
        return session

    async def attend(self, session: Session, member: MemberId) -> tuple[Standing, bool]:
        """Say that a member is there."""
        async with self.storage.work() as work:
            told = await self.sessions.attend(
                work, session.guild, session.number, member, now=self.clock.now()
            )
            await work.commit()
        return told

    async def say(
        self, session: Session, post: Post, member: MemberId, *, is_clear: bool = True
    ) -> View:
        """Say whether a member understands what ``post`` shows."""
        async with self.storage.work() as work:
            told = await self.sessions.say(
                work,
                session.guild,
                session.number,
                post.id,
                member,
                is_clear=is_clear,
                now=self.clock.now(),
            )
            await work.commit()
        return told

    async def talk(self, prompt: int = 0) -> Discussion:
        """Start a discussion outside of any session."""
        wish = StartTalk(GUILD, CHANNEL, self.library.prompts[prompt], False, MEMBER)
        async with self.storage.work() as work:
            started = await discussions.start(work, wish, now=self.clock.now())
            await work.commit()
        await self.live()
        return started

    async def vote(self, discussion: int, member: MemberId, stance: int) -> None:
        """Vote in a discussion."""
        ballot = voting.Ballot(
            GUILD, discussion, Who(member), frozenset({stance}), self.clock.now()
        )
        await self.votes.add(ballot)

    async def talked(self, number: int) -> Discussion:
        """Return how a discussion stands."""
        async with self.storage.reading() as work:
            return await discussions.discussion(work, GUILD, number)

    async def stands(self, session: Session) -> Session:
        """Return how a session stands by now."""
        async with self.storage.reading() as work:
            return await service.one(work, session.guild, session.number)

    async def posts(self, session: Session, kind: str = posting.KIND) -> Sequence[Post]:
        """Return what was posted of it."""
        async with self.storage.reading() as work:
            return await posts.posts_of(work, GUILD, kind, session.number)

    async def post(self, session: Session) -> Post:
        """Return the newest of its posts."""
        return (await self.posts(session))[-1]

    async def names(self, session: Session) -> list[str]:
        """Return what its posts are, in order."""
        return [post.claim.occurrence for post in await self.posts(session)]

    async def told(self, subject: int) -> list[str]:
        """Return what moderators were told of it."""
        async with self.storage.reading() as work:
            told = await posts.posts_of(work, GUILD, NOTICE, subject)
        return [post.claim.snapshot["words"] for post in told if post.state is not State.WITHDRAWN]

    async def errands_of(self, kind: str, subject: int) -> Sequence[Errand]:
        """Return what was wanted of Discord for a subject."""
        async with self.storage.reading() as work:
            return await errands.errands_of(work, GUILD, kind, subject)


def built(storage: Storage, notes: Library | None = None, *, after: Room | None = None) -> Room:
    """Put everything together; ``after``: what stood before a restart, in the same world."""
    shared = notes or library()
    clock, channels, chores = Hands(NOON), Channels(), Chores()
    if after is not None:
        clock, channels, chores = after.clock, after.channels, after.chores
    rounds, names = Rounds(lambda: shared), Nicknames()
    sessions = Sessions(lambda: shared, rounds)
    sources = Sources((Notices(), SessionPosts(sessions), PlanPosts()))
    for source in (RoundStarts, LiveRounds, RoundTables):
        sources.add(source(rounds, names))
    sources.add(Discussions(lambda: shared, lambda _place: 0))
    pace = Pace(sleep=at_once)
    sender = Sender(storage, sources, channels, clock, pace)
    editor = Editor(channels, clock, pace)
    known = ("open_thread", "pin", "unpin", "archive", "create_event", "cancel_event")
    errands_ = Errands(storage, sources, dict.fromkeys(known, chores), clock, pace)
    scheduler = Scheduler(storage, sources, sender, editor, clock, (errands_,))
    votes: Batch[voting.Ballot, Any] = Batch(storage, voting.take)
    return Room(
        storage, clock, channels, chores, sessions, scheduler, sender, errands_, votes, shared
    )


async def with_notices(room: Room) -> None:
    """Give the server a channel for notices."""
    async with room.storage.work() as work:
        await guilds.be_told_in(work, GuildId(GUILD), NOTICES)
        await work.commit()
