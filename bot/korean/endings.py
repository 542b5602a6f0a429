"""Endings that make a verb of a noun (도입하다, 부팅되다), and the noun without them."""

from functools import lru_cache

from bot.korean.particles import base

MIN_NOUN = 2  # syllables; 한, 해 and 함 after a single one belong to nouns such as 오해
REMEMBERED = 8192  # words; a library says the same ones over and over

_TAILS = """
    다 는 는데 는데요 는지 는지도 는거 는게 는건 는걸 고 고싶어 고싶음 면 면서 려면 려고 려는 게
    게요 기 지 지만 죠 네 네요 나 나요 나여 던 던데 던데요 길래 자 자마자 니까 거나 라고 도록
    느라 느냐 는가 는가요 는걸까 시오 십시오 라 냐 냐고 니 더라 더라고 던가 려나
""".split()
_HA = """
    한 한다 한다는 한다는데 한다던데 한다며 한다면 한대 한대요 한데 한거 한게 한건 한지 할 할까
    할까요 할때 할수 할지 할게 함 합니다 합니까 합시다 하세요 하시는 하실 해 해도 해서 해야
    한가 한가요 했니 했냐 했을까 했으면 해야만 해달라
    해야지 해요 해줘 해줄 해주는 해주나 해준 해준다 해준다는 해줬 해봐 해졌다 해졌어 해졌나
    해졌대 해진 해지는 해지면 해져 해져요 했는데 했다 했다가 했더니 했어 했어요 했음 했던 했나
    했나요 했죠 했대
""".split()
_DOE = """
    된 된다 된다는 된다는데 된다던데 된대 된거 된게 될 될까 될까요 될때 될지 됨 됩니다 됩니까
    되어 되어도 되어야 돼 돼도 돼서 돼야 돼요 됐는데 됐다 됐어 됐어요 됐음 됐던 됐나요
""".split()
_NA = "나면 나는 나서 나고 난 날 났는데 났어 났어요 나요 나네".split()
_ALL = frozenset(
    (*_HA, *_DOE, *_NA, *(f"하{tail}" for tail in _TAILS), *(f"되{tail}" for tail in _TAILS))
)
_LONGEST = max(map(len, _ALL))


@lru_cache(REMEMBERED)
def noun_of(word: str) -> str:
    """A folded word without particles, or without the verb made of it: 부팅해야 → 부팅.

    Words that are neither come back unchanged; at least two syllables stay before a verb's ending.
    """
    noun = base(word)
    return _before_verb(word) or _before_verb(noun) or noun


def _before_verb(word: str) -> str | None:
    for size in range(min(_LONGEST, len(word) - MIN_NOUN), 0, -1):
        if word[-size:] in _ALL:
            return word[:-size]
    return None
