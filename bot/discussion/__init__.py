"""Discussions: prompts as threads in which people vote, argue, and vote again."""
