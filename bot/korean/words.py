"""A folded sentence cut into words, with scripts and glued question words separated."""

from bot.korean.jamo import without_laughter
from bot.korean.numerals import with_digits

# People glue these to the noun before: 도커뭐야, 컨테이너왜써.
_GLUED = (
    "뭐",
    "뭔",
    "무엇",
    "무슨",
    "뭘",
    "머임",
    "머야",
    "모야",
    "왜",
    "어떻게",
    "알려",
    "설명",
    "차이",
)


def words(folded: str) -> list[str]:
    """Words of a folded text in order, laughter dropped, `type ii` joined to `type2`."""
    cut: list[str] = []
    for run in _runs(without_laughter(folded)):
        cut.extend(_unglued(run))
    return with_digits(cut)


def is_hangul(word: str) -> bool:
    """Whether the word starts with a Hangul syllable or jamo."""
    return "ㄱ" <= word[:1] <= "힣"


def _runs(text: str) -> list[str]:
    """Unbroken runs of letters and digits of one script (docker가 → docker, 가)."""
    found: list[str] = []
    start = -1
    for at, letter in enumerate(text):
        if not letter.isalnum():
            if start >= 0:
                found.append(text[start:at])
            start = -1
        elif start < 0:
            start = at
        elif _changes_script(text[at - 1], letter):
            found.append(text[start:at])
            start = at
    if start >= 0:
        found.append(text[start:])
    return found


def _changes_script(before: str, letter: str) -> bool:
    if before.isdigit() or letter.isdigit():
        return False  # 타입2, 2형, k8s
    return (before >= "ㄱ") != (letter >= "ㄱ")


def _unglued(word: str) -> list[str]:
    if len(word) < 4 or not is_hangul(word):
        return [word]
    for glued in _GLUED:
        at = word.find(glued)
        if at >= 2:
            return [word[:at], word[at:]]
    return [word]
