"""Setting a server up, step by step, and checking that the bot may do what it was set up for."""
