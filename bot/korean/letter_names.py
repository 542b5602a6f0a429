"""Latin letters said aloud in Korean, as voice typing writes them: 브이엠 → vm, 오에스 → os."""

import re

_SAID = {
    said: letter
    for pair in """
    에이:a 비:b 삐:b 씨:c 시:c 디:d 이:e 에프:f 지:g 쥐:g 에이치:h 에이취:h 에취:h 아이:i
    제이:j 케이:k 엘:l 엠:m 엔:n 오:o 피:p 큐:q 알:r 아르:r 에스:s 티:t 유:u 브이:v
    더블유:w 더블류:w 엑스:x 와이:y 제트:z 지트:z 투:2
    """.split()
    for said, _, letter in [pair.partition(":")]
}
_NAME_OF = {letter: said for said, letter in reversed(_SAID.items()) if letter.isalpha()}
_LETTERS_FIRST = re.compile(r"([a-z]{1,4})([가-힣]+)")
_LONGEST_FIRST = "|".join(sorted(_SAID, key=len, reverse=True))
_LETTER = re.compile(_LONGEST_FIRST)
# Single syllables (이, 지, 시, 오 …) are everyday words: one unmistakable letter has to be there.
_UNMISTAKABLE = re.compile(
    "에이|에프|케이|제이|에스|브이|더블유|더블류|엑스|와이|엠|엔|엘|아이|씨|디|티|피"
)
MAX_LETTERS = 8


def read_aloud(word: str) -> str | None:
    """A word that begins with single letters as it is heard: s기 → 에스기, None for other words."""
    found = _LETTERS_FIRST.fullmatch(word)
    return "".join(_NAME_OF[letter] for letter in found[1]) + found[2] if found else None


def spelt(word: str, *, surely: bool = True) -> str | None:
    """The letters that a blank-free Hangul word says one by one, None if it says something else.

    Unless `surely`, everyday syllables count as well (지비 → gb), for whoever knows the name.
    """
    if surely and not _UNMISTAKABLE.search(word):
        return None
    letters: list[str] = []
    at = 0
    while at < len(word) and len(letters) < MAX_LETTERS:
        found = _LETTER.match(word, at)
        if found is None:
            return None
        letters.append(_SAID[found.group()])
        at = found.end()
    return "".join(letters) if at == len(word) and len(letters) > 1 else None
