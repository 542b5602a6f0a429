"""Discussions put together over the real ledger, a fake Discord and a clock that stands."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from bot.content.library import Library
from bot.content.model import PromptField, PromptKind, Stance, Text
from bot.discussion import arguing, posting, service, voting
from bot.discussion.model import Discussion, Phase, Voted, Who
from bot.discussion.service import Start
from bot.discussion.snapshot import PromptSnapshot
from bot.discussion.source import Discussions
from bot.discussion.wiping import Wiping
from bot.guilds import service as guilds
from bot.ids import ChannelId, GuildId, MemberId
from bot.posts import service as posts
from bot.posts.editor import Editor
from bot.posts.errands import service as errands
from bot.posts.errands.model import ARCHIVE, OPEN_THREAD, Errand
from bot.posts.errands.runner import Done, Errands, Outcome
from bot.posts.model import Post, State
from bot.posts.notices import KIND as NOTICE
from bot.posts.notices import Notices
from bot.posts.pace import Pace
from bot.posts.scheduler import Scheduler
from bot.posts.sender import Sender
from bot.posts.sources import Sources
from bot.storage.batch import Batch
from bot.storage.work import Storage
from tests.posts.parts import at_once
from tests.posts.posts import CHANNEL, GUILD, MEMBER, NOON, Channels, Hands

NOTICES = ChannelId(40)
DAY = timedelta(days=1)
DEBATE = PromptSnapshot(
    prompt="when-not-docker",
    topic="docker",
    kind=PromptKind.DEBATE,
    title=Text("항상 도커가 짱일까?", "Is Docker always the best?"),
    question=Text("도커를 피해야 할 분야가 있을까요?", "Are there fields without Docker?"),
    background=Text("노트를 읽어 보세요.", "Read the note."),
    stances=tuple(Stance(name, Text(name)) for name in ("always", "usually", "depends")),
    fields=(PromptField("field", Text("어떤 분야?"), False, 80),),
    follow_ups=(Text("실시간은요?"), Text("데이터베이스는요?"), Text("데스크톱은요?")),
)
SHARED = PromptSnapshot(
    prompt="vmware",
    topic="docker",
    kind=PromptKind.EXPERIENCE,
    title=Text("VMware 경험"),
    question=Text("써 봤나요?"),
    background=Text(""),
    stances=tuple(Stance(name, Text(name)) for name in ("often", "some", "never")),
    several=True,
)


@dataclass
class Chores:
    """Discord's side of errands: a thread has its message's number; does as it is told."""

    says: dict[str, list[Outcome]] = field(default_factory=dict)
    done: list[tuple[str, int | None]] = field(default_factory=list)

    async def __call__(self, errand: Errand) -> Outcome:
        told = self.says.get(errand.wish.chore)
        if told:
            return told.pop(0)
        is_thread = errand.wish.chore == OPEN_THREAD
        about = errand.channel if errand.wish.chore == ARCHIVE else errand.message
        self.done.append((errand.wish.chore, about))
        return Done(errand.message if is_thread else None)


@dataclass
class Hall:
    """Everything between a moderator's wish and a message."""

    storage: Storage
    clock: Hands
    channels: Channels
    chores: Chores
    source: Discussions
    scheduler: Scheduler
    sender: Sender
    errands: Errands
    votes: Batch[voting.Ballot, Voted]
    newest: dict[ChannelId, int]

    @property
    def now(self) -> datetime:
        return self.clock.now()

    async def start(
        self, prompt: PromptSnapshot = DEBATE, *, anonymous: bool = False, **changes: Any
    ) -> Discussion:
        """Start a discussion; nothing is posted before ``live``."""
        wish = Start(GUILD, CHANNEL, prompt, anonymous, MEMBER, **changes)
        async with self.storage.work() as work:
            started = await service.start(work, wish, now=self.now)
            await work.commit()
        return started

    async def live(self, span: timedelta = timedelta(0)) -> None:
        """Let ``span`` pass, then everything happen that is due by then."""
        self.clock.forward(span)
        for _ in range(6):
            await self.scheduler.look()
            await self.sender.stop()
            await self.errands.stop()

    async def delete(self, discussion: Discussion) -> None:
        """Delete its channel, and with it its thread."""
        thread = (await self.stands(discussion)).thread
        self.channels.gone |= {CHANNEL} if thread is None else {CHANNEL, thread}

    async def vote(
        self, discussion: Discussion, member: int, *stances: int, **changes: Any
    ) -> Voted:
        """Vote, as a press does."""
        who = changes.pop("who", Who(MemberId(member)))
        ballot = voting.Ballot(
            discussion.guild, discussion.id, who, frozenset(stances), self.now, **changes
        )
        return await self.votes.add(ballot)

    async def say(self, discussion: Discussion, member: int, text: str, **fields: str) -> int:
        """Write a reason; return its number."""
        async with self.storage.work() as work:
            reason = await arguing.write_reason(
                work, GUILD, discussion.id, Who(MemberId(member)), text, fields, now=self.now
            )
            await work.commit()
        return reason.id

    async def go_on(self, discussion: Discussion, made_for: Phase | None = None) -> Discussion:
        """End the phase, as a moderator does."""
        async with self.storage.work() as work:
            moved = await service.go_on(
                work, GUILD, discussion.id, made_for=made_for, now=self.now, titles={}
            )
            await work.commit()
        return moved

    async def close(self, discussion: Discussion) -> Discussion:
        """Close it, as a moderator does."""
        async with self.storage.work() as work:
            closed = await service.close(
                work, GUILD, discussion.id, made_for=None, now=self.now, titles={}
            )
            await work.commit()
        return closed

    async def stands(self, discussion: Discussion) -> Discussion:
        """Return how it stands by now."""
        async with self.storage.reading() as work:
            return await service.discussion(work, discussion.guild, discussion.id)

    async def posted(self, discussion: Discussion) -> list[tuple[str, ChannelId | None]]:
        """Return what was posted of it, and where."""
        return [
            (post.claim.occurrence, post.claim.channel) for post in await self.posts(discussion)
        ]

    async def posts(self, discussion: Discussion) -> Sequence[Post]:
        async with self.storage.reading() as work:
            return await posts.posts_of(work, GUILD, posting.KIND, discussion.id)

    async def errands_of(self, discussion: Discussion) -> Sequence[Errand]:
        async with self.storage.reading() as work:
            return await errands.errands_of(work, GUILD, posting.KIND, discussion.id)

    async def told(self, discussion: Discussion) -> list[str]:
        """Return what moderators were told of it."""
        async with self.storage.reading() as work:
            told = await posts.posts_of(work, GUILD, NOTICE, discussion.id)
        return [
            post.claim.snapshot["words"].removeprefix("notice-discussion-")
            for post in told
            if post.state is not State.WITHDRAWN
        ]


def built(storage: Storage) -> Hall:
    clock, channels, chores = Hands(NOON), Channels(), Chores()
    newest: dict[ChannelId, int] = {}
    source = Discussions(lambda: Library(()), lambda place: newest.get(place, 0))
    sources, pace = Sources((Notices(), source)), Pace(sleep=at_once)
    sender = Sender(storage, sources, channels, clock, pace)
    editor = Editor(channels, clock, pace)
    names = dict.fromkeys(("open_thread", "pin", "unpin", "archive"), chores)
    errands_ = Errands(storage, sources, names, clock, pace)
    workers = (errands_, Wiping(storage, clock))
    scheduler = Scheduler(storage, sources, sender, editor, clock, workers)
    votes: Batch[voting.Ballot, Voted] = Batch(storage, voting.take)
    return Hall(
        storage, clock, channels, chores, source, scheduler, sender, errands_, votes, newest
    )


async def with_notices(hall: Hall) -> None:
    """Give the server a channel for notices."""
    async with hall.storage.work() as work:
        await guilds.be_told_in(work, GuildId(GUILD), NOTICES)
        await work.commit()
