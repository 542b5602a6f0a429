"""Definitions in Korean sentences: 「…는 …이다」, 「…를 …라고 한다」, 「…하는 과정이다」."""

import itertools
import re
from collections.abc import Sequence

from bot.content.model import Concept
from bot.notes.drafting.said import Said
from bot.notes.drafting.sentences import plain, sentences_in
from bot.notes.drafting.terms import names_of

_PARENTHESES = r"(?:\s*[(（](?P<also>[^()（）]*)[)）]\s*)?"
_CALLED = re.compile(
    r"^(?P<phrase>.+)(?:을|를)\s+(?:흔히\s+|보통\s+)?[‘'\"“]?(?P<name>[^‘'\"“”’]+?)[’'\"”]?"
    r"\s*(?:이?라고|이?라)\s+(?:한다|합니다|해요|부른다|부릅니다|불러요|말한다|말해요)$"
)
_MEANT = re.compile(
    r"(?:을|를)\s+(?:말한다|말합니다|말해요|뜻한다|뜻합니다|뜻해요|의미한다|의미합니다|의미해요|가리킨다|가리켜요"
    r"|가리킵니다|일컫는다|이른다)$"
)
_COPULA = re.compile(r"(?:이에요|이예요|예요|에요|입니다|이다|임)$")
# Nouns of what a thing can be; they may end a definition without any ending after them.
_KINDS = (
    "과정 절차 단계 상태 방법 방식 기술 기법 기능 도구 프로그램 소프트웨어 "
    "하드웨어 시스템 플랫폼 프로토콜 규약 규칙 구조 자료구조 자료형 형식 모델 "
    "패턴 개념 원칙 원리 이론 법칙 함수 메서드 명령 명령어 연산 연산자 지시어 "
    "헤더 식별자 번호 값 코드 문자열 주소 인덱스 캐시 메모리 저장소 공간 영역 "
    "장치 기기 서버 서비스 네트워크 환경 단위 집합 묶음 목록 파일 문서 객체 "
    "클래스 인스턴스 변수 데이터 정보 언어 알고리즘 전략 정책 제도 현상 성질 "
    "특성 속성 능력 비율 수치 정도 지표 관계 계층 층 통로 창구 역할 행위 "
    "작업 활동 일 것 곳 때 사람 기관 조직 물질 세포 반응 힘 에너지 시장 "
    "비용 가격 사건 시기 시대 전쟁 제품 요소 부분 조각 표 도메인 라이브러리 "
    "프레임워크 엔진 인터페이스 포인터 참조 스냅샷 이름 표시 신호 메시지 요청 "
    "응답 오류 공격 취약점 키 열 행 제약 조건 트랜잭션 스레드 프로세스 큐 "
    "스택 트리 그래프 "
).split()
_BARE = re.compile(rf"(?:{'|'.join(sorted(_KINDS, key=len, reverse=True))})$")
_DEMONSTRATIVE = re.compile(
    r"^(?:이|그|저|이런|그런|이것|그것|여기|둘|모두(?!가)|또|그래서|하지만|즉|예를|만약|다만)(?:[은는이가도]?\s|\s)"
)
# First words that describe the noun after them, and are no topic of their own.
_DESCRIBING = frozenset(
    (
        "받는 보내는 같은 다른 작은 많은 높은 낮은 빠른 하는 있는 없는 쓰는 "
        "주는 보는 큰 긴 짧은 새로운 남은 먼저 좋은 적은 모든 어떤 여러 만든 "
        "더는 때로는 보통은 대개는 맡은 걸리는 찾는 읽는 담는 나누는 묶은 얻은 주고받는 "
    ).split()
)
# A verb before its noun, where hardly any noun with a particle ends so.
_VERBAL = re.compile(
    r"(?:하|되|려|있|없|않|받|맺|끊|보내|만드|나누|줄이|찾|읽|담|묶|막|주|쓰|오르|내리|움직이)는$"
)
_ASIDE = re.compile(r"\s*[(（][^()（）]*[)）]$")
_HEADED = re.compile(r"^(?P<name>[^:：]{1,30}?)\s*[:：]\s+(?P<said>\S.*)$")
_AFTER_TURN = re.compile(r"(?:이고|이며|지만|인데|하고|되고|반면에?),?\s+(\S+(?:은|는))\s")
_TOPIC = re.compile(r"(?:은|는)$")
_OTHER_NAME = re.compile(r"[A-Za-z가-힣][\w .&/+'-]{1,38}")
_LATIN_TOPIC = re.compile(r"[A-Za-z0-9)](?:은|는)$")
MIN_ENTRY = 12
MAX_TAIL = 4  # words of a compound noun after what describes it


def definition_in(sentence: str, concept: Concept, others: Sequence[Concept]) -> Said | None:
    """Return what a sentence says that ``concept`` is; None where it is no definition of it."""
    text = _ASIDE.sub("", sentence.rstrip(" .。!:").strip()).rstrip()
    if headed := _HEADED.match(text):
        if not _is_name(headed["name"], concept):
            return None  # the first entry of a list, about a part of the concept
        text = headed["said"]
    if any(map(_is_topic, _AFTER_TURN.findall(text))):
        return None  # 「A는 …이고, B는 …이다」 tells two things apart
    return (
        _called(text, concept) or _of_subject(text, concept, others) or _bare(text, concept, others)
    )


