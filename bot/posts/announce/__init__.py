"""Announcements: what moderators have the bot post, now, at a time, or every week."""
