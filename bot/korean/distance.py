"""How far a word is from a name, counted in jamo and proportional to the name's length."""

from rapidfuzz.distance import OSA

from bot.korean.jamo import letters

LETTERS_A_SLIP = 5  # one slip is forgiven for every five jamo of the longer word
MIN_LETTERS = 4  # shorter words are too close to each other for any slip


def slips(word: str, name: str, allowed: int | None = None) -> int | None:
    """Typing slips (insert, drop, change, swap of neighbours) between two words, in jamo.

    None when there are more than `allowed`, by default one for every five jamo.
    """
    return slips_of_letters(letters(word), letters(name), allowed)


def slips_of_letters(word: str, name: str, allowed: int | None = None) -> int | None:
    """`slips` for words that are jamo already (an index keeps its names that way)."""
    shorter, longer = sorted((len(word), len(name)))
    if allowed is None:
        allowed = allowed_slips(longer) if shorter >= MIN_LETTERS else 0
    if longer - shorter > allowed:
        return None
    found = OSA.distance(word, name, score_cutoff=allowed)
    return found if found <= allowed else None


def allowed_slips(length: int) -> int:
    """How many slips a word of so many jamo may have and still be read as meant."""
    return max(1, length // LETTERS_A_SLIP) if length >= MIN_LETTERS else 0
