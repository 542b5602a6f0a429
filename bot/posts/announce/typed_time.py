"""Reads times as people type them, in Korean or English (pure)."""

import re
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta

_NOON_HOUR = 12
_DAY_WORDS: Mapping[str, int] = {
    **dict.fromkeys(("오늘", "today"), 0),
    **dict.fromkeys(("내일", "tomorrow"), 1),
    **dict.fromkeys(("모레", "내일모레"), 2),
}
_WEEKDAYS = (
    ("월요일", "monday", "mon"),
    ("화요일", "tuesday", "tue"),
    ("수요일", "wednesday", "wed"),
    ("목요일", "thursday", "thu"),
    ("금요일", "friday", "fri"),
    ("토요일", "saturday", "sat"),
    ("일요일", "sunday", "sun"),
)
_DATE = re.compile(r"(?:(\d{4})\s*[-./년]\s*)?(\d{1,2})\s*[-./월]\s*(\d{1,2})(?:\s*일)?(?!\d|\s*:)")
_HALF = r"오전|오후|아침|저녁|밤|am|pm|a\.m\.|p\.m\."
_TIME = re.compile(
    rf"(?P<before>{_HALF})?\s*(?P<hour>\d{{1,2}})"
    rf"(?:\s*:\s*(?P<minute>\d{{2}})|\s*시(?:\s*(?P<minutes>\d{{1,2}})\s*분|\s*(?P<half>반))?)?"
    rf"\s*(?P<after>{_HALF})?(?:에)?",
    re.IGNORECASE,
)
_AFTERNOON = {"오후", "저녁", "밤", "pm", "p.m."}


def read_clock(typed: str) -> time | None:
    """Return the time of day that ``typed`` names, such as ``9:30``, ``오후 3시 반``, ``8 pm``."""
    found = _TIME.fullmatch(typed.strip().lower())
    if found is None:
        return None
    half = found["before"] or found["after"]
    if found["before"] and found["after"]:
        return None
    if half is None and found["minute"] is None and "시" not in found[0]:
        return None  # a bare number could be a day as well
    minute = 30 if found["half"] else int(found["minute"] or found["minutes"] or 0)
    hour = int(found["hour"])
    if half is not None:
        if not 1 <= hour <= _NOON_HOUR:
            return None
        hour = hour % _NOON_HOUR + (_NOON_HOUR if half in _AFTERNOON else 0)
    try:
        return time(hour, minute)
    except ValueError:
        return None


def read_moment(typed: str, here: datetime) -> datetime | None:
    """Return the wall-clock time that ``typed`` names, seen from ``here`` (both naive).

    A date without a year, a weekday and a bare time mean the next such one; a full date and
    ``오늘``/``today`` mean what they say, even where that is over.
    """
    text = typed.strip().lower()
    for word, days in sorted(_DAY_WORDS.items(), key=lambda pair: -len(pair[0])):
        if text.startswith(word):
            at = read_clock(text.removeprefix(word).strip(" ,"))
            return None if at is None else datetime.combine(here.date() + timedelta(days), at)
    for number, names in enumerate(_WEEKDAYS):
        for name in names:
            if text.startswith(name):
                return _on_weekday(number, read_clock(text.removeprefix(name).strip(" ,")), here)
    if found := _DATE.match(text):
        at = read_clock(re.sub(r"^[\s,t]+", "", text[found.end() :]))
        return None if at is None else _on_date(found, at, here)
    at = read_clock(text)
    if at is None:
        return None
    moment = datetime.combine(here.date(), at)
    return moment if moment > here else moment + timedelta(days=1)


def _on_weekday(weekday: int, at: time | None, here: datetime) -> datetime | None:
    if at is None:
        return None
    ahead = (weekday - here.weekday()) % 7
    moment = datetime.combine(here.date() + timedelta(days=ahead), at)
    return moment if moment > here else moment + timedelta(weeks=1)


def _on_date(found: re.Match[str], at: time, here: datetime) -> datetime | None:
    year, month, day = found.groups()
    try:
        if year:
            return datetime.combine(date(int(year), int(month), int(day)), at)
        moment = datetime.combine(date(here.year, int(month), int(day)), at)
        return moment if moment > here else moment.replace(year=here.year + 1)
    except ValueError:
        return None
