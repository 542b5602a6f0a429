"""How like a question is to a phrase that was taught: word by word, not by shared letters."""

from collections.abc import Sequence

from bot.answers.evidence import Judge
from bot.answers.reading import Reading
from bot.korean.distance import slips_of_letters
from bot.korean.jamo import letters
from bot.korean.meanings import meanings_of
from bot.korean.transliteration import is_same_sound
from bot.korean.words import is_hangul

MISTYPED = 0.95
SAME_STEM = 0.9
MIN_SOUND = 3  # letters of a Latin word that is read as its Korean spelling
GLUED_LETTERS_A_SLIP = 15  # one slip is forgiven for so many jamo where the spacing differs


def likeness(judge: Judge, asked: Reading, taught: Reading) -> tuple[float, float]:
    """The share of the question that the phrase has, and the share of the phrase, from 0 to 1.

    The first is low where the question asks for more than was taught, the second where for less.
    """
    if not asked.content or not taught.content:
        return 0.0, 0.0
    if asked.key == taught.key:
        return 1.0, 1.0
    if _differs_in_spacing_only(asked, taught):
        return MISTYPED, MISTYPED
    return _covered(judge, asked, taught), _covered(judge, taught, asked)


def _covered(judge: Judge, whole: Reading, by: Reading) -> float:
    shares = judge.shares(whole)
    return sum(
        share * max(_alike(judge, word, other) for other in by.content)
        for word, share in zip(whole.content, shares, strict=True)
    )


def _alike(judge: Judge, word: str, other: str) -> float:
    if word == other:
        return 1.0
    if _digits(word) != _digits(other):
        return 0.0
    if set(meanings_of(word)) & set(meanings_of(other)) and word[:1] == other[:1]:
        return SAME_STEM
    if is_hangul(word) != is_hangul(other):
        latin, korean = (other, word) if is_hangul(word) else (word, other)
        long_enough = len(latin) >= MIN_SOUND
        return MISTYPED if long_enough and is_same_sound(korean, latin) else 0.0
    if judge.is_known(word) and judge.is_known(other):
        return 0.0  # two words of the notes, each typed as meant
    if meanings_of(word) or meanings_of(other):
        return 0.0  # 장점 and 단점 are a slip apart
    return MISTYPED if slips_of_letters(letters(word), letters(other)) is not None else 0.0


def _differs_in_spacing_only(asked: Reading, taught: Reading) -> bool:
    if len(asked.content) == len(taught.content) or _digits(asked.key) != _digits(taught.key):
        return False
    one, other = letters(asked.key), letters(taught.key)
    allowed = min(len(one), len(other)) // GLUED_LETTERS_A_SLIP
    return slips_of_letters(one, other, allowed) is not None


def _digits(typed: str | Sequence[str]) -> str:
    return "".join(letter for letter in typed if letter.isdigit())
