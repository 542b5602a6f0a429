"""One spelling for a name or an answer: joints dropped, signs that carry meaning kept."""

import re
from functools import lru_cache

from bot.korean.folding import fold
from bot.korean.letter_names import spelt
from bot.korean.number_words import number

# What is left of "ps -e", "type-2", "I/O", "O(log n)", "C++", "1:N", "3.5", "5~10".
_KEPT = re.compile(r"[^\W_]|[+#%°$]|(?<=[^\W_]):(?=[^\W_])|(?<=\d)[./~-](?=\d)|^-(?=\d)")
_AROUND_JOINT = re.compile(r"\s*([:/~])\s*")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_MEASURED = re.compile(r"[:/%°~]|\d\.\d|^-\d")
# Loanwords are written with and without these glides: 해쉬 and 해시, 매니져 and 매니저.
_GLIDES = str.maketrans("쉬쉐셰쟈져챠쳐쥬츄", "시세세자저차처주추")
_DASHES = str.maketrans("‐‑‒–—―−∼〜", "-------~~")
_WORD = re.compile(r"[^\W_]+[+#]*")
_FIRST_LETTER = re.compile(r"\b(a)-(?=\w)")  # A-트리 begins with a letter, not with an article
_ARTICLES = frozenset({"a", "an", "the"})
# The same thing under its everyday names; only where no subject tells them apart.
_SYNONYMS = (
    *(("오퍼레이팅시스템", "os"), ("operatingsystem", "os"), ("운영체제", "os"), ("오에스", "os")),
    *(("버추얼머신", "vm"), ("virtualmachine", "vm"), ("가상머신", "vm"), ("브이엠", "vm")),
    *(("어플리케이션", "애플리케이션"), ("application", "애플리케이션"), ("라이센스", "라이선스")),
)
_ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4", "vi": "6", "vii": "7", "viii": "8"}
_IRREGULAR = {"oses": "os", "caches": "cache", "https": "https"}
_IRREGULAR |= {f"{short}s": short for short in ("kb", "mb", "gb", "tb", "vm", "pc")}
_ENGLISH_NUMBERS = {
    **{name: str(place) for place, name in enumerate("one two three four five six".split(), 1)},
    **{name: str(place) for place, name in enumerate("first second third fourth fifth".split(), 1)},
    **{f"{place}{end}": str(place) for place, end in enumerate(("st", "nd", "rd", "th", "th"), 1)},
}
_COUNTED = re.compile(
    r"(?:제(?=[일이삼사오육칠팔구십\d]))?([일이삼사오육칠팔구십두세네한]|\d+)"
    r"(?=차|단계|세대|형|호|급|종|세기|계층|공화국|법칙)"
)
# 타입 2, type II, 2타입, 제2형: a kind known by its number, under one name in both languages.
_KINDS = {
    **dict.fromkeys(("타입", "유형", "형", "type"), "type"),
    **dict.fromkeys(("계층", "레이어", "layer", "l"), "layer"),
    **dict.fromkeys(("레벨", "level"), "level"),
    **dict.fromkeys(("버전", "version"), "version"),
}
_TYPED = re.compile(
    r"^(타입|유형|레벨|버전|레이어|type|level|version|layer|l(?=\d$))"
    r"(?:넘버|number|no)?(?:(일|이|삼|사|원|투|쓰리|i{1,3}|iv)(?=$|[가-힣])|(\d+))"
)
_TYPED_FIRST = re.compile(
    r"^제?(\d|[일이삼사첫두세네])(?:번째|번)?(타입|유형|형|계층|레이어|레벨|type|layer)(?=$|[가-힣])"
)
_SPOKEN = {"원": "1", "투": "2", "쓰리": "3", "일": "1", "이": "2", "삼": "3", "사": "4"}
_SPOKEN |= {"첫": "1", "두": "2", "세": "3", "네": "4"}


def plain(text: str) -> str:
    """Folded text with every dash and wave as the keyboard has them: 5–100 is 5-100."""
    return fold(text).translate(_DASHES)


@lru_cache(maxsize=4096)
def joined(folded: str) -> str:
    """The letters and meaningful signs of a folded text: "o (log n)" and "O(logn)" are one."""
    text = _AROUND_JOINT.sub(r"\1", _THOUSANDS.sub("", folded)).strip()
    return "".join(_KEPT.findall(text))


@lru_cache(maxsize=4096)
def canonical(folded: str) -> str:
    """`joined` without article, plural and particles inside; numerals and synonyms as one."""
    tokens = [
        token
        for token in _WORD.findall(_FIRST_LETTER.sub(r"\1", folded.replace("'s", "")))
        if token not in _ARTICLES
    ]
    if not tokens or _MEASURED.search(folded):
        return joined(folded)
    last = len(tokens) - 1
    named = [
        _token(token, is_counted=at > 0 and (at == last or tokens[at - 1] in _KINDS))
        for at, token in enumerate(tokens)
    ]
    text = "".join(named).translate(_GLIDES)
    for name, same in _SYNONYMS:
        text = text.replace(name, same)
    text = _COUNTED.sub(_counted, text)
    text = _TYPED.sub(lambda found: _KINDS[found[1]] + _digit(found[2] or found[3]), text)
    text = _TYPED_FIRST.sub(lambda found: _KINDS[found[2]] + _digit(found[1]), text)
    return spelt(text) or text


def singular(word: str) -> str:
    """A Latin word without its plural ending; os, class and virus stay."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if len(word) < 4 or not word.isascii() or not word.endswith("s"):
        return word
    if word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("xes", "ches", "shes", "sses", "oses")):
        return word[:-2]
    return word[:-1]


def _token(token: str, *, is_counted: bool) -> str:
    if token in _ENGLISH_NUMBERS:
        return _ENGLISH_NUMBERS[token]
    if is_counted and token in _ROMAN:
        return _ROMAN[token]
    if len(token) > 2 and token[-1] in ("의", "들"):
        return token[:-1]
    word = singular(token)
    # cookies and cookie, queries and query
    return f"{word[:-2]}y" if word.isascii() and word.endswith("ie") and len(word) > 4 else word


def _counted(found: re.Match[str]) -> str:
    value = number(found[1])
    return found.group() if value is None else str(value)


def _digit(word: str) -> str:
    return _SPOKEN.get(word) or _ROMAN.get(word) or word
