"""Korean particles that fit the word before them, whatever script that word is in."""

import re

import hangeul

# English words are read aloud as Korean: "kernel" is 커널, which ends in a consonant.
# Lower-case words that end in these letters close the syllable; hangeul reads every such word as
# open, which is right for the rest (server → 서버, image → 이미지).
_CLOSED_ENDING = re.compile(r"[A-Za-z]*[a-z](?P<last>l|ll|m|n|ng|ne|me)$")
_STAND_INS = {"l": "얼", "ll": "얼", "m": "엄", "n": "언", "ng": "엉", "ne": "언", "me": "엄"}
_TRAILING = re.compile(r"[\s\"'”’」』*_`~)\]]+$")


def with_particle(word: str, pattern: str) -> str:
    """Return ``word`` followed by the particle of ``pattern`` that fits it, e.g. ``은/는``.

    Raises:
        ValueError: ``pattern`` is not two particles with a slash between them.
    """
    if pattern.count("/") != 1:
        raise ValueError(f"write two particles with a slash between them, not {pattern!r}")
    spoken = _TRAILING.sub("", word)
    closed = _CLOSED_ENDING.search(spoken)
    return word + hangeul.get_josa(_STAND_INS[closed["last"]] if closed else spoken, pattern)
