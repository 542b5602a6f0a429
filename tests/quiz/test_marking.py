"""What is taken for the key of a short answer, what never is, and why."""

import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.content.model import Item, ItemKind
from bot.content.reader import read
from bot.discord_ui.words import LANGUAGES, voice
from bot.quiz.marking import MAX_ANSWER, Reason, Sheet, Why, mark
from bot.quiz.reasons import RIGHT
from bot.quiz.show.answer import mark_words
from tests.support.marking_pairs import every_pair, held_out

CONTENT = Path(__file__).parents[2] / "content"
LEAST_AGREEMENT = 0.96
MOST_WRONG_ACCEPTED = 0.01

KERNEL = Sheet(
    question="OS라면 모두 가지고 있고, 자원을 관리하고 명령을 해석하는 부분을 무엇이라고 할까요?",
    key="커널",
    accept=("kernel", "OS 커널"),
    contrast=("쉘", "shell", "하이퍼바이저"),
)
HYPERVISOR = Sheet(
    question="여러 게스트 OS를 돌리는 플랫폼은 무엇일까요?",
    key="하이퍼바이저",
    accept=("VMM",),
    contrast=("호스트 OS", "도커 엔진"),
)
TYPE_2 = Sheet(
    question="어느 종류의 하이퍼바이저일까요?",
    key="Type-2",
    accept=("타입 2", "호스트형"),
    contrast=("Type-1", "타입 1", "베어메탈"),
)
MANY = Sheet(
    question="‘서버:애플리케이션’의 관계를 비율로 적어 보세요.", key="1:N", contrast=("N:1", "1:1")
)
SIZE = Sheet(question="이미지의 크기는 보통 어느 정도인가요?", key="5~100MB", contrast=("5~100GB",))


def why(sheet: Sheet, answer: str) -> Why:
    return mark(sheet, answer).reason.why


@pytest.mark.parametrize(
    ("sheet", "answer", "reason"),
    [
        (KERNEL, "커널", Why.EXACT),
        (KERNEL, unicodedata.normalize("NFD", "커널"), Why.SAME_SPELLING),
        (KERNEL, "커 널", Why.SAME_SPELLING),
        (KERNEL, "커널이죠", Why.SAME_SPELLING),
        (KERNEL, "커널임", Why.SAME_SPELLING),
        (KERNEL, "정답은 커널 같아요", Why.SAME_SPELLING),
        (KERNEL, "제 생각엔 커널!", Why.SAME_SPELLING),
        (KERNEL, "커널 (OS의 핵심)", Why.SAME_SPELLING),
        (KERNEL, "명령을 해석하는 건 커널이에요", Why.IN_SENTENCE),
        (KERNEL, "쉘이 아니라 커널이요", Why.SAME_SPELLING),
        (KERNEL, "잘은 모르지만 커널", Why.SAME_SPELLING),
        (KERNEL, "커널 아닌가요?", Why.SAME_SPELLING),
        (KERNEL, "KERNEL", Why.ALIAS),
        (KERNEL, "I think it's the kernel", Why.ALIAS),
        (KERNEL, "kernels", Why.ALIAS),
        (KERNEL, "운영체제 커널", Why.ALIAS),
        (KERNEL, "zjsjf", Why.OTHER_KEYBOARD),
        (KERNEL, "ㅏㄷ구디", Why.OTHER_KEYBOARD),
        (HYPERVISOR, "hypervisor", Why.SAME_SOUND),
        (HYPERVISOR, "하이퍼바이져", Why.SAME_SPELLING),
        (HYPERVISOR, "하이버바이저", Why.TYPO),
        (HYPERVISOR, "브이엠엠", Why.SAME_SOUND),
        (TYPE_2, "타입 투", Why.ALIAS),
        (TYPE_2, "Type II", Why.SAME_SPELLING),
        (MANY, "1 대 다?", Why.SAME_NUMBER),
        (MANY, "one to many", Why.SAME_NUMBER),
        (SIZE, "5-100 메가", Why.SAME_NUMBER),
        (SIZE, "오에서 백 메가", Why.SAME_NUMBER),
        (SIZE, "약 5–100MB", Why.SAME_NUMBER),
        (KERNEL, "커널이라고 배웠던 것 같아요", Why.SAME_SPELLING),
        (KERNEL, "커널이라고생각합니다", Why.SAME_SPELLING),
        (KERNEL, "1. 커널", Why.SAME_SPELLING),
        (KERNEL, "OS의 핵심인 커널", Why.IN_SENTENCE),
        (KERNEL, "OS 구성 요소 중 커널", Why.IN_SENTENCE),
        (TYPE_2, "2타입", Why.SAME_SPELLING),
        (TYPE_2, "2", Why.ALIAS),
        (TYPE_2, "Type 2 hypervisor", Why.SAME_SPELLING),
        (TYPE_2, "2형 하이퍼바이저요", Why.SAME_SPELLING),
        (Sheet("무엇인가요?", "네트워크 계층"), "네트웍 계층", Why.SAME_SOUND),
        (Sheet("무엇인가요?", "외래 키", ("foreign key",)), "포린 키", Why.SAME_SOUND),
        (Sheet("무엇인가요?", "외래 키"), "왜래 키", Why.TYPO),
        (Sheet("무엇인가요?", "컨테이너"), "컨테니어", Why.TYPO),
        (Sheet("무엇인가요?", "가상 메모리"), "가상 메머리", Why.TYPO),
        (Sheet("무엇인가요?", "S기"), "에스기", Why.ALIAS),
        (Sheet("try와 짝인 키워드는?", "except"), "try except", Why.IN_SENTENCE),
        (Sheet("몇 초인가요?", "1초"), "1000ms", Why.SAME_NUMBER),
        (Sheet("무엇일까요?", "쿠키", ("cookie",)), "cookies", Why.ALIAS),
        (Sheet("무엇일까요?", "이미지"), "정답은이미지입니다", Why.SAME_SPELLING),
        (Sheet("무엇일까요?", "코틀린"), "코틀린이요", Why.SAME_SPELLING),
        (Sheet("HTTP 메서드 가운데 무엇일까요?", "POST"), "POST 메서드", Why.SAME_SPELLING),
        (Sheet("어느 해인가요?", "1945년"), "1945년 8월", Why.SAME_NUMBER),
        (Sheet("상태 코드는?", "404"), "HTTP 404", Why.IN_SENTENCE),
        (Sheet("시간 복잡도는?", "O(log n)"), "빅오 로그 n", Why.SAME_SPELLING),
        (Sheet("1:1에서 무엇으로 바뀌나요?", "1:N"), "1:1에서 1:N으로", Why.SAME_SPELLING),
        (Sheet("무엇인가요?", "CPU"), "중앙 처리 장치(CPU)", Why.SAME_SPELLING),
        (Sheet("무엇인가요?", "HTTP", (), ("HTTPS",)), "에이치티티피", Why.SAME_SPELLING),
    ],
)
def test_the_key_is_recognised_however_it_is_said(sheet: Sheet, answer: str, reason: Why) -> None:
    verdict = mark(sheet, answer)

    assert verdict.correct
    if reason is Why.ALIAS or reason is Why.SAME_SOUND:
        assert verdict.reason.why in (Why.ALIAS, Why.SAME_SOUND, Why.SAME_SPELLING)
    else:
        assert verdict.reason.why is reason


