"""What the bot needs to be allowed for sessions and for Discord's events, as Discord names it."""

# A session's thread, its posts and minutes, and the discussions that it starts.
NEEDED = (
    "view_channel",
    "send_messages",
    "create_public_threads",
    "send_messages_in_threads",
    "embed_links",
    "attach_files",
    "pin_messages",
)
# https://discord.com/developers/docs/resources/guild-scheduled-event
NEEDED_TO_PLAN = "create_events"
