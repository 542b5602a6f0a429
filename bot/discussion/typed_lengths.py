"""Reads how long something is to last, as people type it, in Korean or English (pure)."""

import re
from collections.abc import Mapping
from datetime import timedelta

_MINUTE, _HOUR, _DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
_UNITS: Mapping[str, timedelta] = {
    **dict.fromkeys(("분", "m", "min", "mins", "minute", "minutes"), _MINUTE),
    **dict.fromkeys(("시간", "h", "hr", "hrs", "hour", "hours"), _HOUR),
    **dict.fromkeys(("일", "d", "day", "days"), _DAY),
    **dict.fromkeys(("주", "주일", "w", "week", "weeks"), 7 * _DAY),
}
_WORDS: Mapping[str, timedelta] = {
    "하루": _DAY,
    "이틀": 2 * _DAY,
    "사흘": 3 * _DAY,
    "나흘": 4 * _DAY,
    "닷새": 5 * _DAY,
    "일주일": 7 * _DAY,
    "반나절": 12 * _HOUR,
}
_HALF = "반"
# More digits than any length has; past that a number would not fit a timedelta.
_PART = re.compile(r"(\d{1,4})\s*([a-z]+|분|시간|주일|주|일)\s*")


def read_length(typed: str) -> timedelta | None:
    """Return the length that ``typed`` names, such as ``24시간``, ``2일``, ``1d 12h``, ``하루``.

    None: it names none, or nothing at all.
    """
    text = typed.strip().lower().removesuffix("동안").rstrip()
    if text in _WORDS:
        return _WORDS[text]
    total, at = timedelta(0), 0
    while at < len(text):
        part = _PART.match(text, at)
        if part is None or part[2] not in _UNITS:
            return None
        total += int(part[1]) * _UNITS[part[2]]
        at = part.end()
        if _UNITS[part[2]] == _HOUR and text[at:] == _HALF:
            total, at = total + _HOUR / 2, len(text)
    return total or None
