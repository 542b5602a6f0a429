"""Whether two texts are the same run of letters: a phrase that was typed without its blanks."""

from functools import lru_cache

from bot.korean.chatter import is_chatter
from bot.korean.folding import fold
from bot.korean.particles import bases
from bot.korean.words import words

MIN_RUN = 3  # letters; shorter ones are inside of other words
MAX_TAIL = 12  # letters of particles and chatter that may follow
REMEMBERED = 4096  # texts; a server's phrases are looked at with every question


@lru_cache(REMEMBERED)
def run_of(text: str) -> str:
    """The letters of ``text`` without its blanks and the words that say nothing."""
    return "".join(word for word in words(fold(text)) if not is_chatter(word))


def is_same_run(asked: str, taught: str) -> bool:
    """Whether one run is the other, with nothing but chatter or particles glued around it.

    It needs no reading: where a library's words are looked for in 고래로고가, 로고 may be taken for
    two particles, but the server that says it knows better.
    """
    short, long = sorted((asked, taught), key=len)
    if len(short) < MIN_RUN or (at := long.find(short)) < 0:
        return False
    before, after = long[:at], long[at + len(short) :]
    return (not before or is_chatter(before)) and _is_tail(short, after)


def _is_tail(noun: str, after: str) -> bool:
    """Whether ``after`` is what hangs on ``noun``: particles, then chatter, or neither."""
    return len(after) <= MAX_TAIL and any(
        noun in bases(noun + after[:cut]) and (cut == len(after) or is_chatter(after[cut:]))
        for cut in range(len(after) + 1)
    )
