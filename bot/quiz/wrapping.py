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
    r"(?:(?:제가|내가) )?(?:배운|아는|기억하는|들은) (?:바로는?|대로라면|대로면|대로|걸로는)|"
    r"(?:제가|내가) (?:알기로는|알기론|기억하기로는|배우기로는|보기에는|보기엔)|"
    r"(?:아마도|아마|혹시|음+|어+|아+|그+|흠+|글쎄요?|당연히|당근|바로|아무래도|일단|그냥|분명히?|"
    r"확실히|그니까|그러니까|보통|역시|"
    r"네|넵|예|저기|근데|그럼|이건|그건|이거는?|그거는?|저거|그것은|이것은|그게|이게|그 뭐냐|"
    r"그 뭐더라|뭐지|뭐더라|찍자면)"
    r"(?=[\s,.…~!?]|$)|"
    r"(?:제)?(?:정답|답|답변|답안)(?:은|이|:| :|(?=[\s:=]))|"
    r"(?:잘은?|정확히는?|확실히는|확실하지는?|확실하진|확실친|잘은)? ?"
    r"(?:모르겠지만|모르지만|모르겠는데|모르겠으나|않지만|않은데|아니지만|몰라도)|"
    r"(?:i think|i guess|i believe|i'd say|i would say|imo|maybe|perhaps|probably|possibly|"
    r"well|um+|uh+|hmm+|"
    r"so|oh|yes|surely|obviously|of course|not sure but|i'm not sure but|"
    r"i'm (?:pretty |fairly |quite |almost )?(?:sure|certain)(?: that)?|my answer is|my guess is|"
    r"(?:the )?(?:correct |right )?answer(?: is|:| would be|'s)?|that|isn't (?:it|that|this)|"
    r"(?:it|that|this|they|these)(?:'s|'re| is| was| would be| must be| should be| are|'d be)"
    r"(?: called| known as| named)?|(?:is|was|are) (?:it|that|this)|called)(?=[\s,.:!?])|"
    r"[a-z][a-z' -]{0,60} (?:is|are|was|were) (?:called|known as|named|termed)(?=\s)|"
    r"(?:you|we|i|people|they)(?:'d| would| can| should| just)? "
    r"(?:use|run|type|call (?:it|this|that|them))"
    r"(?=\s)|"
    r"a:|q:|ans:|답 ?[:=)]|-(?!\d)|[*•>]|\d{1,2}[.)] (?=\D)"
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
    # Voice typing leaves the blanks out: 커널이라고생각합니다.
    tails += [tail.replace(" ", "") for tail in tails if not tail.isascii()]
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
    r"활동|도구|툴|시스템|상황|컬럼|칼럼|필드|구문|문|절|계층|레이어|커맨드|column|tool|platform|technique|"
    r"원리|이론|법칙|프로토콜|자료 ?구조|함수|입자|호르몬|기관|반응|운동|부분|장점|단점|특징|"
    r"형태|색|사건|법|비율|관계|코드|값|단계|객체|"
    r"process|layer|protocol|function|structure|command|method|law|effect|unit|order|objects?|"
    r"type|types|"
    r"state|program|software|reaction|particle|hormone)$"
)


# 커널이라고 배웠음, 컨테이너라고 부르는 걸로 알아요: a name, and somebody who says or knows it.
_TOLD = re.compile(
    r"(?:이?라고|이?라는 ?(?:것|거|걸|말|용어|개념|이름)?(?:으로|로|을|를)?|"
    r"이?란 ?(?:것|거|걸|말)?(?:으로|로|을|를)?|이?라|"
    r"으로|로|인 ?(?:것|걸|거|줄)(?:으로|로)?|일 ?(?:것|거)(?:라고|라)) ?"
    r"(?:(?:보통|흔히|주로|다들|저는|제가|그냥|수업에서|책에서|노트에서|강의에서) )*"
    r"(?:배[우웠운울]|알[고아았겠게]|압|아는|들[었은어]|생각|봅|봐|봤|보[고는이여았]|부[르릅른를]|불[러리렸립린]|"
    r"하[는던죠지고네더]|합|해|했|한|함|말[하해했합한]|기억|적[었을은겠]|예상|추측|추정|확신|믿|여겨|칭|정의|외[웠우]|"
    r"답[하해했]|쓸|찍)[가-힣]*"
    r"(?: ?(?:것|거|걸|게|건|적|기억|줄|데)(?:으로|로|이|은|을|도)? ?"
    r"(?:알|압|아는|기억|같|있|맞|싶|생각|합|보|나)[가-힣]*)*$"
)
_NOT_SO = re.compile(r"않|못|아니|아닌|없|말고|틀[렸린]|\b안 |착각|오해|헷갈")

