"""Discord's side of posting: sends, searches and edits, and says what came of it."""

from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Protocol

import aiohttp
import discord

from bot.discord_ui import replies
from bot.discord_ui.screens import Link, Screen
from bot.ids import ChannelId, MemberId, MessageId
from bot.posts.marks import Seen, words_of
from bot.posts.outcomes import Delivered, NotNow, Refused, Unknown, Why

PAGE = 100
# Discord's codes for errors (docs: topics/opcodes-and-status-codes#json).
UNKNOWN_CHANNEL = 10003
UNKNOWN_MESSAGE = 10008
CANNOT_MESSAGE_USER = 50007
UNAUTHORIZED = 401
TOO_MANY_REQUESTS = 429
SERVER_ERRORS = 500
BREATH = timedelta(seconds=30)
# What a post may need, as Discord names it.
NEEDED = ("view_channel", "send_messages", "embed_links", "attach_files")
NEEDED_IN_THREAD = ("view_channel", "send_messages_in_threads", "embed_links", "attach_files")
_NETWORK = (aiohttp.ClientError, OSError, TimeoutError)

Failure = Refused | Unknown | NotNow


@dataclass(frozen=True, slots=True)
class Gone:
    """The message to edit was deleted."""


class Delivery(Protocol):
    """What the sender and the editor need of Discord. No method raises for what Discord says."""

    async def channel_to(self, member: MemberId) -> ChannelId | Failure:
        """Return the channel of direct messages with ``member``."""
        ...

    def newest(self, channel: ChannelId) -> int:
        """Return the newest message id known there; the channel's own where none is known."""
        ...

    async def newest_there(self, channel: ChannelId) -> int | Failure:
        """Ask Discord for the newest message id there; the channel's own where there is none."""
        ...

    def reads(self, channel: ChannelId) -> bool:
        """Tell whether history may be read there for sure.

        Discord shows an empty history where it may not be, so this is asked first.
        """
        ...

    async def send(
        self, channel: ChannelId, screen: Screen, *, nonce: str, silent: bool
    ) -> Delivered | Failure:
        """Send ``screen``; the same ``nonce`` again gives the same message for some minutes."""
        ...

    async def page_after(self, channel: ChannelId, message: int) -> list[Seen] | Failure:
        """Return our own messages among the next ``PAGE`` after ``message``, oldest first.

        The last one returned may be a stranger's, without words: it says where to go on.
        """
        ...

    async def edit(
        self, channel: ChannelId, message: MessageId, screen: Screen
    ) -> Gone | Failure | None:
        """Show ``screen`` in place of what ``message`` shows; None: done."""
        ...


def looks_of(screen: Screen) -> Seen:
    """Return what a message that shows ``screen`` is recognised by."""
    parts = [part for row in screen.rows for part in row]
    ids = frozenset(part.custom_id for part in parts if not isinstance(part, Link))
    return Seen(0, ids, _words(screen.content, screen.embeds))


def cause_of(error: Exception, missing: tuple[str, ...] = ()) -> Failure:
    """Return what ``error``, which discord.py or the network raised, says of the attempt.

    Raises:
        Exception: ``error`` itself, where it says nothing of Discord's.
    """
    match error:
        case discord.RateLimited():
            return NotNow(timedelta(seconds=error.retry_after))
        case discord.HTTPException():
            return _answer(error, missing)
        case _ if isinstance(error, _NETWORK):
            return Unknown(type(error).__name__)
        case _:
            raise error


