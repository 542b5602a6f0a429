"""Reads what moderators type at /session, and where they type it."""

from datetime import datetime

import discord

from bot.content.library import Library
from bot.content.model import Topic
from bot.content.names import folded
from bot.discord_ui.cutting import plain
from bot.discord_ui.words import Say
from bot.guilds.model import GuildSettings
from bot.ids import ChannelId
from bot.posts.announce.typed_time import read_moment
from bot.posts.notices import permission_words
from bot.posts.wallclock import reading
from bot.sessions.power import NEEDED_TO_PLAN
from bot.sessions.refusals import CannotPlan, UnclearMoment, UnknownNote

# Stands for the newest note.
NEWEST = "newest"
MAX_TYPED = 60


def topic_typed(library: Library, typed: str | None) -> str | None:
    """Return the note (content's id) that was chosen or typed by its title; None: the newest.

    Raises:
        UnknownNote: there is none.
    """
    if typed is None or typed == NEWEST:
        return None
    wanted = folded(typed)
    for topic in library.topics:
        if typed == topic.id or (wanted and wanted in map(folded, _names(topic))):
            return topic.id
    raise UnknownNote(plain(typed, MAX_TYPED))


def moment_typed(typed: str, settings: GuildSettings, now: datetime) -> datetime:
    """Return the local time (naive) that was typed.

    Raises:
        UnclearMoment: it cannot be read.
    """
    found = read_moment(typed, reading(now, settings.zone_info()))
    if found is None:
        raise UnclearMoment(plain(typed, MAX_TYPED))
    return found


def channel_of(interaction: discord.Interaction) -> ChannelId:
    """Return the channel in which an interaction happens; of a thread, the one it belongs to."""
    channel = interaction.channel
    if isinstance(channel, discord.Thread):
        return ChannelId(channel.parent_id)
    return ChannelId(interaction.channel_id or 0)


def place_of(interaction: discord.Interaction) -> ChannelId:
    """Return the channel or thread in which an interaction happens."""
    return ChannelId(interaction.channel_id or 0)


def require_events(interaction: discord.Interaction, say: Say) -> None:
    """Let pass where the bot may make Discord's scheduled events.

    Raises:
        CannotPlan: it may not; it names what to grant.
    """
    guild = interaction.guild
    ours = guild.me.guild_permissions if guild else discord.Permissions.none()
    if not (ours.create_events or ours.manage_events):
        raise CannotPlan(f"`{say(permission_words(NEEDED_TO_PLAN))}`")


def _names(topic: Topic) -> tuple[str, ...]:
    return (topic.id, topic.title.ko, topic.title.en or "")
