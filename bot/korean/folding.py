"""One spelling for text that looks the same: width, case, composed jamo, blanks, strange bytes."""

import unicodedata

MAX_FOLDED = 2000  # a Discord message without Nitro; longer text is cut before it costs time

_STRAY_JAMO = range(0x3131, 0x3164)


def fold(text: str, limit: int = MAX_FOLDED) -> str:
    """Lower-case NFKC text with single blanks, at most `limit` characters; any str is accepted.

    Compatibility jamo (ㄱ, ㅏ) stay as they are: NFKC alone would turn them into leading
    consonants, which hides whether somebody typed ㅋㅋ or broke a syllable apart.
    """
    cut = text[:limit]
    if not cut.isascii():
        cut = "".join(map(_plain, unicodedata.normalize("NFC", cut)))
        cut = unicodedata.normalize("NFC", cut)
    return " ".join(cut.casefold().split())[:limit]


def squeeze(text: str) -> str:
    """Only the letters and digits of folded text: `type-2` and `타입 2` without their joints."""
    return "".join(letter for letter in text if letter.isalnum())


def _plain(letter: str) -> str:
    if letter.isascii() or "가" <= letter <= "힣" or ord(letter) in _STRAY_JAMO:
        return letter
    kind = unicodedata.category(letter)
    if kind == "Cf":  # zero-width joiners and direction marks leave no gap behind
        return ""
    if kind[0] in "CZ":
        return " "
    return unicodedata.normalize("NFKC", letter)
