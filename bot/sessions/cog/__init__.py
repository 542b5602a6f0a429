"""The command group /session, and what follows Discord's scheduled events."""

from bot.sessions.cog.events import EventsCog
from bot.sessions.cog.sessions import SessionsCog

__all__ = ["EventsCog", "SessionsCog"]
