"""The commands /session start, next, back, extend, pause, resume, end, status, plan, plans."""

from collections.abc import Callable
from datetime import timedelta

import discord
from discord import app_commands
from discord.ext import commands

from bot.clock import Clock
from bot.discord_ui import replies
from bot.discord_ui.cutting import cut
from bot.discord_ui.faces import Languages, guild_of, member_of, private_voice
from bot.discord_ui.refusals import NotModerator
from bot.discord_ui.screens import MAX_CHOICE_NAME, MAX_CHOICES
from bot.discord_ui.words import Say, english
from bot.guilds.power import moderated
from bot.posts.announce.power import writable
from bot.sessions import plans, service
from bot.sessions.agenda import usual_agenda
from bot.sessions.cog.wishes import (
    NEWEST,
    channel_of,
    moment_typed,
    place_of,
    require_events,
    topic_typed,
)
from bot.sessions.model import MOST_MINUTES, USUAL_EXTENSION, Move
from bot.sessions.own_agenda import MAX_BYTES, own_agenda
from bot.sessions.plans import PlanWish
from bot.sessions.power import NEEDED
from bot.sessions.refusals import UnreadableAgenda
from bot.sessions.service import Leading, Sessions, Start
from bot.sessions.show.plan import planned_screen, plans_screen
from bot.sessions.show.told import led_screen, started_screen, status_screen
from bot.storage.work import Storage, Work

