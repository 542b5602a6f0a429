"""The command /discuss: what is open here, and one's own vote and reason in it."""

from collections.abc import Awaitable, Callable, Collection
from contextlib import suppress

import discord
from discord import app_commands
from discord.ext import commands

from bot.content.model import PromptKind
from bot.discord_ui import replies
from bot.discord_ui.faces import Languages, guild_of, member_of, private_voice
from bot.discord_ui.words import english
from bot.discussion import buttons, service
from bot.discussion.model import Who
from bot.discussion.proposal import KINDS
from bot.discussion.show.listing import MAX_SHOWN, Going, discussions_screen
from bot.discussion.show.proposals import proposal_modal
from bot.discussion.voters import KeyDestroyed
from bot.ids import GuildId
from bot.storage.together import Together
from bot.storage.work import Storage, Work

_Asker = tuple[GuildId, Who]


class DiscussCog(commands.Cog):
    """Asks the service, then shows."""

    def __init__(self, storage: Storage, languages: Languages) -> None:
        """Work on ``storage``."""
        self._going: Together[_Asker, list[Going]] = Together(storage, _going, name="discussions")
        self._languages = languages

    @app_commands.command(name="discuss", description=english("command-discuss.description"))
    @app_commands.guild_only()
    async def discuss(self, interaction: discord.Interaction) -> None:
        """Show what is being discussed, privately."""
        say = await private_voice(self._languages, interaction)
        guild, who = guild_of(interaction), Who(member_of(interaction))
        going = await self._going.of((guild, who))
        await replies.answer(interaction, discussions_screen(going, say))


async def _going(work: Work, askers: Collection[_Asker]) -> dict[_Asker, list[Going]]:
    found: dict[_Asker, list[Going]] = {asker: [] for asker in askers}
    for guild in {guild for guild, _ in askers}:
        for each in (await service.open_of(work, guild))[:MAX_SHOWN]:
            count = await service.count(work, each)
            for asker in (asker for asker in askers if asker[0] == guild):
                # It may be in the middle of being closed.
                with suppress(KeyDestroyed):
                    mine = await service.mine_in(work, each, asker[1])
                    found[asker].append(Going(mine, count))
    return found


def proposal_opener(
    languages: Languages, kind: PromptKind
) -> Callable[[discord.Interaction], Awaitable[None]]:
    """Return what /suggest does for a prompt of ``kind``: it opens the form."""

    async def open_form(interaction: discord.Interaction) -> None:
        say = await private_voice(languages, interaction)
        sent = buttons.proposed(KINDS.index(kind))
        await replies.ask(interaction, proposal_modal(kind, sent, say))

    return open_form
