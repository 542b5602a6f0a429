"""Whether Hangul may be how a Latin word is spelled in Korean: 이미지 image, 파이썬 python."""

import re
from functools import lru_cache

from hangeul import CHOSOENG, JONGSOENG, JUNGSOENG

_LONG_Y = re.compile("y[^aeiouy]e")  # byte is 바이트, never 비트
_FIRST_SYLLABLE = 0xAC00
_SYLLABLES = 11172

# What Latin letters each sound may stand for; "_" stands for none. A dot marks a final consonant.
_ONSETS = """
ㄱ g gg gu gh|ㄲ k c ck g|ㅋ k c ck ch q cc kh qu kk|ㄴ n nn kn gn|ㄷ d dd th|ㄸ t d
ㅌ t tt th|ㄹ l ll r rr wr rh|ㅁ m mm mb mn|ㅂ b bb v|ㅃ b p|ㅍ p pp f ff ph
ㅅ s ss c sc sh ch th ps|ㅆ s ss c th sh|ㅈ j g gg dg z zz s d th|ㅉ j z ts zz|ㅊ ch tch t c
ㅎ h wh
"""
_VOWELS = """
ㅏ a u o ar ah ou al|ㅐ a e ai ae al|ㅑ a ya ia o ar ja|ㅒ ya a
ㅓ e er or u ur o a ir ar ou our re ure|ㅓ ear eur|ㅔ e a ai ae ea ei ay
ㅕ e a o u er ye ur yeo ure|ㅖ e a ye ai|ㅗ o oa ow oe au aw al or ou
ㅗ oh a ore oor oar augh our|ㅘ wa ua oi oua|ㅙ wa we wea ua|ㅚ oe we|ㅛ o yo io or
ㅜ u oo ou ue ew o w|ㅜ ui oe ough|ㅝ wo wa ua wor war we ur o uo ue|ㅞ we wa ue oe wea whe ua
ㅟ wi ui we wee whi ue wy|ㅠ u ew yu iew eu ue you ueue ui eau|ㅡ _ e u i|ㅢ ui ee ea
ㅣ i y e ee ea ie ei ey ui ii
"""
_CODAS = """
.ㄱ k ck c g ch que ke x gue q|.ㄴ n nn ne gn|.ㄹ l ll le rl el|.ㅁ m mm mb me mn
.ㅂ p pp b pe bb be|.ㅅ t tt te d th ts ss s|.ㅇ ng n ngue|.ㅋ k ck c|.ㅌ t|.ㅍ p f|.ㄷ d t
"""
# Sounds that are written together; the parts of each are joined by "+".
_TOGETHER = """
ㅏ+ㅣ i y ai ie igh eye uy ei eigh|ㅔ+ㅣ a ai ay ei ey eigh ea|ㅖ+ㅣ a ai|ㅐ+ㅣ a ai
ㅏ+ㅜ ou ow au|ㅗ+ㅜ o ow oa|ㅗ+ㅣ oi oy|ㅘ+ㅣ wi why wy y i whi|ㅞ+ㅣ way wai wa wei wha
ㅞ+ㅓ ware where wear|ㅔ+ㅓ air are ear ere a|ㅣ+ㅓ ear eer ere er ier ia io ior eare eir
ㅣ+ㅏ ia ea|ㅏ+ㅣ+ㅓ ire yre ier iar|ㅏ+ㅝ ower our|ㅠ+ㅓ ure|ㅗ+ㅓ ore oor oar
ㅜ+ㅓ ure oor our|.ㄹ+ㄹ l ll r rr|ㅡ+.ㄹ+ㄹ l ll le|.ㄱ+ㅅ x xc cc|.ㄱ+ㅅ+ㅡ x|.ㄱ+ㅆ x
ㄱ+ㅡ+ㅈ x|ㄱ+ㅈ x|ㅅ+ㅕ+.ㄴ tion sion ssion cion cian shion cean|ㅅ+ㅕ+.ㄴ sian tian
ㅈ+ㅓ+.ㄴ sion gion geon|ㅈ+ㅕ+.ㄴ sion|ㅊ+ㅓ+.ㄴ tion|ㅈ+ㅣ ge dge g j|ㅊ+ㅣ ch tch
ㅅ+ㅣ sh c ch|ㅅ+ㅟ sh she che chi shi|ㅅ+ㅞ she|ㅣ+ㅈ+ㅣ age|.ㅅ+ㅈ dg tg|.ㅅ+ㅊ tch ch
.ㅅ+ㅈ+ㅣ dge tch|.ㅅ+ㅊ+ㅣ tch ch|.ㅁ+ㅁ m mm|.ㄴ+ㄴ n nn|.ㅂ+ㅍ p pp|.ㅅ+ㅌ t tt|.ㅇ+ㄱ ng
.ㅇ+ㅋ nk nc nch nx|ㅋ+ㅡ que k ck ke c|ㅈ+ㅡ s z es se ze ds|ㅊ+ㅡ ts ch tch
ㅌ+ㅡ t te tte ght|ㅡ+ㄹ r re
"""


def _spellings() -> dict[tuple[str, ...], tuple[str, ...]]:
    table: dict[tuple[str, ...], tuple[str, ...]] = {}
    for text in (_ONSETS, _VOWELS, _CODAS, _TOGETHER):
        for entry in text.replace("\n", "|").split("|"):
            sounds, *spelt = entry.split() or [""]
            if spelt:
                key = tuple(sounds.split("+"))
                table[key] = table.get(key, ()) + tuple(s.replace("_", "") for s in spelt)
    return table


_TABLE = _spellings()
_LONGEST = max(map(len, _TABLE))


@lru_cache(maxsize=4096)
def may_spell(hangul: str, latin: str) -> bool:
    """Whether every sound of ``hangul`` finds its letters in ``latin``, in order, none left over.

    A silent e at the end may be left. Both are single words without blanks, ``latin`` folded.
    """
    sounds = _sounds(hangul)
    if not sounds or not latin or len(sounds) > 2 * len(latin) + 2:
        return False
    reached: list[set[int]] = [set() for _ in range(len(sounds) + 1)]
    reached[0].add(0)
    for at in range(len(sounds)):
        if not reached[at]:
            continue
        for size in range(1, min(_LONGEST, len(sounds) - at) + 1):
            for spelt in _spelt(tuple(sounds[at : at + size])):
                reached[at + size].update(
                    start + len(spelt)
                    for start in reached[at]
                    if latin.startswith(spelt, start)
                    and not (size == 1 and spelt == "y" and _LONG_Y.fullmatch(latin, start))
                )
    ends = {len(latin)} | ({len(latin) - 1} if latin.endswith("e") else set())
    return bool(reached[-1] & ends)


def _spelt(sounds: tuple[str, ...]) -> tuple[str, ...]:
    return sounds if len(sounds) == 1 and sounds[0].isascii() else _TABLE.get(sounds, ())


def _sounds(word: str) -> list[str]:
    found: list[str] = []
    for letter in word:
        place = ord(letter) - _FIRST_SYLLABLE
        if letter.isascii():
            found.append(letter)  # 3웨이, 도커image: what is Latin already stands for itself
            continue
        if not 0 <= place < _SYLLABLES:
            return []
        onset, rest = divmod(place, len(JUNGSOENG) * 28)
        vowel, coda = divmod(rest, 28)
        if CHOSOENG[onset] != "ㅇ":
            found.append(CHOSOENG[onset])
        found.append(JUNGSOENG[vowel])
        if coda:
            found.append(f".{JONGSOENG[coda]}")
    return found
