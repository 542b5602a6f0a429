"""Where everything the bot must remember is kept: SQLite or PostgreSQL."""
