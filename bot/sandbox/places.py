"""Where one can look in the simulated Discord: channels, their threads, direct messages."""

from dataclasses import dataclass
from typing import Literal

import simcord
from simcord.backend.access import channel_accessible

from bot.sandbox.world import World


@dataclass(frozen=True)
class Place:
    """A place that a member can open.

    Attributes:
        parent: for a thread, the id of its channel.
        messages: how many messages that member sees in it.
    """

    id: int
    kind: Literal["channel", "thread", "dm"]
    name: str
    topic: str
    parent: int | None
    messages: int
    handle: simcord.ChannelHandle


def places_of(env: simcord.Env, world: World, viewer: simcord.MemberActor) -> list[Place]:
    """List what ``viewer`` can open: each channel with its threads below it, then the bot's DM."""
    found: list[Place] = []
    for channel in world.guild.channels.values():
        found += [
            _place(env, handle, viewer)
            for handle in (channel, *channel.threads)
            if channel_accessible(env.backend, handle.id, viewer.id, history=True)
        ]
    return [*found, _place(env, viewer.user.dm_channel, viewer)]


def who_sees(env: simcord.Env, world: World, place: Place) -> list[simcord.MemberActor]:
    """List the members who can open ``place`` (of direct messages: none is a member's own)."""
    return [
        actor
        for actor in world.members.values()
        if channel_accessible(env.backend, place.id, actor.id, history=True)
    ]


def _place(env: simcord.Env, handle: simcord.ChannelHandle, viewer: simcord.MemberActor) -> Place:
    stored = env.backend.get_channel(handle.id)
    messages = env.backend.messages.get(handle.id, {}).values()
    dm = handle.guild is None
    return Place(
        id=handle.id,
        kind="dm" if dm else "thread" if handle.is_thread else "channel",
        name=env.backend.bot_user.global_name or "" if dm else handle.name or "",
        topic=stored.topic or "",
        parent=stored.parent_id if handle.is_thread else None,
        messages=sum(message.visible_to(viewer.id) for message in messages),
        handle=handle,
    )
