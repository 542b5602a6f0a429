"""Reads days as people type them, in Korean or English (pure)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from bot.discord_ui.refusals import Refusal
from bot.posts.announce.typed_time import read_moment
from bot.quiz.schedule import MAX_SKIPS


@dataclass
class UnclearDays(Refusal):
    """``typed`` names no weekdays that we can read."""

    typed: str


@dataclass
class UnclearDates(Refusal):
    """``typed`` names no dates that we can read, or too many."""

    typed: str


EVERY_DAY = frozenset(range(7))
_GROUPS: Mapping[str, frozenset[int]] = {
    **dict.fromkeys(("매일", "everyday", "every day", "daily"), EVERY_DAY),
    **dict.fromkeys(("평일", "주중", "weekdays", "workdays"), frozenset(range(5))),
    **dict.fromkeys(("주말", "weekends", "weekend"), frozenset({5, 6})),
}
_KOREAN = "월화수목금토일"
_ENGLISH = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_SPAN = re.compile(r"\s*[~∼〜]\s*|\s+(?:to|부터)\s+")
NONE_WORDS = frozenset({"없음", "없어요", "none", "-"})


def read_days(typed: str) -> frozenset[int] | None:
    """Return the weekdays (Monday is 0) that ``typed`` names: ``월수금``, ``평일``, ``mon``."""
    text = typed.strip().casefold()
    if text in _GROUPS:
        return _GROUPS[text]
    found: set[int] = set()
    for word in re.split(r"[\s,·/]+", text.replace("요일", " ")):
        if not word:
            continue
        if all(letter in _KOREAN for letter in word):
            found |= {_KOREAN.index(letter) for letter in word}
            continue
        matches = [number for number, day in enumerate(_ENGLISH) if word.startswith(day)]
        if not matches:
            return None
        found.add(matches[0])
    return frozenset(found) or None


def read_dates(typed: str, today: date) -> frozenset[date] | None:
    """Return the dates that ``typed`` names, from ``today`` on: ``12-25, 12-30~1-2``, ``none``.

    A date without a year is the next such one. None: it is not read, or names too many.
    """
    text = typed.strip()
    if text.casefold() in NONE_WORDS or not text:
        return frozenset()
    found: set[date] = set()
    for part in re.split(r"\s*,\s*", text):
        ends = [_date(each, today) for each in _SPAN.split(part)]
        first, last = ends[0], ends[-1]
        if first is None or last is None or len(ends) > 2 or last < first:
            return None
        days = (last - first).days
        if len(found) + days >= MAX_SKIPS:
            return None
        found |= {first + timedelta(days=more) for more in range(days + 1)}
    return frozenset(found)


def _date(typed: str, today: date) -> date | None:
    # Seen from just before midnight, today's own date is still to come.
    here = datetime.combine(today, time()) - timedelta(seconds=1)
    moment = read_moment(f"{typed.strip()} 00:00", here)
    return moment.date() if moment else None
