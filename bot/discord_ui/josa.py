"""Korean particles that fit the word before them, whatever script that word is in."""

import re

import hangeul

# English words are read aloud as Korean: "kernel" is 커널, which ends in a consonant.
# Lower-case words that end in these letters close the syllable; hangeul reads every such word as
# open, which is right for the rest (server → 서버, image → 이미지).
_CLOSED_ENDING = re.compile(r"[A-Za-z]*[a-z](?P<last>l|ll|le|m|n|ng|ne|me)$")
_STAND_INS = {
    "l": "얼", "ll": "얼", "le": "얼", "m": "엄", "n": "언", "ng": "엉", "ne": "언", "me": "엄",
}  # fmt: skip
# p, t and k after a short vowel close it too (map → 맵, commit → 커밋, stack → 스택), where a long
# one or a cluster does not (loop → 루프, root → 루트, test → 테스트, task → 태스크).
_STOPPED = re.compile(
    r"(?:(?:^|[^a-z]|[^aeiou])[aeiou](?:ck|pp|tt|[pt])|oup|eap|eck|ook|out"
    r"|(?:^|[^a-z])(?:web|job|tab)|type)$",
    re.I,
)
_LONG_BIT = re.compile(r"(?:^|[^a-z])bit$", re.I)  # 비트
_STOP = "억"
# The particle goes with the name, not with what stands behind it in parentheses: 방납(防納)은.
_PARENTHESES = re.compile(r"(?<=[^\s(（])\s*[(（][^()（）]*[)）]$")
_TRAILING = re.compile(r"[\s\"'”’」』*_`~)\]]+$")


def with_particle(word: str, pattern: str) -> str:
    """Return ``word`` followed by the particle of ``pattern`` that fits it, e.g. ``은/는``.

    Raises:
        ValueError: ``pattern`` is not two particles with a slash between them.
    """
    if pattern.count("/") != 1:
        raise ValueError(f"write two particles with a slash between them, not {pattern!r}")
    words = _TRAILING.sub("", _PARENTHESES.sub("", word)).split()
    # Only the last word sounds: DOM of "Virtual DOM" would else be read like a word in lower case.
    spoken = words[-1] if words else ""
    return word + hangeul.get_josa(_stand_in(spoken) or spoken, pattern)


def _stand_in(spoken: str) -> str | None:
    """A Korean syllable that ends as an English word is read, where hangeul would not know it."""
    if closed := _CLOSED_ENDING.search(spoken):
        return _STAND_INS[closed["last"]]
    if spoken[-1:].islower() and _STOPPED.search(spoken) and not _LONG_BIT.search(spoken):
        return _STOP
    return None
