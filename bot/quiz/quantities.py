"""Numbers with units, ranges, ratios, fractions and dates, equal however they are written."""

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from bot.korean.number_words import number
from bot.quiz.units import SCALES, UNIT_OF

MANY = "n"
_MANY = frozenset({"n", "m", "다", "多", "엔", "여러", "여럿", "다수", "many", "∞", "여러개", "k"})
_DROPPED = frozenset({"ad"})
_MONTHS = {
    name: str(place)
    for place, name in enumerate(
        "january february march april may june july august september october november "
        "december".split(),
        start=1,
    )
}
_LONGEST_UNIT = max(map(len, UNIT_OF))
_ROUNDLY = re.compile(
    r"\b(?:about|around|roughly)\b|대략|약(?=[\s\d가-힣])|(?:정도|쯤|가량|사이)$|"
    r"^(?:총|모두|딱|꼭|단(?= )|오직|정확히|just|only|exactly) ?"
)
_ENGLISH_WORD = re.compile(r"[a-z]+(?:[ -][a-z]+)*")
_LINKS = (
    *(("~", "range"), ("에서", "range"), ("부터", "range"), ("-", "range"), (":", "ratio")),
    *(("대", "ratio"), ("to", "pair"), ("분의", "part"), ("/", "fraction"), ("·", "pair")),
    *((".", "pair"), ("vs", "ratio")),
)
_WRITTEN = re.compile(r"\d+(?:\.\d+)?[십백천만억조]*")
_SAID = re.compile(r"[영공일이삼사오육륙칠팔구십백천만억조]+(?:점[영공일이삼사오육륙칠팔구]+)?")
_NATIVE = re.compile(
    "(?:열|스물|스무|서른|마흔|쉰|예순|일흔|여든|아흔)?"
    "(?:하나|한|둘|두|셋|세|넷|네|다섯|여섯|일곱|여덟|아홉)|열|스물|스무|서른|마흔|쉰|예순|일흔|여든|아흔"
)
_DATE = re.compile(r"(\d+)[./·-](\d+)(?:[./·-](\d+))?")
_ROMAN = {"ii": 2, "iii": 3, "iv": 4, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "xi": 11, "xii": 12}
MAX_LENGTH = 40
MAX_READINGS = 24


@dataclass(frozen=True, slots=True)
class Quantity:
    """Numbers in the order given, what links them, and the set of their units."""

    numbers: tuple[Fraction | str, ...]
    link: str
    units: frozenset[str]


@lru_cache(maxsize=2048)
def quantities(folded: str) -> frozenset[Quantity]:
    """Every reading of a folded text that is nothing but a quantity; empty for anything else.

    이십일 is twenty-one, or the twentieth; 8.15 is a number, or a date.
    """
    text = _ROUNDLY.sub("", folded).strip().replace(",", "").replace("-to-", " to ")
    if not text or len(text) > MAX_LENGTH:
        return frozenset()
    for name, month in _MONTHS.items():
        text = re.sub(rf"\b{name}\.? (\d+)\b", rf"{month}월\1일", text)
    if text in _ROMAN:
        return frozenset({Quantity((Fraction(_ROMAN[text]),), "", frozenset())})
    found: set[Quantity] = set()
    _read(text.lstrip(), (), "", frozenset(), found, [MAX_READINGS * 20])
    if date := _DATE.fullmatch(text.replace(" ", "")):
        numbers = tuple(Fraction(part) for part in date.groups() if part)
        names = ("year", "month", "day")[-len(numbers) :]
        found.add(Quantity(numbers, "", frozenset(names)))
    return frozenset(found)


def same_quantity(said: Quantity, name: Quantity, question_units: frozenset[str]) -> bool:
    """Whether both say one amount; a unit may be missing where the question has it already."""
    if not _links_agree(said.link, name.link):
        return False
    if name.units == {"year"} and {"year", "month"} <= said.units <= {"year", "month", "day"}:
        return said.numbers[0] == name.numbers[0]  # 1945년 8월 is in 1945
    if said.units != name.units and _scaled(said) == _scaled(name):
        return True
    if said.numbers != name.numbers:
        return False
    extra, missing = said.units - name.units, name.units - said.units
    if extra and missing:
        return extra | missing == {"°", "°c"}
    years = {"year"} if all(isinstance(n, Fraction) and n >= 1000 for n in name.numbers) else set()
    return (extra | missing) <= question_units | years


