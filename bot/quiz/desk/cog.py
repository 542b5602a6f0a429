"""The command /suggest, and news of answers that became right."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.answers.editions import Editions
from bot.answers.suggestions import suggested
from bot.discord_ui import replies
from bot.discord_ui.cutting import cut
from bot.discord_ui.faces import Languages, guild_of, member_of, private_voice
from bot.discord_ui.outcomes import tell
from bot.discord_ui.screens import MAX_CHOICE_NAME, MAX_CHOICES
from bot.discord_ui.words import english
from bot.quiz import service as quiz
from bot.quiz.desk import buttons, suggestions
from bot.quiz.desk.model import ConceptWanted, DraftKind, UnknownConcept
from bot.quiz.desk.show.suggestion import suggestion_modal
from bot.quiz.show.news import news_words
from bot.storage.together import Together
from bot.storage.work import Storage

_KINDS = {"short": DraftKind.SHORT, "true": DraftKind.TRUE, "false": DraftKind.FALSE}
# What else can be suggested; the capability that it belongs to brings what opens its form.
OTHER_KINDS = ("debate", "experience")
Opener = Callable[[discord.Interaction], Awaitable[None]]


class DeskCog(commands.Cog):
    """Asks the service, then shows."""

    def __init__(
        self,
        storage: Storage,
        editions: Editions,
        languages: Languages,
        openers: Mapping[str, Opener],
    ) -> None:
        """Work on ``storage`` and each server's edition of the notes.

        ``openers`` open the forms of ``OTHER_KINDS``.
        """
        self._storage = storage
        self._news = Together(storage, quiz.have_news, name="quiz-news")
        self._editions = editions
        self._languages = languages
        self._openers = openers

    @app_commands.command(name="suggest", description=english("command-suggest.description"))
    @app_commands.guild_only()
    @app_commands.describe(
        kind=english("command-suggest.kind-description"),
        concept=english("command-suggest.concept-description"),
    )
    @app_commands.choices(
        kind=[
            app_commands.Choice(name=english(f"choice-suggest-{name}"), value=f"suggest-{name}")
            for name in (*_KINDS, *OTHER_KINDS)
        ]
    )
    async def suggest(
        self,
        interaction: discord.Interaction,
        kind: app_commands.Choice[str],
        concept: app_commands.Range[str, 1, MAX_CHOICE_NAME] | None = None,
    ) -> None:
        """Open the form for what is suggested; an item is about a concept."""
        chosen = kind.value.removeprefix("suggest-")
        if chosen in self._openers:
            await self._openers[chosen](interaction)
            return
        if concept is None:
            raise ConceptWanted
        say = await private_voice(self._languages, interaction)
        library = (await self._editions.of(guild_of(interaction))).library
        found = library.concept(suggestions.concept_named(library, concept))
        if found is None:
            raise UnknownConcept(concept)
        drafted = _KINDS[chosen]
        sent = buttons.suggested(drafted, found.number)
        title = found.title.into(say.language)
        await replies.ask(interaction, suggestion_modal(drafted, sent, title, say))

    @suggest.autocomplete("concept")
    async def concepts(
        self, interaction: discord.Interaction, typed: str
    ) -> list[app_commands.Choice[str]]:
        """Suggest the concepts that fit what is typed so far."""
        say = await private_voice(self._languages, interaction)
        edition = await self._editions.of(guild_of(interaction))
        return [
            app_commands.Choice(
                name=cut(each.title.into(say.language), MAX_CHOICE_NAME), value=each.id
            )
            for each in suggested(edition, typed, MAX_CHOICES)
        ]

    @commands.Cog.listener()
    async def on_app_command_completion(
        self,
        interaction: discord.Interaction,
        _command: app_commands.Command[Any, ..., Any] | app_commands.ContextMenu,
    ) -> None:
        """Tell a member, below whatever they asked for, which of their answers became right."""
        if interaction.guild_id is None:
            return
        guild, member = guild_of(interaction), member_of(interaction)
        if not await self._news.of((guild, member)):
            return
        async with self._storage.work() as work:
            news = await quiz.news_of(work, guild, member)
            await work.commit()
        if news:
            say = await private_voice(self._languages, interaction)
            await tell(interaction, news_words(news, say))