Choices = list[app_commands.Choice[str]]
Minutes = app_commands.Range[int, 1, MOST_MINUTES]
USUAL_MINUTES = int(USUAL_EXTENSION.total_seconds() // 60)
_SESSION = "command-session"


class SessionsCog(commands.Cog):
    """Asks the service, then shows."""

    session = app_commands.Group(
        name="session",
        description=english(f"{_SESSION}.description"),
        guild_only=True,
        default_permissions=discord.Permissions(manage_messages=True),
    )

    def __init__(
        self,
        storage: Storage,
        sessions: Sessions,
        languages: Languages,
        clock: Clock,
        wake: Callable[[], None],
    ) -> None:
        """Work on ``storage``; ``wake`` tells the scheduler."""
        self._storage = storage
        self._sessions = sessions
        self._languages = languages
        self._clock = clock
        self._wake = wake

    @session.command(name="start", description=english(f"{_SESSION}-start.description"))
    @app_commands.describe(
        topic=english(f"{_SESSION}-start.topic-description"),
        agenda=english(f"{_SESSION}-start.agenda-description"),
    )
    async def start(
        self,
        interaction: discord.Interaction,
        topic: str | None = None,
        agenda: discord.Attachment | None = None,
    ) -> None:
        """Start a session in this channel."""
        say = await private_voice(self._languages, interaction)
        if agenda is not None and agenda.size > MAX_BYTES:
            raise UnreadableAgenda(f"> {MAX_BYTES // 1024} KB")
        if agenda is not None:
            await interaction.response.defer(ephemeral=True, thinking=True)
        content = None if agenda is None else await _content(agenda)
        async with self._storage.work() as work:
            guild = (await moderated(work, interaction)).guild
            channel = channel_of(interaction)
            writable(interaction, channel, say, NEEDED)
            library = await self._sessions.library_of(work, guild)
            own = None
            if agenda is not None and content is not None:
                own = own_agenda(content, agenda.filename, library, say.language)
            wish = Start(guild, channel, member_of(interaction), topic_typed(library, topic), own)
            started = await self._sessions.start(work, wish, now=self._clock.now())
            await work.commit()
        self._wake()
        await replies.answer(interaction, started_screen(started, say))

    @session.command(name="next", description=english(f"{_SESSION}-next.description"))
    async def next(self, interaction: discord.Interaction) -> None:
        """Go on to the next part."""
        await self._lead(interaction, Move.NEXT)

    @session.command(name="back", description=english(f"{_SESSION}-back.description"))
    async def back(self, interaction: discord.Interaction) -> None:
        """Go back to the part before."""
        await self._lead(interaction, Move.BACK)

    @session.command(name="extend", description=english(f"{_SESSION}-extend.description"))
    @app_commands.describe(minutes=english(f"{_SESSION}-extend.minutes-description"))
    async def extend(
        self, interaction: discord.Interaction, minutes: Minutes = USUAL_MINUTES
    ) -> None:
        """Let the part go on for longer."""
        await self._lead(interaction, Move.EXTEND, timedelta(minutes=minutes))

    @session.command(name="pause", description=english(f"{_SESSION}-pause.description"))
    async def pause(self, interaction: discord.Interaction) -> None:
        """Stop the clock."""
        await self._lead(interaction, Move.PAUSE)

    @session.command(name="resume", description=english(f"{_SESSION}-resume.description"))
    async def resume(self, interaction: discord.Interaction) -> None:
        """Let the clock run again."""
        await self._lead(interaction, Move.RESUME)

    @session.command(name="end", description=english(f"{_SESSION}-end.description"))
    async def end(self, interaction: discord.Interaction) -> None:
        """End the session, with its recap and minutes."""
        await self._lead(interaction, Move.END)

    @session.command(name="status", description=english(f"{_SESSION}-status.description"))
    async def status(self, interaction: discord.Interaction) -> None:
        """Show the agenda and where the session is."""
        say = await private_voice(self._languages, interaction)
        async with self._storage.reading() as work:
            found = await service.running_in(work, guild_of(interaction), place_of(interaction))
            standing = await service.standing(work, found, member_of(interaction))
        screen = status_screen(found, standing.present, say, is_there=standing.is_there)
        await replies.answer(interaction, screen)

    @session.command(name="plan", description=english(f"{_SESSION}-plan.description"))
    @app_commands.describe(
        when=english(f"{_SESSION}-plan.when-description"),
        topic=english(f"{_SESSION}-plan.topic-description"),
        weekly=english(f"{_SESSION}-plan.weekly-description"),
    )
    async def plan(
        self,
        interaction: discord.Interaction,
        when: str,
        topic: str | None = None,
        weekly: bool = False,
    ) -> None:
        """Plan a session in this channel, with an event at Discord."""
        say = await private_voice(self._languages, interaction)
        now = self._clock.now()
        async with self._storage.work() as work:
            settings = await moderated(work, interaction)
            channel = channel_of(interaction)
            writable(interaction, channel, say, NEEDED)
            require_events(interaction, say)
            library = await self._sessions.library_of(work, settings.guild)
            note = service.note_called(library, topic_typed(library, topic))
            agenda = note.agenda or usual_agenda(note, library)
            wish = PlanWish(
                guild=settings.guild,
                channel=channel,
                member=member_of(interaction),
                topic=note.id,
                title=agenda.title,
                minutes=sum(step.minutes for step in agenda.steps),
                wall=moment_typed(when, settings, now),
                weekly=weekly,
            )
            made = await plans.make(work, wish, now=now)
            await work.commit()
        self._wake()
        await replies.answer(interaction, planned_screen(made, say))

    @session.command(name="plans", description=english(f"{_SESSION}-plans.description"))
    async def list_plans(self, interaction: discord.Interaction) -> None:
        """List what is planned, each with a button to cancel it."""
        say = await private_voice(self._languages, interaction)
        async with self._storage.reading() as work:
            guild = (await moderated(work, interaction)).guild
            found = await plans.open_of(work, guild)
        await replies.answer(interaction, plans_screen(found, say))

    @start.autocomplete("topic")
    @plan.autocomplete("topic")
    async def topics(self, interaction: discord.Interaction, typed: str) -> Choices:
        """Suggest the newest note, then every note."""
        say: Say = await private_voice(self._languages, interaction)
        async with self._storage.reading() as work:
            library = await self._sessions.library_of(work, guild_of(interaction))
        found = [(say("session-topic-newest"), NEWEST)]
        found += [(each.title.into(say.language), each.id) for each in library.topics]
        return [
            app_commands.Choice(name=cut(name, MAX_CHOICE_NAME), value=value)
            for name, value in found
            if typed.casefold() in name.casefold()
        ][:MAX_CHOICES]

    async def _lead(
        self, interaction: discord.Interaction, move: Move, by: timedelta = USUAL_EXTENSION
    ) -> None:
        say = await private_voice(self._languages, interaction)
        guild, member = guild_of(interaction), member_of(interaction)
        async with self._storage.work() as work:
            found = await service.running_in(work, guild, place_of(interaction))
            leading = Leading(member, await _is_moderator(work, interaction), move, by=by)
            now = self._clock.now()
            done = await self._sessions.lead(work, guild, found.number, leading, now=now)
            await work.commit()
        self._wake()
        await replies.answer(interaction, led_screen(move, done.session, say, is_new=done.is_new))


async def _is_moderator(work: Work, interaction: discord.Interaction) -> bool:
    try:
        await moderated(work, interaction)
    except NotModerator:
        return False
    return True


async def _content(agenda: discord.Attachment) -> bytes:
    try:
        return await agenda.read()
    except discord.HTTPException as error:
        raise UnreadableAgenda(f"{error.status}") from None