_ASKED = re.compile(
    # 하이퍼바이저를 무엇이라, 하이퍼바이저는 어떤 유형, 하이퍼바이저는?
    r"([a-z]{2,}(?:은|는|을|를)|[가-힣]{2,}) (?:영어로 |흔히 |보통 )?(?=무엇|뭐|뭘|어떤|어느|무슨)|"
    r"([a-z]{2,}|[가-힣]{2,}) (?=가운데|중에서?)|"
    r"([가-힣]{2,}(?:은|는)) (?=(?:type|타입|제)?\s?몇 ?(?:번|형|인가|일까|종))|"
    r"([a-z]{2,}(?:은|는)|[가-힣]{2,}(?:은|는))\s*\?$|"
    # 운영체제를 부르는 이름은, 하이퍼바이저의 종류는
    r"([a-z]{2,}|[가-힣]{2,}?)(?:을|를) (?:부르|가리키|일컫|뜻하|나타내)[가-힣]+|"
    r"([a-z]{2,}|[가-힣]{2,}?)(?:의)? ?(?:이름|명칭|유형|종류)(?:은|는|이)|"
    r"(?:어느|어떤|무슨|which|what|how many) (?:종류의 |kind of |type of )?([a-z]{3,}|[가-힣]{2,})|"
    r"\b(?:what is|what's|name) (?:the |a |an )(?:name of the |term for the |kind of |type of )?"
    r"(?:[a-z-]+ )??([a-z]{3,}) (?:that|which|of|for|where|used|called|in)\b"
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


# Nouns of kind that say the same of a thing: who asks for a 과정 is answered with a 작용.
_ALIKE = [
    group.split()
    for group in (
        "과정 작용 현상 반응 활동",
        "방식 방법 기법 기술 원리 process method technique",
        "프로그램 소프트웨어 도구 툴 플랫폼 시스템 program software tool platform",
        "상태 상황 state",
        "층 계층 레이어 layer",
        "용어 개념 말 이름 명칭 term",
        "열 컬럼 칼럼 필드 column",
        "명령 명령어 커맨드 command 문 구문 절",
    )
]


def _kinds_of(noun: str) -> list[str]:
    alike = [other for group in _ALIKE if noun in group for other in group if len(other) > 1]
    return [noun, *_KINDS.get(noun, ()), *alike]


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
        return _NAMELY.sub("", head)
    found = _CLASSIFIERS.search(text)
    if found is None or found.start() == 0:
        return None
    noun = found.group().split()[-1] if " " in found.group().strip() else found.group().strip()
    is_named = "라" in found.group() or noun in ("것", "거", "비율", "관계", "형태")
    if not is_named and not any(kind in question for kind in _kinds_of(noun)):
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


_NAMELY = re.compile(r" ?(?:이?라는|이?란|이?라고 하는|called|named)$")


def _is_same_noun(word: str, noun: str) -> bool:
    plain = canonical(base(word))
    return plain == canonical(noun) or same_sound(plain, canonical(noun))


_SHORT_NOUN = re.compile(r"([가-힣])(?:으로|로|에서|에|까지|부터|도|만|의)")


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
    if (told := _TOLD.search(text)) and told.start() and not _NOT_SO.search(told.group()):
        found.append(cleaned(text[: told.start()]))
    last = text.rpartition(" ")[2]
    stem = base(last)
    if last != text and (short := _SHORT_NOUN.fullmatch(last)):
        stem = short[1]  # 기본 키로, 논리적인 것으로
    if stem != last and not (is_sino(last) and last.endswith(_NOUN_MAKERS)):
        found.append(text[: len(text) - len(last)] + stem)
    return found