@pytest.mark.parametrize(
    ("sheet", "answer", "reason"),
    [
        (KERNEL, "", Why.EMPTY),
        (KERNEL, "  \n", Why.EMPTY),
        (KERNEL, "🤔🤔", Why.NO_WORDS),
        (KERNEL, "ㅋㅋㅋ", Why.NO_WORDS),
        (KERNEL, "커널" * MAX_ANSWER, Why.TOO_LONG),
        (KERNEL, "몰라요", Why.DONT_KNOW),
        (KERNEL, "I don't know", Why.DONT_KNOW),
        (KERNEL, KERNEL.question, Why.COPIED),
        (KERNEL, "자원을 관리하고 명령을 해석하는 부분", Why.COPIED),
        (KERNEL, "정답은 명령을 해석하는 부분입니다", Why.COPIED),
        (KERNEL, "커널은 아니에요", Why.NEGATED),
        (KERNEL, "not the kernel", Why.NEGATED),
        (KERNEL, "커널 말고요", Why.NEGATED),
        (KERNEL, "커널 또는 쉘", Why.SEVERAL),
        (KERNEL, "커널 (또는 쉘)", Why.SEVERAL),
        (KERNEL, "kernel or driver", Why.SEVERAL),
        (KERNEL, "쉘이요", Why.CONTRAST),
        (KERNEL, "커널이 아니라 쉘", Why.CONTRAST),
        (KERNEL, "hypervisor", Why.CONTRAST),
        (KERNEL, "tnpf", Why.CONTRAST),
        (KERNEL, "커널 패닉", Why.MORE),
        (KERNEL, "터널", Why.OTHER),
        (TYPE_2, "타입 원", Why.CONTRAST),
        (TYPE_2, "Type I", Why.CONTRAST),
        (TYPE_2, "타입", Why.PART),
        (TYPE_2, "Type-3", Why.OTHER),
        (MANY, "N대1", Why.CONTRAST),
        (MANY, "2:N", Why.OTHER_NUMBER),
        (KERNEL, "커널이라고 생각하지 않아요", Why.NEGATED),
        (KERNEL, "커널이라고 하면 틀려요", Why.NEGATED),
        (KERNEL, "OS랑 커널", Why.SEVERAL),
        (KERNEL, "도메인 커널", Why.MORE),
        (Sheet("무엇일까요?", "유니크", ("unique",)), "유니크 아님", Why.NEGATED),
        (Sheet("무엇일까요?", "코틀린"), "코틀린은 아니에요", Why.NEGATED),
        (Sheet("무엇이라고 하나요?", "바이오스"), "바이오스/하드웨어", Why.SEVERAL),
        (Sheet("무슨 옵션인가요?", "-p", (), ("-P",)), "-P 옵션", Why.CONTRAST),
        (Sheet("VM은 무엇의 약자인가요?", "virtual machine"), "VM", Why.COPIED),
        (Sheet("무엇인가요?", "HTTP"), "HTTPS", Why.MORE),
        (Sheet("무엇인가요?", "container"), "containerd", Why.MORE),
        (Sheet("무엇인가요?", "docker ps"), "docker pc", Why.CLOSE),
        (Sheet("무엇인가요?", "virtual machine"), "visual machine", Why.OTHER),
        (Sheet("무엇인가요?", "게스트 운영체제"), "베스트 운영체제", Why.CLOSE),
        (Sheet("무엇인가요?", "32 bit"), "32바이트", Why.OTHER_NUMBER),
        (SIZE, "5~100KB", Why.OTHER_NUMBER),
        (SIZE, "5-100 기가", Why.CONTRAST),
    ],
)
def test_what_is_not_the_key_is_refused_for_its_reason(
    sheet: Sheet, answer: str, reason: Why
) -> None:
    assert why(sheet, answer) is reason
    assert not mark(sheet, answer).correct


