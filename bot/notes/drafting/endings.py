"""Ends a Korean half sentence (「용량이 작」지만) so that it can stand alone, in plain style."""

import re

# What joins as it stands, whatever the verb: 있지만 → 있다, 것이지만 → 것이다.
_AS_IT_STANDS = re.compile(r"(?:있|없|이)$")
_NOT = re.compile(r"(?P<main>\S+)지\s않$")
# What is so, rather than does: 필요하다, 크다.
_ADJECTIVES = re.compile(
    r"(?:필요|중요|가능|안전|단순|복잡|간단|간편|편리|불편|유리|불리|다양|동일|일정|유연|적합|부족|풍부|충분|저렴"
    r"|활발|정확|명확|느슨|엄격|비슷|유사|뚜렷|취약|익숙|무관|유일|고유|유효|투명|순수|건강|위험|심각|완전|특별"
    r"|민감|강력|견고|신속|균일|(?:^|\s)(?:강|약|심|급|흔|귀|진|연))하$"
    r"|(?:^|\s)(?:크|작|높|낮|많|적|빠르|느리|좋|나쁘|어렵|쉽|길|짧|싸|비싸|가볍|무겁|얕|깊|넓|좁|가깝|멀|같"
    r"|다르|굵|가늘|두껍|얇|차갑|뜨겁|어둡|밝|무르|드물|맑)$"
)
# Verbs whose stem ends in a vowel, which take ㄴ다: 일어나 → 일어난다.
_VERBS = re.compile(
    r"(?:하|되|바꾸|보내|꺼내|나타내|남기|지키|움직이|줄이|높이|쌓이|보이|쓰이|모이|섞이|늘리|올리|내리|버리|걸리"
    r"|고치|합치|거치|마치|미치|나누|모으|옮기|생기|맡기|넘기|느끼|지나|만나|끝나|(?:어|겨|타|러)나"
    r"|[아어라러려해커워져]지|다루|따르|흐르|부르|고르|누르|키우|지우|채우|배우|세우|나오|가져오|들어오"
    r"|(?:나|어|라|아)가|(?:^|\s)(?:쓰|주|보|가|오|내|두))$"
)
_N = 4  # the final consonant ㄴ in Unicode's order of syllables
_PAST = 20  # ㅆ
_CODAS = 28


def alone(half: str) -> str | None:
    """Return ``half``, cut before 지만, 고 or 며, as a sentence of its own.

    None where its last word is not known: a wrong ending would be read by everybody.
    """
    if not half or not "가" <= half[-1] <= "힣":
        return None
    if negated := _NOT.search(half):
        return f"{half}다" if _ADJECTIVES.search(negated["main"]) else f"{half}는다"
    if (ord(half[-1]) - ord("가")) % _CODAS == _PAST or _ADJECTIVES.search(half):
        return f"{half}다"
    if _VERBS.search(half):
        return half[:-1] + chr(ord(half[-1]) + _N) + "다"
    return f"{half}다" if _AS_IT_STANDS.search(half) else None
