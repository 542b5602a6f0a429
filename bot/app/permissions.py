"""What the bot asks of Discord: permissions for the invitation, and intents."""

import discord

# Exactly what the bot does, for the invitation's link (docs: topics/permissions).
PERMISSIONS = discord.Permissions(
    view_channel=True,
    send_messages=True,
    send_messages_in_threads=True,
    embed_links=True,
    attach_files=True,
    read_message_history=True,
    # A discussion's thread, and its report among the pins. Archiving one's own thread needs none.
    create_public_threads=True,
    pin_messages=True,
    # A planned session is an event of the server.
    create_events=True,
)


def intents() -> discord.Intents:
    """Return what the bot listens to; none of it privileged.

    Mentions of the bot and direct messages carry their text without the message content intent.
    """
    return discord.Intents(
        guilds=True, guild_messages=True, dm_messages=True, guild_scheduled_events=True
    )