@pytest.mark.parametrize(
    ("key", "other"),
    [
        ("비동기", "동기"),
        ("관성", "감성"),
        ("증가", "증감"),
        ("이성계", "이승계"),
        ("회의록", "회의론"),
        ("오름차순", "내림차순"),
        ("immutable", "mutable"),
        ("employer", "employee"),
        ("absorption", "adsorption"),
        ("neutron", "neuron"),
        ("C++", "C"),
        ("O(log n)", "O(n log n)"),
        ("H2O", "H2O2"),
        ("1592년", "1529년"),
        ("2/5", "5/2"),
        ("3.5%", "35%"),
        ("32", "-32"),
        ("서울", "서을"),
    ],
)
def test_another_real_word_or_number_is_no_typo(key: str, other: str) -> None:
    assert not mark(Sheet("무엇일까요?", key), other).correct


def test_a_key_of_several_things_may_come_in_any_order() -> None:
    sheet = Sheet("물을 이루는 두 원소는?", "수소와 산소")

    assert mark(sheet, "산소, 수소").correct
    assert not mark(sheet, "산소").correct


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("reason", list(Why))
def test_every_reason_has_a_sentence(language: str, reason: Why) -> None:
    words = mark_words(Reason(reason, "Type-2"), voice(language))

    assert re.search(r"[.요]$", words)
    assert "marked-" not in words


def test_a_contrast_is_named_in_the_reason() -> None:
    words = mark_words(mark(TYPE_2, "타입 원이요").reason, voice("ko"))

    assert "뜻이 다른" in words
    assert "1" in words


def short_items() -> list[Item]:
    library = read(CONTENT)
    return [item for item in library.items if item.kind is ItemKind.SHORT]


def sheet_of(item: Item) -> Sheet:
    assert item.key is not None
    english = (item.key.en,) if item.key.en else ()
    return Sheet(item.stem.ko, item.key.ko, (*english, *item.accept), item.contrast)


@pytest.mark.parametrize("item", short_items(), ids=lambda item: item.id)
def test_a_shipped_item_takes_its_names_and_refuses_its_contrasts(item: Item) -> None:
    sheet = sheet_of(item)

    assert [name for name in (sheet.key, *sheet.accept) if not mark(sheet, name).correct] == []
    assert [name for name in sheet.contrast if mark(sheet, name).correct] == []


@pytest.mark.parametrize("item", short_items(), ids=lambda item: item.id)
def test_a_shipped_item_refuses_the_keys_of_its_siblings(item: Item) -> None:
    sheet = sheet_of(item)
    own = {name.casefold() for name in (sheet.key, *sheet.accept)}
    siblings = {sheet_of(other).key for other in short_items()}

    accepted = {key for key in siblings if key.casefold() not in own and mark(sheet, key).correct}

    assert accepted == set()


