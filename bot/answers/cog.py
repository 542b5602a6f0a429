"""The ways to ask: /ask, a mention, a direct message, and the message menu."""

from contextlib import suppress

import discord
from discord import app_commands
from discord.ext import commands

from bot.answers import buttons, service, show
from bot.answers.asked import Answer
from bot.answers.notes import Notes
from bot.answers.suggestions import suggested
from bot.clock import Clock
from bot.content.model import Concept
from bot.content.reader import BrokenContent
from bot.discord_ui import replies
from bot.discord_ui.custom_ids import read_custom_id
from bot.discord_ui.cutting import cut
from bot.discord_ui.faces import Languages, member_of, place_of, private_voice, public_voice
from bot.discord_ui.outcomes import Stopwatch, settled
from bot.discord_ui.screens import MAX_CHOICE_NAME, MAX_CHOICES, Screen
from bot.discord_ui.words import KOREAN, Say, english, voice
from bot.ids import ChannelId, GuildId, MemberId, Place
from bot.storage.work import Storage

# What an operator writes to the bot, privately, to have the notes read again.
RELOAD_WORDS = frozenset({"reload", "다시 읽기"})


class AnswersCog(commands.Cog):
    """Asks the service, then shows. Speaks only when spoken to."""

    def __init__(
        self,
        bot: commands.Bot,
        storage: Storage,
        notes: Notes,
        languages: Languages,
        clock: Clock,
        *,
        operators: frozenset[int],
    ) -> None:
        """Answer from the present edition of ``notes``, which ``operators`` may have re-read."""
        self._operators = operators
        self._bot = bot
        self._storage = storage
        self._notes = notes
        self._languages = languages
        self._clock = clock
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
        self, _interaction: discord.Interaction, typed: str
    ) -> list[app_commands.Choice[str]]:
        """Suggest the concepts that fit what is typed so far."""
        titles = map(_title_of, suggested(self._notes.edition, typed, MAX_CHOICES))
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
        watch = Stopwatch("message" if guild else "direct", "ask", guild=guild)
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
        answer = await self._kept_answer(
            place, MemberId(message.author.id), text, self._question_of_reply(message)
        )
        await replies.reply(message, show.answer_screen(answer, say, private=False))

    def _asks_to_reload(self, member: int, text: str) -> bool:
        # Phones begin a message with a capital.
        return member in self._operators and text.casefold() in RELOAD_WORDS

    async def _reloaded(self, say: Say) -> Screen:
        try:
            return show.reloaded_screen(await self._notes.reload(), say)
        except BrokenContent as broken:
            return show.broken_screen(broken.faults, say)

    async def _answer_privately(self, interaction: discord.Interaction, text: str) -> None:
        say = await private_voice(self._languages, interaction)
        answer = await self._kept_answer(place_of(interaction), member_of(interaction), text, None)
        # In direct messages everything is private, so the answer may stay in the conversation.
        private = interaction.guild_id is not None
        screen = show.answer_screen(answer, say, private=private)
        await replies.answer(interaction, screen, private=private)

    async def _kept_answer(
        self, place: Place, member: MemberId, text: str, after: int | None
    ) -> Answer:
        async with self._storage.work() as work:
            answer = await service.answer(
                work, self._notes.edition, place, member, text, now=self._clock.now(), after=after
            )
            await work.commit()
        return answer

    def _without_mention(self, content: str) -> str:
        name = self._bot.user.id if self._bot.user else 0
        return content.replace(f"<@{name}>", " ").replace(f"<@!{name}>", " ").strip()

    def _question_of_reply(self, message: discord.Message) -> int | None:
        """Return the number of the question whose answer ``message`` replies to."""
        answered = message.reference.resolved if message.reference else None
        if not isinstance(answered, discord.Message) or answered.author != self._bot.user:
            return None
        for row in answered.components:
            for part in getattr(row, "children", ()):
                read = read_custom_id(getattr(part, "custom_id", None) or "")
                if read and read.kind in {buttons.ASK_ON, buttons.CONCEPT, buttons.UP}:
                    return read.ids[0]
        return None


def _title_of(concept: Concept) -> str:
    title = f"{concept.title.ko} · {concept.title.en}" if concept.title.en else concept.title.ko
    return cut(title, MAX_CHOICE_NAME)
