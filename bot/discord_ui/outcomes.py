"""The one error path: what a member is told when something went wrong, and what the log keeps."""

import secrets
import time
from collections.abc import Awaitable, Callable, Iterator

import discord
import structlog

from bot.discord_ui import replies
from bot.discord_ui.cutting import plain
from bot.discord_ui.refusals import BusyStorage, FullStorage, Refusal
from bot.discord_ui.screens import Screen
from bot.discord_ui.words import Say
from bot.ops.watching import Ended, Observer, unobserved
from bot.storage.work import StorageBusy, StorageUnwritable

log = structlog.get_logger("doran.interaction")
REFERENCE_BYTES = 4
LONGEST_FACT = 200
# What Discord says of an interaction that was not acknowledged within three seconds.
# https://discord.com/developers/docs/topics/opcodes-and-status-codes#json
UNKNOWN_INTERACTION = 10062


class Stopwatch:
    """Writes the one log line of an interaction: kind, latency, outcome; never its text."""

    def __init__(
        self, kind: str, name: str, *, guild: int | None, observe: Observer = unobserved
    ) -> None:
        """Start the clock for ``kind`` (command, press, modal, message …) called ``name``."""
        self._began = time.perf_counter()
        self._kind = kind
        self._name = name
        self._guild = guild
        self._observe = observe

    def stop(self, outcome: str, **more: str) -> None:
        """Write the line."""
        log.info("interaction", **self._ended(outcome), **more)

    def fail(self, error: BaseException, reference: str) -> None:
        """Write the line with the traceback, under the ``reference`` the member is shown."""
        log.error("interaction", **self._ended("error"), reference=reference, exc_info=error)

    def _ended(self, outcome: str) -> dict[str, object]:
        """Tell whoever watches; return the line's facts."""
        spent = time.perf_counter() - self._began
        self._observe(Ended(self._kind, self._name, outcome, spent))
        return {
            "kind": self._kind,
            "name": self._name,
            "guild": self._guild,
            "outcome": outcome,
            "ms": round(spent * 1000, 1),
        }


def refusal_in(error: BaseException) -> Refusal | None:
    """Return the refusal that ``error`` is, or stands for; None for a fault of the bot."""
    for cause in _causes(error):
        if isinstance(cause, Refusal):
            return cause
        if isinstance(cause, StorageBusy):
            return BusyStorage()
        if isinstance(cause, StorageUnwritable):
            return FullStorage()
    return None


def came_late(error: BaseException) -> bool:
    """Tell whether ``error`` is, or stands for, an answer that Discord no longer waited for."""
    return any(
        isinstance(cause, discord.NotFound) and cause.code == UNKNOWN_INTERACTION
        for cause in _causes(error)
    )


def _causes(error: BaseException) -> Iterator[BaseException]:
    cause: BaseException | None = error
    while cause is not None:
        yield cause
        cause = cause.__cause__


def sentence_of(refusal: Refusal, say: Say) -> str:
    """Return what the member is told; facts that somebody typed are cut and disarmed."""
    safe = {
        name: plain(fact, LONGEST_FACT) if isinstance(fact, str) else fact
        for name, fact in refusal.facts().items()
    }
    return say(refusal.sentence_name(), **safe)


def settled(error: BaseException, say: Say, watch: Stopwatch) -> str:
    """Log ``error`` and return the sentence for the member."""
    refusal = refusal_in(error)
    if refusal is not None:
        watch.stop("refused", refusal=type(refusal).__name__)
        return sentence_of(refusal, say)
    reference = secrets.token_hex(REFERENCE_BYTES)
    if came_late(error):
        # No fault to look for in a traceback: a slow moment, which the line's ms tell.
        watch.stop("late", reference=reference)
    else:
        watch.fail(error, reference)
    return say("something-went-wrong", reference=reference)


async def guarded(
    interaction: discord.Interaction,
    watch: Stopwatch,
    voice: Callable[[], Awaitable[Say]],
    work: Callable[[Say], Awaitable[None]],
    fallback: Say,
) -> None:
    """Run ``work`` for ``interaction``; whatever fails is logged and told privately.

    ``voice`` finds the member's language and may itself fail (the database is gone): then the
    sentence is said in ``fallback``.
    """
    say = fallback
    try:
        say = await voice()
        await work(say)
    except Exception as error:  # the one place where every fault ends: logged, and told
        await tell(interaction, settled(error, say, watch))
    else:
        watch.stop("ok")


async def tell(interaction: discord.Interaction, sentence: str) -> None:
    """Tell the member privately; if even that fails (too late, gone), the log has it."""
    try:
        await replies.answer(interaction, Screen(content=sentence))
    except discord.HTTPException as unreachable:
        log.warning("member not reached", status=unreachable.status, code=unreachable.code)
