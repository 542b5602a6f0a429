"""What a server's moderators teach the bot: phrases that a concept answers, or that none does."""
