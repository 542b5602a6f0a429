"""What can be done with sessions: start, lead, attend, answer, look; and what the clock does."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.content.library import Library
from bot.content.model import Agenda, Topic
from bot.guilds import service as guilds
from bot.ids import ChannelId, GuildId, MemberId, MessageId
from bot.posts import service as posts
from bot.posts.errands import service as errands
from bot.posts.model import Claim
from bot.quiz import service as quiz
from bot.quiz.rounds.model import Round
from bot.quiz.rounds.service import Rounds
from bot.sessions import phases, posting, talking
from bot.sessions.agenda import discussed, parts_of, usual_agenda
from bot.sessions.following import follow, show_anew, view_at, view_of
from bot.sessions.model import (
    USUAL_EXTENSION,
    Ending,
    Move,
    Phase,
    Session,
)
from bot.sessions.phases import Step
from bot.sessions.posting import KIND, view_in
from bot.sessions.refusals import (
    NoSession,
    NotLeading,
    NotOnCard,
    SessionGone,
    SessionMovedOn,
    SessionOver,
    SessionRunning,
    UnknownNote,
)
from bot.sessions.store import members, sessions
from bot.sessions.view import View
from bot.storage.work import Work


@dataclass(frozen=True, slots=True)
class Start:
    """The wish for a session; ``topic`` None: the newest note; ``agenda`` None: the note's own."""

    guild: GuildId
    channel: ChannelId
    member: MemberId
    topic: str | None = None
    agenda: Agenda | None = None
    plan: int | None = None


@dataclass(frozen=True, slots=True)
class Leading:
    """Who leads, with which move, from a button that showed ``turn`` (None: a command)."""

    member: MemberId
    is_moderator: bool
    move: Move
    turn: int | None = None
    by: timedelta = USUAL_EXTENSION


@dataclass(frozen=True, slots=True)
class Led:
    """A session after a move; ``is_new``: the move changed it."""

    session: Session
    is_new: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """How a session stands: how many are there, and whether who asks is."""

    session: Session
    present: int
    is_there: bool


class Sessions:
    """Every running session. Call ``Scheduler.wake`` after committing what a method did."""

    def __init__(self, library: Callable[[], Library], rounds: Rounds) -> None:
        """Take agendas from the present ``library``; play ``rounds``."""
        self._library = library
        self._rounds = rounds
        rounds.on_finished(self._round_over)

    async def start(self, work: Work, wish: Start, *, now: datetime) -> Session:
        """Begin a session: what says so is posted, then its thread made, then its first part.

        Raises:
            SessionRunning: another one runs in the channel.
            UnknownNote: there is no such note.
        """
        running = await sessions.running_in(work, wish.guild, wish.channel)
        if running is not None:
            raise SessionRunning(f"<#{running.place}>")
        library = await self.library_of(work, wish.guild)
        topic = note_called(library, wish.topic)
        agenda = wish.agenda or topic.agenda or usual_agenda(topic, library)
        draft = Session(
            number=0,
            guild=wish.guild,
            channel=wish.channel,
            member=wish.member,
            topic=topic.id,
            title=agenda.title,
            goal=agenda.goal,
            parts=(),
            phase=Phase.OPENING,
            started_at=now,
            turned_at=now,
            until=now,
            plan=wish.plan,
        )
        running_on = {
            step: found.id
            for step, prompt in discussed(agenda, library)
            if (found := await talking.running_on(work, draft, prompt.topic, prompt.id))
        }
        draft = replace(
            draft,
            parts=parts_of(agenda, library, running_on),
            discussions=tuple(running_on.items()),
        )
        started = await sessions.add(work, phases.begun(draft, now))
        if started is None:
            # Another process was quicker since we looked.
            raise SessionRunning(f"<#{wish.channel}>")
        [post] = await posts.claim(work, [posting.head_claim(started, now)])
        language = (await guilds.settings(work, wish.guild)).language
        await errands.want(work, [posting.thread_wish(started, post.id, language, now)])
        return started

    async def thread_opened(
        self, work: Work, guild: GuildId, number: int, thread: ChannelId | None, *, now: datetime
    ) -> None:
        """Begin in ``thread``, or (None: it could not be opened) in the channel itself."""
        was = await sessions.one(work, guild, number, locked=True)
        if was is not None:
            await self._follow(work, was, phases.opened(was, thread, now), now)

    async def lead(
        self, work: Work, guild: GuildId, number: int, leading: Leading, *, now: datetime
    ) -> Led:
        """Go on, back, extend, pause, resume or end; a move that was made changes nothing.

        Raises:
            SessionGone: there is no such session in this server.
            NotLeading: somebody else than its starter or a moderator.
            SessionOver: it has ended.
            SessionMovedOn: the button belongs to a part that it has left.
            ExtendedTooFar: the part would go on for hours.
        """
        was = await one(work, guild, number, locked=True)
        if not (leading.is_moderator or leading.member == was.member):
            raise NotLeading
        if was.is_over:
            raise SessionOver
        turns = (Move.NEXT, Move.BACK, Move.EXTEND)
        if leading.move in turns and leading.turn not in (None, was.turn):
            raise SessionMovedOn
        step = phases.moved(was, leading.move, now, leading.by)
        session, _ = await self._follow(work, was, step, now)
        return Led(session, step.is_new)

    async def attend(
        self, work: Work, guild: GuildId, number: int, member: MemberId, *, now: datetime
    ) -> tuple[Standing, bool]:
        """Note that ``member`` is there; return how it stands, and whether that was news.

        Raises:
            SessionGone: there is no such session in this server.
            SessionOver: it has ended.
        """
        session = await one(work, guild, number, locked=True)
        if session.is_over:
            raise SessionOver
        is_new = await members.join(work, guild, number, member, now)
        if is_new:
            await show_anew(work, session, session.turn)
        return Standing(session, await members.present(work, guild, number), True), is_new

    async def say(
        self,
        work: Work,
        guild: GuildId,
        number: int,
        post: int,
        member: MemberId,
        *,
        is_clear: bool,
        now: datetime,
    ) -> View:
        """Keep whether ``member`` understands a card's concept; who answers is there.

        Returns the card as it stands: how everyone answered may still be hidden.

        Raises:
            SessionGone: there is no such session in this server.
            SessionOver: it has ended.
            NotOnCard: the post shows no concept of it.
        """
        session = await one(work, guild, number, locked=True)
        if session.is_over:
            raise SessionOver
        found = await posts.post(work, guild, post)
        if found is None or (found.claim.kind, found.claim.subject) != (KIND, number):
            raise NotOnCard
        shown = view_in(found)
        if shown is None or shown.part.concept is None:
            raise NotOnCard
        await members.join(work, guild, number, member, now)
        await members.say(work, guild, number, shown.part.concept, member, is_clear=is_clear)
        await posts.show_anew(work, guild, post)
        return await view_at(work, session, shown.turn, shown.at)

    async def give_up(self, work: Work, guild: GuildId, number: int, *, now: datetime) -> bool:
        """End a session whose posts Discord will not take; return whether it was running."""
        was = await sessions.one(work, guild, number, locked=True)
        if was is None or was.is_over:
            return False
        await self._follow(work, was, phases.ended(was, Ending.UNSENT, now), now)
        return True

    async def thread_gone(
        self, work: Work, guild: GuildId, number: int, thread: ChannelId | None, *, now: datetime
    ) -> bool:
        """Go on in the channel if the session is in ``thread``; return whether it was."""
        was = await sessions.one(work, guild, number, locked=True)
        if was is None or was.is_over or was.thread is None or was.thread != thread:
            return False
        here = replace(was, thread=None)
        await sessions.keep(work, here)
        view = await view_of(work, here)
        await posts.claim(work, [posting.turn_claim(here, view, now, part=1)])
        return True

    async def pass_due(self, work: Work, now: datetime, limit: int) -> list[Claim]:
        """Take each session a step further whose phase is over; return what is to be posted."""
        claims: list[Claim] = []
        for was in await sessions.due(work, now, limit):
            claims += (await self._follow(work, was, phases.passed(was, now), now))[1]
        return claims

    async def library_of(self, work: Work, guild: GuildId) -> Library:
        """Return the notes with those of ``guild``."""
        return await quiz.library_of(work, self._library(), guild)

    def shared_library(self) -> Library:
        """Return the shared notes, where the figures are."""
        return self._library()

    async def _round_over(self, work: Work, each: Round, now: datetime) -> None:
        was = await sessions.with_round(work, each.guild, each.number)
        if was is not None and not was.is_over:
            await self._follow(work, was, phases.round_over(was, each.number, now), now)

    async def _follow(
        self, work: Work, was: Session, step: Step, now: datetime
    ) -> tuple[Session, list[Claim]]:
        library = await self.library_of(work, was.guild)
        return await follow(work, self._rounds, library, was, step, now)