class DiscordDelivery:
    """``Delivery`` by discord.py."""

    def __init__(self, client: discord.Client) -> None:
        """Speak through ``client``."""
        self._client = client

    async def channel_to(self, member: MemberId) -> ChannelId | Failure:
        """Return the channel of direct messages with ``member``."""
        try:
            opened = await self._client.create_dm(discord.Object(member))
        except (discord.HTTPException, discord.RateLimited, *_NETWORK) as error:
            return cause_of(error)
        return ChannelId(opened.id)

    def newest(self, channel: ChannelId) -> int:
        """Return the newest message id known there; the channel's own where none is known."""
        known = self._client.get_channel(channel)
        return getattr(known, "last_message_id", None) or channel

    async def newest_there(self, channel: ChannelId) -> int | Failure:
        """Ask Discord for the newest message id there; the channel's own where there is none."""
        try:
            found: Mapping[str, Any] = await self._client.http.get_channel(channel)
        except (discord.HTTPException, discord.RateLimited, *_NETWORK) as error:
            return cause_of(error, self._missing(channel))
        return int(found.get("last_message_id") or channel)

    def reads(self, channel: ChannelId) -> bool:
        """Tell whether history may be read there for sure."""
        granted = self._granted(channel)
        if granted is None:
            # In direct messages history is always there; elsewhere, what is unknown is not sure.
            return isinstance(self._client.get_channel(channel), discord.DMChannel)
        return granted.view_channel and granted.read_message_history

    async def send(
        self, channel: ChannelId, screen: Screen, *, nonce: str, silent: bool
    ) -> Delivered | Failure:
        """Send ``screen``."""
        target = self._client.get_partial_messageable(channel)
        try:
            sent = await replies.post(target, screen, nonce=nonce, silent=silent)
        except (discord.HTTPException, discord.RateLimited, *_NETWORK) as error:
            return cause_of(error, self._missing(channel))
        return Delivered(MessageId(sent.id))

    async def page_after(self, channel: ChannelId, message: int) -> list[Seen] | Failure:
        """Return our own messages among the next hundred, oldest first."""
        target = self._client.get_partial_messageable(channel)
        after = discord.Object(message)
        try:
            page = [each async for each in _history(target, after)]
        except (discord.HTTPException, discord.RateLimited, *_NETWORK) as error:
            return cause_of(error, self._missing(channel))
        return [self._seen(each) for each in page]

    async def edit(
        self, channel: ChannelId, message: MessageId, screen: Screen
    ) -> Gone | Failure | None:
        """Show ``screen`` in place of what ``message`` shows."""
        target = self._client.get_partial_messageable(channel).get_partial_message(message)
        try:
            await replies.redraw(target, screen)
        except discord.NotFound as error:
            return Gone() if error.code in (UNKNOWN_MESSAGE, UNKNOWN_CHANNEL) else cause_of(error)
        except (discord.HTTPException, discord.RateLimited, *_NETWORK) as error:
            return cause_of(error, self._missing(channel))
        return None

    def _seen(self, message: discord.Message) -> Seen:
        user = self._client.user
        ours = user is not None and message.author.id == user.id
        if not ours or message.interaction_metadata is not None:
            return Seen(message.id, frozenset(), "")
        ids = (
            part.custom_id
            for row in message.components
            for part in getattr(row, "children", ())
            if getattr(part, "custom_id", None)
        )
        nonce = None if message.nonce is None else str(message.nonce)
        return Seen(message.id, frozenset(ids), _words(message.content, message.embeds), nonce)

    def _granted(self, channel: ChannelId) -> discord.Permissions | None:
        known = self._client.get_channel(channel)
        if not isinstance(known, discord.abc.GuildChannel | discord.Thread):
            return None
        # A server that is not fully here yet may lack our own member, whatever the type says.
        me: discord.Member | None = known.guild.me
        return None if me is None else known.permissions_for(me)

    def _missing(self, channel: ChannelId) -> tuple[str, ...]:
        granted = self._granted(channel)
        if granted is None:
            return ()
        thread = isinstance(self._client.get_channel(channel), discord.Thread)
        needed = NEEDED_IN_THREAD if thread else NEEDED
        return tuple(name for name in needed if not getattr(granted, name))


def _history(
    target: discord.PartialMessageable, after: discord.Object
) -> AsyncIterator[discord.Message]:
    return target.history(limit=PAGE, after=after, oldest_first=True)


def _answer(error: discord.HTTPException, missing: tuple[str, ...]) -> Failure:
    if error.status >= SERVER_ERRORS:
        return Unknown(f"status {error.status}")
    if error.status in (UNAUTHORIZED, TOO_MANY_REQUESTS):
        # The token, or the pace: no fault of the channel or of whoever wanted the post.
        return NotNow(BREATH)
    match error.code:
        case code if code == UNKNOWN_CHANNEL:
            return Refused(Why.CHANNEL_GONE)
        case code if code == CANNOT_MESSAGE_USER:
            return Refused(Why.PRIVATE_CLOSED)
        case _ if isinstance(error, discord.Forbidden):
            return Refused(Why.CANNOT_WRITE, missing)
        case _:
            return Refused(Why.REJECTED)


def _words(content: str, embeds: "tuple[discord.Embed, ...] | list[discord.Embed]") -> str:
    texts: list[str | None] = [content]
    for embed in embeds:
        texts += [embed.title, embed.description]
        for part in embed.fields:
            texts += [part.name, part.value]
        texts.append(embed.footer.text)
    return words_of(*texts)