def _called(text: str, concept: Concept) -> Said | None:
    found = _CALLED.match(text)
    if found and _is_name(found["name"], concept):
        return Said(found["phrase"].strip(), concept.title.ko, also=_also(found["name"]))
    return None


def _of_subject(text: str, concept: Concept, others: Sequence[Concept]) -> Said | None:
    for name in sorted(names_of(concept), key=len, reverse=True):
        begin = rf"^[‘'\"“]?{re.escape(name)}[’'\"”]?{_PARENTHESES}"
        found = re.match(rf"{begin}(?:이란|란|은|는)\s*,?\s*(?P<said>.+)$", text, re.I)
        if not found:
            continue
        said = found["said"].strip()
        if _speaks_of(said, others):
            return None  # 「A는 …이고, B는 …이다」 tells two things apart
        also = _also(f"({found['also']})") if found["also"] else ()
        if thing := _thing(said):
            return Said(thing, name, also=also)
        return Said(f"{said}.", name, is_thing=False, also=also)
    return None


def _bare(text: str, concept: Concept, others: Sequence[Concept]) -> Said | None:
    """A definition without a subject, as it stands beside a term: `…을 맺는 과정이다`."""
    if _DEMONSTRATIVE.match(text) or "이란 " in text:
        return None
    words = text.split()
    if _is_topic(words[0]):
        return _entry(text, concept)
    for before, word in itertools.pairwise(words):
        if _LATIN_TOPIC.search(word) or (before.endswith("의") and _TOPIC.search(word)):
            return None
    thing = _thing(text)
    if thing is None:
        return _entry(text, concept)
    # A whole sentence (…이다) says what a thing is, whatever its noun; a bare one only by its noun.
    is_told = _BARE.search(thing) or _COPULA.search(text)
    if not is_told or not _is_described(thing) or _speaks_of(thing, others):
        return None
    return Said(thing, concept.title.ko)


def _entry(text: str, concept: Concept) -> Said | None:
    """One sentence that is all there is beside a term of a list: what the term stands for."""
    is_alone = not concept.sections and concept.related and text in plain(concept.short.ko)
    if not is_alone or len(text) < MIN_ENTRY or len(sentences_in(concept.short.ko)) > 1:
        return None
    return Said(f"{text}.", concept.title.ko, is_thing=False)


def _is_topic(word: str) -> bool:
    if not _TOPIC.search(word) or word in _DESCRIBING:
        return False
    return _VERBAL.search(word) is None


def _speaks_of(said: str, others: Sequence[Concept]) -> bool:
    """Whether another concept is a topic of its own in what is said."""
    names = (re.escape(name) for other in others for name in names_of(other) if len(name) > 1)
    pattern = "|".join(names)
    return bool(pattern) and re.search(rf"(?:{pattern})(?:은|는)\s", said, re.I) is not None


def _also(name: str) -> tuple[str, ...]:
    inside = re.findall(r"[(（]([^()（）]+)[)）]", name)
    names = (each.strip() for words in inside for each in words.split(","))
    return tuple(each for each in names if _OTHER_NAME.fullmatch(each))


def _thing(said: str) -> str | None:
    """The noun that a sentence's end names, with all before it; None where it ends in a verb."""
    if found := _MEANT.search(said):
        return said[: found.start()].strip()
    if found := _COPULA.search(said):
        noun = said[: found.start()].strip()
        return noun if _ends_in_noun(noun) else None
    if said.endswith("다") and _BARE.search(said[:-1]):
        return said[:-1].strip()  # 자료구조다
    return said if _BARE.search(said) else None


def _ends_in_noun(text: str) -> bool:
    # 「…때문입니다」「…뿐이에요」「…수 있는 편이에요」「가장 큰 특징이다」 name nothing.
    return not re.search(
        r"때문$|(?:^|\s)(?:뿐|덕분|탓|셈|편|법|중|정도|마련|예정|특징|차이|차이점|이유|까닭|점|예|예시|경우"
        r"|문제|문제점|장점|단점|핵심|결과|필요|사실|순서|상황)$",
        text,
    )


def _is_described(thing: str) -> bool:
    words = thing.split()
    return any(_describes(word) for word in words[-MAX_TAIL - 1 : -1])


def _describes(word: str) -> bool:
    """Whether a word may be a verb before its noun: it ends in ㄴ or ㄹ (하는, 쓴, 쓸)."""
    last = word[-1:]
    if not "가" <= last <= "힣":
        return False
    return (ord(last) - ord("가")) % 28 in (4, 8)


def _is_name(text: str, concept: Concept) -> bool:
    bare = re.sub(r"\s*[(（].*$", "", text).strip().casefold()
    return bare in {name.casefold() for name in names_of(concept)}