SHEETS = [*dict.fromkeys(pair.sheet for pair in every_pair())]
NOUNS = [sheet for sheet in SHEETS if re.fullmatch(r"[가-힣]{3,}", sheet.key)]
WRAPPERS = (
    "{}",
    " {} ",
    "{}입니다",
    "정답은 {}",
    "제 생각엔 {}!",
    "{}요",
    "{}인 것 같아요",
    "“{}”",
)


@given(answer=st.text(), sheet=st.sampled_from(SHEETS))
def test_any_text_gets_a_verdict_that_agrees_with_its_reason(answer: str, sheet: Sheet) -> None:
    verdict = mark(sheet, answer)

    assert verdict.correct == (verdict.reason.why in RIGHT)


@given(texts=st.tuples(st.text(min_size=1), st.text(), st.text(), st.text()))
def test_any_sheet_can_be_marked_by(texts: tuple[str, str, str, str]) -> None:
    key, question, contrast, answer = texts
    verdict = mark(Sheet(question, key, (), (contrast,)), answer)

    assert verdict.correct == (verdict.reason.why in RIGHT)


@given(sheet=st.sampled_from(SHEETS), upper=st.booleans(), form=st.sampled_from(["NFC", "NFD"]))
def test_a_right_name_is_right_in_any_case_and_composition(
    sheet: Sheet, upper: bool, form: str
) -> None:
    for name in (sheet.key, *sheet.accept):
        said = unicodedata.normalize(form, name.upper() if upper else name)  # type: ignore[arg-type]
        # -P is another option than -p, where the sheet says so.
        assert mark(sheet, f"  {said} ").correct or said in sheet.contrast, said


@given(sheet=st.sampled_from(NOUNS), wrapper=st.sampled_from(WRAPPERS))
def test_a_key_is_right_in_any_wrapper(sheet: Sheet, wrapper: str) -> None:
    assert mark(sheet, wrapper.format(sheet.key)).correct


@given(
    sheet=st.sampled_from([sheet for sheet in SHEETS if sheet.contrast]),
    wrapper=st.sampled_from(WRAPPERS),
    form=st.sampled_from(["NFC", "NFD"]),
    spaced=st.booleans(),
)
def test_a_contrast_is_wrong_in_any_wrapper(
    sheet: Sheet, wrapper: str, form: str, spaced: bool
) -> None:
    for name in sheet.contrast:
        said = unicodedata.normalize(form, wrapper.format(name))  # type: ignore[arg-type]
        said = said.replace(" ", "") if spaced else said
        assert not mark(sheet, said).correct, said


@given(
    sheet=st.sampled_from(NOUNS),
    denial=st.sampled_from(
        ("{} 아님", "{}은 아니에요", "{}가 아니다", "{} 말고요", "not {}", "{}라고 하면 틀려요")
    ),
)
def test_a_denied_key_is_wrong(sheet: Sheet, denial: str) -> None:
    assert not mark(sheet, denial.format(sheet.key)).correct


OTHERS = ("하드웨어", "이미지", "도메인", "파이프라인")


@given(
    sheet=st.sampled_from([s for s in NOUNS if not any(o in str(s) for o in OTHERS)]),
    other=st.sampled_from(OTHERS),
    together=st.sampled_from(("{}/{}", "{} 또는 {}", "{}랑 {}", "{} {}")),
)
def test_the_key_beside_another_name_is_wrong(sheet: Sheet, other: str, together: str) -> None:
    asked = Sheet("이것을 무엇이라고 하나요?", sheet.key, sheet.accept, sheet.contrast)

    assert not mark(asked, together.format(sheet.key, other)).correct
    assert not mark(asked, together.format(other, sheet.key)).correct


def test_the_pairs_are_many_and_tempting() -> None:
    pairs = every_pair()

    assert len(pairs) >= 400
    assert sum(not pair.correct for pair in pairs) >= 0.45 * len(pairs)
    assert len({pair.subject for pair in pairs}) >= 9


def test_marking_agrees_with_people_on_the_half_held_out() -> None:
    judged = [(pair, mark(pair.sheet, pair.answer).correct) for pair in held_out()]
    agreed = sum(pair.correct == taken for pair, taken in judged)
    wrong_accepted = [pair for pair, taken in judged if taken and not pair.correct]

    assert agreed >= LEAST_AGREEMENT * len(judged)
    assert len(wrong_accepted) <= MOST_WRONG_ACCEPTED * len(judged)
    assert [pair.answer for pair in wrong_accepted if pair.kind == "contrast"] == []


def test_marking_agrees_with_people_in_every_subject() -> None:
    pairs = held_out()
    for subject in {pair.subject for pair in pairs}:
        own = [pair for pair in pairs if pair.subject == subject]
        agreed = sum(mark(pair.sheet, pair.answer).correct == pair.correct for pair in own)
        assert agreed >= 0.92 * len(own), subject
