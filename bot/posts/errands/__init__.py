"""Errands: repeatable chores at Discord, such as opening a thread, that follow a post."""
