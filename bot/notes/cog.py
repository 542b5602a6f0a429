"""The command group /note, for moderators, and the message menu that takes a note up."""

import asyncio
from collections.abc import Awaitable, Callable

import discord
from discord import app_commands
from discord.ext import commands

from bot.clock import Clock
from bot.discord_ui import replies
from bot.discord_ui.cutting import cut
from bot.discord_ui.faces import Languages, guild_of, member_of, private_voice
from bot.discord_ui.people import names_of
from bot.discord_ui.screens import MAX_CHOICE_NAME, MAX_CHOICES
from bot.discord_ui.words import english
from bot.guilds.power import moderated
from bot.notes import exporting, service, uploading
from bot.notes.model import MAX_NOTE_BYTES
from bot.notes.reading import digest_of, sheet_of
from bot.notes.refusals import NoteEmpty, NoteGone, NoteTooLarge, NotFetched
from bot.notes.show import draft as show_draft
from bot.notes.show import note as show
from bot.storage.work import Storage

Choices = list[app_commands.Choice[str]]
# Notes are Markdown; some editors call it text.
ENDINGS = (".md", ".markdown", ".txt")
MAX_DIGITS = 18


class NotesCog(commands.Cog):
    """Asks the service, then shows."""

    note = app_commands.Group(
        name="note",
        description=english("command-note.description"),
        guild_only=True,
        default_permissions=discord.Permissions(manage_messages=True),
    )

    def __init__(
        self, bot: commands.Bot, storage: Storage, languages: Languages, clock: Clock
    ) -> None:
        """Work on ``storage``."""
        self._bot = bot
        self._storage = storage
        self._languages = languages
        self._clock = clock
        self._menu = app_commands.ContextMenu(
            name=english("command-add-as-a-note"), callback=self.add_message
        )
        self._menu.guild_only = True
        self._menu.default_permissions = discord.Permissions(manage_messages=True)

    async def cog_load(self) -> None:
        """Offer the message menu, which discord.py does not collect from a cog."""
        self._bot.tree.add_command(self._menu)

    async def cog_unload(self) -> None:
        """Take the message menu back."""
        self._bot.tree.remove_command(self._menu.name, type=self._menu.type)

    @note.command(name="add", description=english("command-note-add.description"))
    @app_commands.describe(file=english("command-note-add.file-description"))
    async def add(self, interaction: discord.Interaction, file: discord.Attachment) -> None:
        """Show what the importer understood of a file."""
        await self._begin(interaction, file.filename, lambda: _content(file))

    @note.command(name="replace", description=english("command-note-replace.description"))
    @app_commands.describe(
        note=english("command-note-replace.note-description"),
        file=english("command-note-replace.file-description"),
    )
    async def replace(
        self, interaction: discord.Interaction, note: str, file: discord.Attachment
    ) -> None:
        """Show what a new version of a note would change."""
        number = _number(note)
        await self._begin(interaction, file.filename, lambda: _content(file), replaces=number)

    @note.command(name="list", description=english("command-note-list.description"))
    async def list_notes(self, interaction: discord.Interaction) -> None:
        """Show the server's notes and open drafts."""
        await interaction.response.defer(ephemeral=True, thinking=True)
        say = await private_voice(self._languages, interaction)
        async with self._storage.reading() as work:
            guild = (await moderated(work, interaction)).guild
            notes = await service.published(work, guild)
            drafts = await uploading.open_drafts(work, guild)
        names = await names_of(interaction.guild, {each.member for each in notes}, say)
        await replies.answer(interaction, show.list_screen(notes, drafts, names, say))

    @note.command(name="show", description=english("command-note-show.description"))
    @app_commands.describe(note=english("command-note-show.note-description"))
    async def show_note(self, interaction: discord.Interaction, note: str) -> None:
        """Show one note."""
        await interaction.response.defer(ephemeral=True, thinking=True)
        say = await private_voice(self._languages, interaction)
        async with self._storage.reading() as work:
            guild = (await moderated(work, interaction)).guild
            found = await service.one(work, guild, _number(note))
            items = len(await service.accepted_items(work, found))
        names = await names_of(interaction.guild, [found.member], say)
        await replies.answer(interaction, show.note_screen(found, items, 0, names, say))

    @note.command(name="withdraw", description=english("command-note-withdraw.description"))
    @app_commands.describe(note=english("command-note-withdraw.note-description"))
    async def withdraw(self, interaction: discord.Interaction, note: str) -> None:
        """Ask once, then take a note down."""
        say = await private_voice(self._languages, interaction)
        async with self._storage.reading() as work:
            guild = (await moderated(work, interaction)).guild
            found = await service.one(work, guild, _number(note))
        await replies.answer(interaction, show.withdraw_screen(found, say))

    @note.command(name="export", description=english("command-note-export.description"))
    @app_commands.describe(note=english("command-note-export.note-description"))
    async def export(self, interaction: discord.Interaction, note: str) -> None:
        """Attach a note as files for ``content/``."""
        say = await private_voice(self._languages, interaction)
        async with self._storage.reading() as work:
            guild = (await moderated(work, interaction)).guild
            found = await service.one(work, guild, _number(note))
            items = await service.accepted_items(work, found)
        content = exporting.zipped(found, items)
        screen = show.export_screen(found, exporting.folder_of(found), content, say)
        await replies.answer(interaction, screen)

    @replace.autocomplete("note")
    @show_note.autocomplete("note")
    @withdraw.autocomplete("note")
    @export.autocomplete("note")
    async def notes(self, interaction: discord.Interaction, typed: str) -> Choices:
        """Suggest the server's notes; only moderators are shown any."""
        async with self._storage.reading() as work:
            guild = (await moderated(work, interaction)).guild
            found = await service.published(work, guild)
        return [
            app_commands.Choice(name=cut(each.sheet.title, MAX_CHOICE_NAME), value=str(each.number))
            for each in reversed(found)
            if typed.casefold() in each.sheet.title.casefold()
        ][:MAX_CHOICES]

    async def add_message(self, interaction: discord.Interaction, message: discord.Message) -> None:
        """Take up a message's Markdown file, or else its text."""
        file = next(
            (each for each in message.attachments if each.filename.lower().endswith(ENDINGS)), None
        )
        if file is not None:
            await self._begin(interaction, file.filename, lambda: _content(file))
            return
        first = next(iter(message.content.strip().splitlines()), "")
        await self._begin(interaction, first, lambda: _text(message.content))

    async def _begin(
        self,
        interaction: discord.Interaction,
        name: str,
        fetched: Callable[[], Awaitable[bytes]],
        *,
        replaces: int | None = None,
    ) -> None:
        await interaction.response.defer(ephemeral=True, thinking=True)
        say = await private_voice(self._languages, interaction)
        async with self._storage.reading() as work:
            await moderated(work, interaction)
        content = await fetched()
        upload = uploading.Upload(
            guild_of(interaction), member_of(interaction), name, digest_of(content), replaces
        )
        async with self._storage.reading() as work:
            draft = await uploading.require_room(work, upload)
        if draft is None:
            # Reading a long note takes the processor for longer than others should wait.
            sheet = await asyncio.to_thread(sheet_of, name, content)
            async with self._storage.work() as work:
                await moderated(work, interaction)
                draft = await uploading.begin(work, upload, sheet, now=self._clock.now())
                await work.commit()
        async with self._storage.reading() as work:
            difference = await uploading.difference_of(work, draft)
        await replies.answer(
            interaction, show_draft.draft_screen(draft, 0, say, difference=difference)
        )


async def _content(file: discord.Attachment) -> bytes:
    if file.size > MAX_NOTE_BYTES:
        raise NoteTooLarge
    try:
        return await file.read()
    except discord.HTTPException as refused:
        raise NotFetched from refused


async def _text(content: str) -> bytes:
    if not content.strip():
        raise NoteEmpty
    return content.encode("utf-8", "replace")


def _number(typed: str) -> int:
    """The number that an autocompleted option carries; anything else names no note."""
    if not (typed.isascii() and typed.isdigit() and len(typed) <= MAX_DIGITS):
        raise NoteGone
    return int(typed)
