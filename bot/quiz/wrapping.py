"""What people wrap an answer in, taken off layer by layer: 정답은 커널 같아요 → 커널."""

import re
from functools import cache, lru_cache
from importlib.resources import files

from bot.korean.particles import base
from bot.korean.sino import is_sino
from bot.quiz.sounds import same_sound
from bot.quiz.spelling import canonical

MAX_LAYERS = 6
MAX_READINGS = 14

_BEFORE = re.compile(
    r"(?:"
    r"(?:제|내|저의|나의|우리) ?(?:생각|기억|예상|추측|느낌|답|경험)(?:에는|에|엔|으론|으로는|"
    r"으로|대로면|은|상)|"
    r"(?:제가|내가|저는|나는|전|난|저|제|내가 보기엔|제가 보기엔|보기에는|보기엔) |"
    r"(?:제가|내가) (?:알기로는|알기론|기억하기로는|배우기로는|보기에는|보기엔)|"
    r"(?:아마도|아마|혹시|음+|어+|아+|그+|흠+|글쎄요?|당연히|바로|아무래도|일단|그냥|분명히?|"
    r"확실히|그니까|그러니까|보통|역시|"
    r"네|넵|예|저기|근데|그럼|이건|그건|이거는?|그거는?|저거|그것은|이것은|그게|이게|그 뭐냐|"
    r"그 뭐더라|뭐지|뭐더라|찍자면)"
    r"(?=[\s,.…~!?]|$)|"
    r"(?:제)?(?:정답|답|답변|답안)(?:은|이|:| :)?(?=[\s:=]|은|이)(?:은|이)?|"
    r"(?:잘은?|정확히는?|확실히는|확실하지는?|확실하진|확실친|잘은)? ?"
    r"(?:모르겠지만|모르지만|모르겠는데|모르겠으나|않지만|않은데|아니지만|몰라도)|"
    r"(?:i think|i guess|i believe|i'd say|i would say|imo|maybe|perhaps|probably|possibly|"
    r"well|um+|uh+|hmm+|"
    r"so|oh|yes|surely|obviously|of course|not sure but|i'm not sure but|my answer is|my guess is|"
    r"(?:the )?(?:correct |right )?answer(?: is|:| would be|'s)?|that|isn't (?:it|that|this)|"
    r"(?:it|that|this|they|these)(?:'s| is| was| would be| must be| should be| are|'d be)"
    r"(?: called| known as| named)?|(?:is|was|are) (?:it|that|this)|called)(?=[\s,.:!?])|"
    r"a:|q:|ans:|답 ?[:=)]|-(?!\d)|[*•>]"
    r")[\s,.:…~!=-]*"
)


@cache
def _tails() -> dict[str, list[str]]:
    """Tails of answers by their last letter, the longest first."""
    text = files("bot.quiz").joinpath("tails.txt").read_text(encoding="utf-8")
    tails = [
        tail for line in text.splitlines() if not line.startswith("#") for tail in line.split("|")
    ]
    tails += [f"이{tail}" for tail in tails if tail.startswith("라")]
    by_last: dict[str, list[str]] = {}
    for tail in sorted(set(tails), key=lambda tail: (-len(tail), tail)):
        by_last.setdefault(tail[-1], []).append(tail)
    return by_last


# Particles that as often make another noun: 정확 and 정확도, 경제 and 경제과.
_NOUN_MAKERS = ("도", "과", "인", "기", "용")
_CLASSIFIERS = re.compile(
    r"(?:이?라는 |이?라고 하는 |이란 |란 | )?"
    r"(?:것|거|방식|방법|단위|과정|상태|현상|성질|개념|용어|기술|기법|작용|성분|언어|명령어?|"
    r"프로그램|플랫폼|소프트웨어|"
    r"원리|이론|법칙|프로토콜|자료 ?구조|함수|입자|호르몬|기관|반응|운동|부분|장점|단점|특징|"
    r"색|사건|법|비율|관계|코드|값|단계|객체|"
    r"process|layer|protocol|function|structure|command|method|law|effect|unit|order|objects?|"
    r"type|types|"
    r"state|program|software|reaction|particle|hormone)$"
)


