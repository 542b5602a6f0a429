"""What moderators did through the bot."""
