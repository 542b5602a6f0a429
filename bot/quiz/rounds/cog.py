"""The commands /quiz-admin round and round-stop."""

from collections.abc import Callable

import discord
from discord import app_commands

from bot.clock import Clock
from bot.content.library import Library
from bot.discord_ui import replies
from bot.discord_ui.cutting import cut
from bot.discord_ui.faces import Languages, guild_of, member_of, private_voice
from bot.discord_ui.screens import MAX_CHOICE_NAME, MAX_CHOICES
from bot.discord_ui.words import english
from bot.guilds.power import moderated
from bot.ids import ChannelId
from bot.posts.announce.power import writable
from bot.quiz.rounds import service
from bot.quiz.rounds.model import (
    LEAST_SECONDS,
    MAX_ITEMS,
    MOST_SECONDS,
    USUAL_ITEMS,
    USUAL_SECONDS,
    Move,
    RoundInThread,
)
from bot.quiz.rounds.service import Rounds
from bot.quiz.rounds.show.controls import started_screen, steered_screen
from bot.quiz.rounds.values import Wish
from bot.quiz.service import library_of
from bot.storage.work import Storage

# Stands for the newest note.
NEWEST = "newest"
Items = app_commands.Range[int, 1, MAX_ITEMS]
Seconds = app_commands.Range[int, LEAST_SECONDS, MOST_SECONDS]
_ROUND = "command-quiz-admin-round"


class RoundCommands:
    """Asks the service, then shows; its commands stand in the group of /quiz-admin."""

    def __init__(
        self,
        storage: Storage,
        rounds: Rounds,
        library: Callable[[], Library],
        languages: Languages,
        clock: Clock,
        wake: Callable[[], None],
    ) -> None:
        """Work on ``storage``; ``wake`` tells the scheduler."""
        self._storage = storage
        self._rounds = rounds
        self._library = library
        self._languages = languages
        self._clock = clock
        self._wake = wake

    def join(self, admin: app_commands.Group) -> None:
        """Put the commands into ``admin``."""
        start: app_commands.Command[app_commands.Group, ..., None] = app_commands.Command(
            name="round", description=english(f"{_ROUND}.description"), callback=self.start
        )
        start.autocomplete("topic")(self.topics)
        admin.add_command(start)
        stop: app_commands.Command[app_commands.Group, ..., None] = app_commands.Command(
            name="round-stop", description=english(f"{_ROUND}-stop.description"), callback=self.stop
        )
        admin.add_command(stop)

    @app_commands.describe(
        topic=english(f"{_ROUND}.topic-description"),
        count=english(f"{_ROUND}.count-description"),
        seconds=english(f"{_ROUND}.seconds-description"),
        thread=english(f"{_ROUND}.thread-description"),
    )
    async def start(
        self,
        interaction: discord.Interaction,
        topic: str | None = None,
        count: Items = USUAL_ITEMS,
        seconds: Seconds = USUAL_SECONDS,
        thread: bool = False,
    ) -> None:
        """Start a round in this channel."""
        say = await private_voice(self._languages, interaction)
        wish = Wish(
            guild=guild_of(interaction),
            channel=ChannelId(interaction.channel_id or 0),
            member=member_of(interaction),
            topic=None if topic in (None, NEWEST) else topic,
            count=count,
            seconds=seconds,
            in_thread=thread,
        )
        async with self._storage.work() as work:
            await moderated(work, interaction)
            if isinstance(interaction.channel, discord.Thread):
                raise RoundInThread
            writable(interaction, wish.channel, say)
            started = await self._rounds.start(work, wish, now=self._clock.now())
            await work.commit()
        self._wake()
        await replies.answer(interaction, started_screen(started, say))

    async def stop(self, interaction: discord.Interaction) -> None:
        """End the round of this channel, with its table."""
        say = await private_voice(self._languages, interaction)
        async with self._storage.work() as work:
            settings = await moderated(work, interaction)
            channel = ChannelId(interaction.channel_id or 0)
            running = await service.running_in(work, settings.guild, channel)
            now = self._clock.now()
            await self._rounds.stop(work, settings.guild, running.number, now=now)
            await work.commit()
        self._wake()
        await replies.answer(interaction, steered_screen(Move.STOP, say, is_new=True))

    async def topics(
        self, interaction: discord.Interaction, typed: str
    ) -> list[app_commands.Choice[str]]:
        """Suggest the newest note, then every topic."""
        say = await private_voice(self._languages, interaction)
        async with self._storage.reading() as work:
            library = await library_of(work, self._library(), guild_of(interaction))
        found = [(say("quiz-topic-newest"), NEWEST)]
        found += [(each.title.into(say.language), each.id) for each in library.topics]
        return [
            app_commands.Choice(name=cut(name, MAX_CHOICE_NAME), value=value)
            for name, value in found
            if typed.casefold() in name.casefold()
        ][:MAX_CHOICES]
