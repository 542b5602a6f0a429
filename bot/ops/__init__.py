"""Running the bot: its logs."""
