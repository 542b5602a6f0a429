"""Mentions in a note's text, disarmed as it comes in: the bot addresses nobody in its name."""

import re

_MENTION = re.compile(r"@(?=everyone|here|[!&]?[0-9]{15,20}>)")
_DISARMED = "@\u200b"


def disarmed(text: str) -> str:
    """Return ``text`` with a hidden letter in each mention."""
    return _MENTION.sub(_DISARMED, text)


def as_written(text: str) -> str:
    """Return ``text`` without those letters."""
    return text.replace(_DISARMED, "@")