def note_called(library: Library, topic: str | None) -> Topic:
    """Return the note ``topic`` (content's id); None: the newest.

    Raises:
        UnknownNote: there is none.
    """
    if topic is None:
        if not library.topics:
            raise UnknownNote("")
        return max(library.topics, key=lambda each: each.order)
    found = library.topic(topic)
    if found is None:
        raise UnknownNote(topic[:60])
    return found


async def one(work: Work, guild: GuildId, number: int, *, locked: bool = False) -> Session:
    """Return the session ``number``; ``locked``: nobody else moves it till the work ends.

    Raises:
        SessionGone: there is no such session in this server.
    """
    found = await sessions.one(work, guild, number, locked=locked)
    if found is None:
        raise SessionGone
    return found


async def running_in(work: Work, guild: GuildId, place: ChannelId) -> Session:
    """Return the session that runs in a channel, or in its thread.

    Raises:
        NoSession: there is none.
    """
    found = await sessions.running_in(work, guild, place)
    if found is None:
        raise NoSession
    return found


async def standing(work: Work, session: Session, member: MemberId) -> Standing:
    """Return how ``session`` stands, as ``member`` sees it."""
    there = await members.attended(work, session.guild, session.number)
    return Standing(session, len(there), member in there)


async def earliest(work: Work) -> datetime | None:
    """Return when a phase of any session is over."""
    return await sessions.earliest(work)


async def view_for(work: Work, guild: GuildId, number: int, turn: int, at: int) -> View | None:
    """Return what the post of ``turn`` shows by now; None: there is no such session."""
    session = await sessions.one(work, guild, number)
    return None if session is None else await view_at(work, session, turn, at)


async def find(work: Work, guild: GuildId, number: int) -> Session | None:
    """Return the session ``number``; None: there is none."""
    return await sessions.one(work, guild, number)


async def adopt(work: Work, guild: GuildId, post: int, number: int, message: MessageId) -> bool:
    """Note that ``message`` shows a post of the session ``number``, as a press on it proves.

    Returns whether that was news.
    """
    found = await posts.post(work, guild, post)
    if found is None or found.claim.kind != KIND or found.claim.subject != number:
        return False
    return await posts.adopt(work, guild, post, message)
