"""The world that the loopback serves: it outlives every start and kill of the program."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, TypeVar

from tests.wire import permissions
from tests.wire.clockwork import SnowflakeMint, utc_now
from tests.wire.faults import Faults
from tests.wire.limits import Limits
from tests.wire.messages import Message
from tests.wire.objects import (
    Channel,
    ChannelKind,
    Guild,
    Json,
    Member,
    Overwrite,
    Role,
    Thread,
    User,
)
from tests.wire.permissions import Permission
from tests.wire.refusals import Refusal
from tests.wire.transcript import Deed, How, Request, Told, Transcript

if TYPE_CHECKING:
    from tests.wire.gateway import Gateway
    from tests.wire.interactions import Interaction

TOKEN = "loopback.token.only"
# How long a nonce is remembered; Discord says "the past few minutes".
NONCE_WINDOW = timedelta(minutes=3)
PATIENCE = 15.0
BOT_PERMISSIONS = (
    permissions.EVERYONE
    | Permission.MANAGE_THREADS
    | Permission.CREATE_EVENTS
    | Permission.MANAGE_EVENTS
    | Permission.PIN_MESSAGES
)
T = TypeVar("T")


class World:
    """Users, guilds, channels, messages and commands, with the record of all that happened."""

    def __init__(self, *, now: Callable[[], datetime] = utc_now) -> None:
        self.now = now
        self._mint = SnowflakeMint(now)
        self.transcript = Transcript()
        self.faults = Faults()
        self.limits = Limits()
        self.bot = User(id=self.new_id(), name="doran", bot=True)
        self.owner = User(id=self.new_id(), name="operator")
        self.users: dict[int, User] = {self.bot.id: self.bot, self.owner.id: self.owner}
        self.guilds: dict[int, Guild] = {}
        self.channels: dict[int, Channel] = {}
        self.messages: dict[int, Message] = {}
        self.interactions: dict[str, Interaction] = {}
        # Registered commands by guild id; the global ones under None.
        self.commands: dict[int | None, list[Json]] = {}
        # How much had been told when a member last wrote, by user id: answers come after that.
        self.last_said: dict[int, int] = {}
        self.nonces: dict[tuple[int, str], Message] = {}
        self.uploads: dict[str, bytes] = {}
        # Privileged intents that the application has been granted: here Message Content alone.
        self.granted_intents = 1 << 15
        # Each new message is missed by this many reads of its channel's history, or this long.
        self.history_lag_reads = 0
        self.history_lag = timedelta(0)
        # How many shards Discord recommends to a client that asks.
        self.shards = 1
        self.base_url = ""
        self.gateway: Gateway | None = None
        self._changes: set[asyncio.Event] = set()

    @property
    def application_id(self) -> int:
        """A bot of today has the same id as its application."""
        return self.bot.id

    def new_id(self) -> int:
        return self._mint.mint()

    # ----- building a world -----

    def add_user(self, name: str, *, locale: str = "ko", dms_open: bool = True) -> User:
        user = User(id=self.new_id(), name=name, locale=locale, dms_open=dms_open)
        self.users[user.id] = user
        return user

    def add_guild(self, name: str = "스터디", *, locale: str = "ko") -> Guild:
        """A guild with @everyone, the operator as owner, and the bot with a role of its own."""
        guild = Guild(id=self.new_id(), name=name, owner_id=self.owner.id, locale=locale)
        everyone = Role(guild.id, "@everyone", int(permissions.EVERYONE), position=0)
        guild.roles[guild.id] = everyone
        self.guilds[guild.id] = guild
        bot_role = self.add_role(guild, self.bot.name, BOT_PERMISSIONS)
        bot_role.managed = True
        self.add_member(guild, self.owner)
        self.add_member(guild, self.bot).roles.add(bot_role.id)
        self.emit_guild(guild)
        return guild

    def add_role(self, guild: Guild, name: str, granted: int = 0) -> Role:
        role = Role(self.new_id(), name, int(granted), position=len(guild.roles))
        guild.roles[role.id] = role
        return role

    def add_member(self, guild: Guild, user: User, *roles: Role) -> Member:
        member = Member(user, guild, joined_at=self.now(), roles={role.id for role in roles})
        guild.members[user.id] = member
        return member

    def add_channel(
        self, guild: Guild, name: str, *, kind: ChannelKind = ChannelKind.TEXT
    ) -> Channel:
        channel = Channel(self.new_id(), kind, name, guild=guild, position=len(guild.channels))
        guild.channels[channel.id] = self.channels[channel.id] = channel
        self.emit_channel("CHANNEL_CREATE", channel)
        return channel

    def forbid(
        self, channel: Channel, denied: Permission, *, to: Role | User | None = None
    ) -> None:
        """Takes permissions from a role, a user, or (by default) the bot, in this channel."""
        target = to or self.bot
        overwrite = Overwrite(target.id, kind=0 if isinstance(target, Role) else 1)
        overwrite = channel.overwrites.setdefault(target.id, overwrite)
        overwrite.deny |= int(denied)
        overwrite.allow &= ~int(denied)
        self.emit_channel("CHANNEL_UPDATE", channel)

    def direct_channel(self, user: User) -> Channel:
        """The channel between the bot and a user, made when it is first asked for."""
        for channel in self.channels.values():
            if channel.recipient is user:
                return channel
        channel = Channel(self.new_id(), ChannelKind.DIRECT, "", recipient=user)
        self.channels[channel.id] = channel
        return channel

    # ----- taking things out of it -----

    def remove_member(self, guild: Guild, user: User) -> None:
        """Someone leaves; where it is the bot itself, it was thrown out."""
        guild.members.pop(user.id)
        if user is self.bot:
            # Without `unavailable`, which would say that the guild only has an outage.
            gone = {"id": str(guild.id)}
            self.emit("GUILD_DELETE", gone, guild=guild)

    def remove_channel(self, channel: Channel) -> None:
        """A channel or thread is deleted, with all that was said in it."""
        guild = channel.guild
        assert guild is not None
        if isinstance(channel, Thread):
            gone: Json = {"id": str(channel.id), "guild_id": str(guild.id)}
            gone |= {"parent_id": str(channel.parent_id), "type": int(channel.kind)}
            self.emit("THREAD_DELETE", gone, channel=channel)
            guild.threads.pop(channel.id)
        else:
            self.emit_channel("CHANNEL_DELETE", channel)
            guild.channels.pop(channel.id)
        self.channels.pop(channel.id)

    # ----- looking things up, as a route does -----

    def channel(self, channel_id: int) -> Channel:
        if channel_id not in self.channels:
            raise Refusal(10003)
        return self.channels[channel_id]

    def thread(self, channel_id: int) -> Thread:
        channel = self.channel(channel_id)
        if not isinstance(channel, Thread):
            raise Refusal(50024)
        return channel

    def guild(self, guild_id: int) -> Guild:
        if guild_id not in self.guilds:
            raise Refusal(10004)
        return self.guilds[guild_id]

    def message(self, channel: Channel, message_id: int) -> Message:
        if message_id not in channel.messages:
            raise Refusal(10008)
        return channel.messages[message_id]

    # ----- what happens -----

    def tell(self, message: Message, deed: Deed, request: Request | None) -> None:
        """Records what the program told, and to whom."""
        how = How.DIRECT if message.channel.recipient else How.PUBLIC
        how = How.EPHEMERAL if message.ephemeral else how
        self.transcript.told.append(Told(self.now(), how, deed, message, message.text, request))
        self.changed()

    def emit(
        self,
        event: str,
        payload: Json,
        *,
        channel: Channel | None = None,
        guild: Guild | None = None,
    ) -> None:
        """Sends a dispatch to the program, if it can see the channel that it is about."""
        if self.gateway is None:
            return
        if channel is not None:
            guild = channel.guild
            seen = permissions.of_user(self.bot.id, channel)
            if not seen & Permission.VIEW_CHANNEL:
                return
        self.gateway.dispatch(event, payload, guild_id=guild.id if guild else None)

    def emit_channel(self, event: str, channel: Channel) -> None:
        from tests.wire.payloads import channel_payload

        self.emit(event, channel_payload(channel), channel=channel)

    def emit_guild(self, guild: Guild) -> None:
        from tests.wire.guild_payloads import guild_create_payload

        self.emit("GUILD_CREATE", guild_create_payload(guild, self.bot), guild=guild)

    # ----- waiting without polling -----

    def changed(self) -> None:
        """Something happened: whoever waits looks again."""
        for event in self._changes:
            event.set()

    async def until(self, found: Callable[[], T], *, within: float = PATIENCE) -> T:
        """Waits until `found` returns something true, and returns it; TimeoutError after that."""
        event = asyncio.Event()
        self._changes.add(event)
        try:
            async with asyncio.timeout(within):
                while not (result := found()):
                    await event.wait()
                    event.clear()
                return result
        finally:
            self._changes.discard(event)
