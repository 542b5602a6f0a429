"""What a press brings, as a capability needs it: who pressed where, and numbers that were ours."""

from enum import IntEnum
from typing import TypeVar

from bot.discord_ui.faces import guild_of, member_of
from bot.discord_ui.refusals import OldButton
from bot.discord_ui.router import Press
from bot.ids import GuildId, MemberId

Kind = TypeVar("Kind", bound=IntEnum)
# What menus of ours offer: places in a list, hours of a day.
MAX_DIGITS = 2


async def acknowledge(press: Press) -> None:
    """Take the press; what it shows comes in place of the private message that was pressed.

    Raises:
        OldButton: the message is public, where such a button never stands.
    """
    message = press.interaction.message
    if message is None or not message.flags.ephemeral:
        raise OldButton
    await press.interaction.response.defer()


def who(press: Press) -> tuple[GuildId, MemberId]:
    """Return the server in which it was pressed, and by whom.

    Raises:
        OnlyInServer: it was pressed in direct messages.
    """
    return guild_of(press.interaction), member_of(press.interaction)


def kind_of(kinds: type[Kind], number: int) -> Kind:
    """Return the one of ``kinds`` that a custom id's ``number`` stands for.

    Raises:
        OldButton: none does; the press was forged.
    """
    if number not in frozenset(kinds):
        raise OldButton
    return kinds(number)


def number_in(value: str) -> int:
    """Return the number that a menu of ours offered as ``value``.

    Raises:
        OldButton: it is none that we offer; the press was forged.
    """
    if not (value.isascii() and value.isdigit() and len(value) <= MAX_DIGITS):
        raise OldButton
    return int(value)