_ASKED = re.compile(
    r"([가-힣]{2,}) (?:영어로 )?(?:무엇|뭐|뭘)|([가-힣]{2,}(?:은|는))\?$|"
    r"(?:어느|어떤|무슨|which) (?:종류의 |kind of |type of )?([a-z]{3,}|[가-힣]{2,})"
)
_ASKING_END = re.compile(r"(?:일까요?|인가요?|입니까|이라고?|라고?)$")
# Nouns of kind that the question has in the other language, or as a longer word.
_KINDS = {
    english: tuple(korean.split("/"))
    for english, _, korean in (
        pair.partition(":")
        for pair in """
        object:객체 objects:객체/object function:함수 process:과정 method:방법/방식 layer:층/계층
        command:명령 reaction:반응 단계:step/stage 함수:function 과정:process 명령어:명령
        """.split()
    )
}


def cleaned(text: str) -> str:
    """Folded text without what stands around it: quotes, brackets, dots, dashes, hearts."""
    return _EDGES.sub("", text)


_EDGES = re.compile(r"^(?:(?!-\d)[^\w+#%°$])+|[^\w+#%°$?]+$")


def readings(text: str) -> list[str]:
    """What a folded answer may name, from all of it to its barest core; the whole comes first."""
    start = cleaned(text)
    queue = [start]
    if (bare := unwrapped(start)) != start:
        queue.append(bare)
    seen = dict.fromkeys(queue)
    for reading in queue:
        for shorter in _shorter(reading):
            if shorter and shorter not in seen and len(seen) < MAX_READINGS:
                seen[shorter] = None
                queue.append(shorter)
    return list(seen)


def unwrapped(text: str) -> str:
    """The text without what people say before an answer (정답은, 제 생각엔, I think it's)."""
    for _ in range(MAX_LAYERS):
        found = _BEFORE.match(text)
        if found is None or found.end() == 0:
            break
        text = cleaned(text[found.end() :])
    return text


def classified(text: str, question: str) -> str | None:
    """The text without a noun of kind at its end that the question uses as well (감염 현상)."""
    head, _, last = text.rpartition(" ")
    if head and any(_is_same_noun(last, noun) for noun in asked_nouns(question)):
        return head
    found = _CLASSIFIERS.search(text)
    if found is None or found.start() == 0:
        return None
    noun = found.group().split()[-1] if " " in found.group().strip() else found.group().strip()
    is_named = "라" in found.group() or noun in ("것", "거")
    if not is_named and not any(kind in question for kind in (noun, *_KINDS.get(noun, ()))):
        return None
    return text[: found.start()].rstrip()


@lru_cache(maxsize=512)
def asked_nouns(question: str) -> tuple[str, ...]:
    """What a question asks for: "어느 종류의 하이퍼바이저일까요?" → 하이퍼바이저."""
    found = [
        base(_ASKING_END.sub("", word))
        for groups in _ASKED.findall(question)
        for word in groups
        if word
    ]
    return tuple(dict.fromkeys(noun for noun in found if len(noun) > 1))


def _is_same_noun(word: str, noun: str) -> bool:
    plain = canonical(base(word))
    return plain == canonical(noun) or same_sound(plain, canonical(noun))


def _shorter(text: str) -> list[str]:
    found = []
    asked = text.rstrip("?")
    if asked != text:
        found.append(cleaned(asked))
    for tail in _tails().get(text[-1:], ()):
        if len(text) > len(tail) and text.endswith(tail):
            rest = text[: -len(tail)]
            if tail[0].isascii() and rest[-1].isalnum():
                continue
            found.append(cleaned(rest).rstrip("?"))
            if len(found) > 3:
                break
    last = text.rpartition(" ")[2]
    stem = base(last)
    if stem != last and not (is_sino(last) and last.endswith(_NOUN_MAKERS)):
        found.append(text[: len(text) - len(last)] + stem)
    return found
