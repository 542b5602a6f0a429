"""Who moderates: checked anew each time on our side, and remembered where they change something."""

import discord

from bot.clock import Clock
from bot.discord_ui.allowance import SUGGESTION, Allowance
from bot.discord_ui.faces import actor_of, guild_of, member_of
from bot.discord_ui.router import Power
from bot.guilds import service
from bot.guilds.audit import service as audit
from bot.guilds.audit.seen import act_of
from bot.guilds.model import GuildSettings
from bot.storage.work import Storage, Work


async def moderated(work: Work, interaction: discord.Interaction) -> GuildSettings:
    """Return the server's settings if a moderator acts.

    Where ``work`` may write, what they do is kept with it for ``/settings audit``, or not at all.

    Raises:
        NotModerator: somebody else.
        OnlyInServer: in direct messages.
    """
    settings = await service.settings(work, guild_of(interaction))
    actor = actor_of(interaction)
    settings.require_moderator(manages_server=actor.manages_server, roles=actor.roles)
    if work.writes:
        await audit.keep(work, act_of(interaction))
    return settings


async def is_moderator(work: Work, interaction: discord.Interaction) -> bool:
    """Tell whether a moderator asks; in direct messages nobody is one."""
    if interaction.guild_id is None:
        return False
    settings, actor = await service.settings(work, guild_of(interaction)), actor_of(interaction)
    return settings.is_moderated_by(manages_server=actor.manages_server, roles=actor.roles)


class Admission:
    """The gate before every command and press: not too fast, and moderators' for moderators."""

    def __init__(self, storage: Storage, clock: Clock, allowance: Allowance) -> None:
        """Read who moderates from ``storage``."""
        self._storage = storage
        self._clock = clock
        self._allowance = allowance

    async def __call__(self, interaction: discord.Interaction, power: Power, /) -> None:
        """Let ``interaction`` pass.

        Raises:
            TooFast: its member acts faster than people do.
            NotModerator, OnlyInServer: it is for moderators.
        """
        suggests = interaction.type is discord.InteractionType.autocomplete
        cost = SUGGESTION if suggests else 1.0
        self._allowance.take(member_of(interaction), self._clock.now(), cost)
        if power is Power.MODERATOR:
            async with self._storage.reading() as work:
                await moderated(work, interaction)
