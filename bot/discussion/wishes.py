"""What moderators type to start or steer a discussion, read; and why it cannot be."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import timedelta

from bot.content.model import Prompt
from bot.content.names import folded
from bot.discord_ui.cutting import plain
from bot.discord_ui.refusals import Refusal
from bot.discussion.model import Lengths
from bot.discussion.phases import LONGEST
from bot.discussion.refusals import DiscussionGone, TooLong
from bot.discussion.typed_lengths import read_length

# What a discussion does where it is held, as Discord names it.
NEEDED = (
    "view_channel",
    "send_messages",
    "create_public_threads",
    "send_messages_in_threads",
    "embed_links",
    "attach_files",
    "pin_messages",
)
SHORTEST = timedelta(minutes=5)
MAX_TYPED = 60
_MAX_DIGITS = 18


@dataclass
class UnclearLength(Refusal):
    """``typed`` is no length of time that we can read."""

    typed: str


@dataclass
class TooShort(Refusal):
    """A phase lasts ``minutes`` at least."""

    minutes: int


@dataclass
class UnknownPrompt(Refusal):
    """No prompt is called ``typed``."""

    typed: str


@dataclass
class NoDiscussionHere(Refusal):
    """Nothing is discussed in this channel, and nothing was chosen."""


@dataclass
class NothingToArgue(Refusal):
    """A discussion needs two to five stances; this quiz question has none that fit."""


@dataclass
class CannotHost(Refusal):
    """The bot lacks ``permissions`` in ``channel``, without which no discussion goes on there."""

    channel: str
    permissions: str


def length_of(typed: str) -> timedelta:
    """Return the length of time that was ``typed``.

    Raises:
        UnclearLength, TooShort, TooLong: it cannot be read, or no phase lasts so long.
    """
    length = read_length(typed)
    if length is None:
        raise UnclearLength(plain(typed, MAX_TYPED))
    if length < SHORTEST:
        raise TooShort(int(SHORTEST.total_seconds() // 60))
    if length > LONGEST:
        raise TooLong(LONGEST.days)
    return length


def lengths_of(first: str | None, argument: str | None, second: str | None) -> Lengths:
    """Return how long the phases last; None: the usual. ``first`` is also how long one shares.

    Raises:
        UnclearLength, TooShort, TooLong: as ``length_of`` does.
    """
    usual = Lengths()
    if first is not None:
        length = length_of(first)
        usual = replace(usual, first=length, sharing=length)
    if argument is not None:
        usual = replace(usual, argument=length_of(argument))
    return usual if second is None else replace(usual, second=length_of(second))


def prompt_named(prompts: Iterable[Prompt], typed: str) -> Prompt:
    """Return the prompt that was chosen (by its number) or is called ``typed``.

    Raises:
        UnknownPrompt: there is none.
    """
    wanted = folded(typed)
    for each in prompts:
        names = (each.id, each.title.ko, each.title.en or "")
        if typed == str(each.number) or (wanted and wanted in map(folded, names)):
            return each
    raise UnknownPrompt(plain(typed, MAX_TYPED))


def number_of(typed: str) -> int:
    """Return the number of the discussion that was chosen from the suggestions.

    Raises:
        DiscussionGone: what was typed is no suggestion of ours.
    """
    if not (typed.isascii() and typed.isdigit() and len(typed) <= _MAX_DIGITS):
        raise DiscussionGone
    return int(typed)
