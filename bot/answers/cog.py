"""The ways to ask: /ask, a mention, a direct message, and the message menu."""

from collections.abc import Awaitable, Callable
from contextlib import suppress

import discord
from discord import app_commands
from discord.ext import commands

from bot.answers import buttons, show
from bot.answers.asking import Asking
from bot.answers.notes import Notes
from bot.answers.suggestions import suggested
from bot.content.library import Library
from bot.content.model import Concept
from bot.content.reader import BrokenContent
from bot.discord_ui import replies
from bot.discord_ui.custom_ids import read_custom_id
from bot.discord_ui.cutting import cut
from bot.discord_ui.faces import (
    Languages,
    actor_of,
    member_of,
    place_of,
    private_voice,
    public_voice,
)
from bot.discord_ui.outcomes import Stopwatch, settled
from bot.discord_ui.screens import MAX_CHOICE_NAME, MAX_CHOICES, Screen
from bot.discord_ui.words import KOREAN, Say, english, voice
from bot.ids import ChannelId, GuildId, MemberId, Place
from bot.ops.watching import Observer, unobserved

# What an operator writes to the bot, privately, to have the notes read again.
RELOAD_WORDS = frozenset({"reload", "다시 읽기"})


class AnswersCog(commands.Cog):
    """Asks the service, then shows. Speaks only when spoken to."""

    def __init__(
        self,
        bot: commands.Bot,
        asking: Asking,
        notes: Notes,
        languages: Languages,
        *,
        after_reload: Callable[[], Awaitable[object]],
        operators: frozenset[int],
        observe: Observer = unobserved,
    ) -> None:
        """Answer from the present edition of ``notes``, which ``operators`` may have re-read.

        ``after_reload`` looks at what somebody waits for.
        """
        self._after_reload = after_reload
        self._operators = operators
        self._observe = observe
        self._bot = bot
        self._asking = asking
        self._notes = notes
        self._languages = languages
        self._menu = app_commands.ContextMenu(
            name=english("command-find-in-notes"), callback=self.find_in_notes
        )

    async def cog_load(self) -> None:
        """Offer the message menu, which discord.py does not collect from a cog."""
        self._bot.tree.add_command(self._menu)

    async def cog_unload(self) -> None:
        """Take the message menu back."""
        self._bot.tree.remove_command(self._menu.name, type=self._menu.type)

    @app_commands.command(name="ask", description=english("command-ask.description"))
    @app_commands.describe(question=english("command-ask.question-description"))
    async def ask(
        self, interaction: discord.Interaction, question: app_commands.Range[str, 1, 300]
    ) -> None:
        """Answer privately."""
        await self._answer_privately(interaction, question)

    @ask.autocomplete("question")
    async def concepts(
        self, interaction: discord.Interaction, typed: str
    ) -> list[app_commands.Choice[str]]:
        """Suggest the concepts that fit what is typed so far."""
        edition = await self._asking.editions.of(place_of(interaction).guild)
        titles = map(_title_of, suggested(edition, typed, MAX_CHOICES))
        return [app_commands.Choice(name=title, value=title) for title in titles]

    async def find_in_notes(
        self, interaction: discord.Interaction, message: discord.Message
    ) -> None:
        """Look up somebody's message, privately."""
        await self._answer_privately(interaction, self._without_mention(message.content))

    @commands.Cog.listener()
    async def on_message(self, message: discord.Message) -> None:
        """Answer a mention in its channel, and a direct message."""
        if message.author.bot or message.webhook_id or not self._is_for_us(message):
            return
        guild = GuildId(message.guild.id) if message.guild else None
        kind = "message" if guild else "direct"
        watch = Stopwatch(kind, "ask", guild=guild, observe=self._observe)
        say: Say = voice(KOREAN)
        try:
            say = await public_voice(self._languages, guild, MemberId(message.author.id))
            await self._reply(message, say)
        except discord.Forbidden:
            # The channel does not let us answer, so there is nobody here to tell.
            watch.stop("forbidden")
        except Exception as error:  # told to the member and logged, like every interaction
            with suppress(discord.HTTPException):  # their message may be gone: the log has it
                await replies.reply(message, Screen(content=settled(error, say, watch)))
        else:
            watch.stop("ok")

    def _is_for_us(self, message: discord.Message) -> bool:
        if message.type not in {discord.MessageType.default, discord.MessageType.reply}:
            return False
        if message.guild is None:
            return True
        # @everyone and role mentions are not for us; a reply to us that pings us is.
        return self._bot.user in message.mentions

    async def _reply(self, message: discord.Message, say: Say) -> None:
        text = self._without_mention(message.content)
        if not text:
            await replies.reply(message, Screen(content=say("mention-empty")))
            return
        if message.guild is None and self._asks_to_reload(message.author.id, text):
            await replies.reply(message, await self._reloaded(say))
            return
        place = Place(
            GuildId(message.guild.id) if message.guild else None, ChannelId(message.channel.id)
        )
        library = (await self._asking.editions.of(place.guild)).library
        after, about = self._context_of_reply(message, library)
        answer = await self._asking.ask(
            place, MemberId(message.author.id), text, after=after, about=about
        )
        await self._asking.cite(answer, place)
        found = show.answer_screen(answer, say, private=False)
        screen = await self._asking.with_discussion(answer, place, found, say)
        # Everyone sees the button; who presses it is checked then.
        shown = show.with_why(screen, answer.number, say) if place.guild else screen
        await replies.reply(message, shown)

    def _asks_to_reload(self, member: int, text: str) -> bool:
        # Phones begin a message with a capital.
        return member in self._operators and text.casefold() in RELOAD_WORDS

    async def _reloaded(self, say: Say) -> Screen:
        try:
            edition = await self._notes.reload()
        except BrokenContent as broken:
            return show.broken_screen(broken.faults, say)
        await self._after_reload()
        return show.reloaded_screen(edition, say)

    async def _answer_privately(self, interaction: discord.Interaction, text: str) -> None:
        say = await private_voice(self._languages, interaction)
        answer = await self._asking.ask(place_of(interaction), member_of(interaction), text)
        # In direct messages everything is private, so the answer may stay in the conversation.
        private = interaction.guild_id is not None
        found = show.answer_screen(answer, say, private=private)
        screen = await self._asking.with_discussion(answer, place_of(interaction), found, say)
        if await self._asking.is_moderated_by(actor_of(interaction), place_of(interaction).guild):
            screen = show.with_why(screen, answer.number, say)
        await replies.answer(interaction, screen, private=private)

    def _without_mention(self, content: str) -> str:
        name = self._bot.user.id if self._bot.user else 0
        return content.replace(f"<@{name}>", " ").replace(f"<@!{name}>", " ").strip()

    def _context_of_reply(
        self, message: discord.Message, library: Library
    ) -> tuple[int | None, str | None]:
        """Return what ``message`` replies to: the question answered, the one concept shown."""
        answered = message.reference.resolved if message.reference else None
        if not isinstance(answered, discord.Message) or answered.author != self._bot.user:
            return None, None
        question: int | None = None
        for row in answered.components:
            for part in getattr(row, "children", ()):
                read = read_custom_id(getattr(part, "custom_id", None) or "")
                if read and read.kind == buttons.ASK_ABOUT:
                    shown = library.concept_by_number(read.ids[1])
                    return read.ids[0], shown.id if shown else None
                if read and read.kind in {buttons.ASK_ON, buttons.CONCEPT, buttons.UP}:
                    question = read.ids[0]
        return question, None


def _title_of(concept: Concept) -> str:
    title = f"{concept.title.ko} · {concept.title.en}" if concept.title.en else concept.title.ko
    return cut(title, MAX_CHOICE_NAME)
