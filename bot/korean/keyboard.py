"""Text typed with the keyboard in the wrong language: ehzj → 도커, ㅇㅐ차ㄷㄱ → docker."""

from hangeul import assemble, disassemble, qwerty2han

_LATIN_KEYS = "qwertyuiopasdfghjklzxcvbnmQWERTOP"
_KEY_OF = {qwerty2han(key): key.lower() for key in reversed(_LATIN_KEYS)}
# Every other shifted key types the same jamo as without shift.
_SHIFTED = frozenset("QWERTOP")


def to_hangul(word: str) -> str | None:
    """What the keys of a Latin word type on a two-set Korean keyboard, None if no whole syllables.

    A word whose jamo don't close into syllables (docker → ㅇㅐㅊㅏㄷㄱ…) was not meant as Korean.
    Folded words have lost their shift keys: ㅆ or ㅖ come out as ㅅ or ㅔ, a slip of one jamo.
    """
    keys = "".join(key if key in _SHIFTED else key.lower() for key in word)
    if not (keys.isascii() and any(key.isalpha() for key in keys)):
        return None
    typed = assemble(qwerty2han(keys))
    if all(not letter.isalpha() or "가" <= letter <= "힣" for letter in typed):
        return typed
    return None


def to_latin(word: str) -> str | None:
    """The keys that were pressed for a Korean-looking word, None if some letter has no key."""
    if word.isascii():
        return None
    keys = [_KEY_OF.get(letter, letter) for letter in disassemble(word)]
    pressed = "".join(keys)
    return pressed if pressed.isascii() else None
