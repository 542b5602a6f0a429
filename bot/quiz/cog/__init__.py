"""The quiz's slash commands: ask the service, then show."""
