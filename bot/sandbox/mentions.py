"""Turns a typed @name into a mention, which in Discord the member's client does while they type."""

import re

import simcord


def with_mentions(env: simcord.Env, place: simcord.ChannelHandle, text: str) -> str:
    """Return ``text`` with each ``@name`` of somebody in ``place`` as Discord sends it.

    Names are nicknames, display names and user names, in any case; the longest that fits counts.
    """
    ids = _names(env, place)
    if not ids:
        return text
    known = "|".join(re.escape(name) for name in sorted(ids, key=len, reverse=True))
    # Not inside a word, as in an address.
    typed = re.compile(rf"(?<![\w<`])@({known})", re.IGNORECASE)
    return typed.sub(lambda found: f"<@{ids[found[1].lower()]}>", text)


def _names(env: simcord.Env, place: simcord.ChannelHandle) -> dict[str, int]:
    backend = env.backend
    if place.guild is None:
        user = backend.bot_user
        return {name.lower(): user.id for name in (user.name, user.global_name) if name}
    names: dict[str, int] = {}
    for user_id, member in backend.get_guild(place.guild.id).members.items():
        user = backend.get_user(user_id)
        for name in (user.name, user.global_name, member.nick):
            if name:
                names[name.lower()] = user_id
    return names