def _scaled(amount: Quantity) -> tuple[str, tuple[Fraction | str, ...]]:
    """The amount in the smallest of its units: 1초 and 1000ms are one."""
    unit, times = SCALES.get("".join(amount.units), ("", 1))
    numbers = tuple(n * times if isinstance(n, Fraction) else n for n in amount.numbers)
    return (unit, numbers) if unit else ("/".join(sorted(amount.units)), amount.numbers)


def units_in(folded: str) -> frozenset[str]:
    """Units that a question names: "몇 비트인가요?" → bit."""
    return frozenset(
        unit
        for word, unit in UNIT_OF.items()
        if (
            word in folded
            if len(word) > 1
            else re.search(rf"(?:^|[몇\s\d]){re.escape(word)}(?![a-z])", folded)
        )
    )


def _links_agree(one: str, other: str) -> bool:
    return one == other or ("pair" in (one, other) and bool(one) and bool(other))


def _read(
    rest: str,
    numbers: tuple[Fraction | str, ...],
    link: str,
    units: frozenset[str],
    found: set[Quantity],
    left: list[int],
) -> None:
    left[0] -= 1
    if left[0] < 0 or len(found) > MAX_READINGS:
        return
    rest = rest.lstrip()
    if not rest:
        if numbers:
            found.add(_quantity(numbers, link, units))
        return
    for size in range(min(_LONGEST_UNIT, len(rest)), 0, -1):
        unit = UNIT_OF.get(rest[:size])
        if unit is not None and _ends_word(rest, size) and (numbers or _is_before(unit)):
            _read(rest[size:], numbers, link, units | {unit}, found, left)
    if numbers and len(numbers) < 3:
        for name, kind in _LINKS:
            if rest.startswith(name) and link in ("", kind):
                for value, size in _numbers(rest[len(name) :].lstrip()):
                    after = rest[len(name) :].lstrip()[size:]
                    _read(after, (*numbers, value), kind, units, found, left)
    if not numbers or (units and not link):
        for value, size in _numbers(rest):
            if not numbers or units & {"month", "year"}:
                _read(rest[size:], (*numbers, value), link, units, found, left)


def _is_before(unit: str) -> bool:
    return unit.startswith("per-") or unit in ("bc", "ad", "minus", "c", "f")


def _ends_word(text: str, size: int) -> bool:
    return not (text[size - 1].isascii() and text[size - 1].isalpha()) or not (
        text[size : size + 1].isascii() and text[size : size + 1].isalpha()
    )


def _quantity(numbers: tuple[Fraction | str, ...], link: str, units: frozenset[str]) -> Quantity:
    if link == "part":
        numbers, link = numbers[::-1], "fraction"
    for scale in ("c", "f"):
        if scale in units:
            units = units - {scale, "°"} | {f"°{scale}"}
    if "minus" in units:
        numbers, units = (
            tuple(-n if isinstance(n, Fraction) else n for n in numbers),
            units - {"minus"},
        )
    return Quantity(numbers, link, units - _DROPPED - {""})


def _numbers(text: str) -> list[tuple[Fraction | str, int]]:
    """Readings of the number at the start of the text, each with its length."""
    readings: list[tuple[Fraction | str, int]] = []
    if (
        text.startswith("-")
        and (minus := _WRITTEN.match(text, 1))
        and (value := number(minus.group()))
    ):
        return [(-value, minus.end())]
    for word in sorted(_MANY, key=len, reverse=True):
        if text.startswith(word) and _ends_word(text, len(word)):
            readings.append((MANY, len(word)))
            break
    for pattern in (_WRITTEN, _SAID, _NATIVE):
        if found := pattern.match(text):
            ends = [found.end()]
            if pattern is _SAID and found.end() > 1 and found.group()[-1] == "일":
                ends.append(found.end() - 1)  # 십오일: fifteen and "day"
            readings += [(said, end) for end in ends if (said := number(text[:end])) is not None]
    if found := _ENGLISH_WORD.match(text):
        words = re.split(r"(?<=[a-z])(?=[ -])", found.group())
        for size in range(min(len(words), 6), 0, -1):
            phrase = "".join(words[:size])
            if (said := number(phrase)) is not None:
                readings.append((said, len(phrase)))
                break
    return readings
