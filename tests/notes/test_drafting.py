"""Items drafted from notes of many subjects: fair, natural, each with the sentence it came from."""

import re
from collections import Counter

import pytest

from bot.content.model import ItemKind
from bot.content.names import folded
from bot.content.shapes.quiz import OneItemShape
from bot.notes.drafting.chosen_definitions import MUCH_LONGER
from bot.notes.drafting.items import MAX_DRAFTED, MAX_OF_A_CONCEPT, drafted_from_sheet
from bot.notes.drafting.terms import has_word, words_of
from bot.notes.exporting import item_fields
from bot.notes.model import Drafted, Rule
from bot.notes.reading import sheet_of
from tests.notes.sample_notes import NAMES, sample

EVERY = pytest.mark.parametrize("name", NAMES)


def drafted(name: str, content: bytes | None = None) -> list[Drafted]:
    """Draft items from a sample note, or from ``content``."""
    return drafted_from_sheet(sheet_of(name, sample(name) if content is None else content))


def of(text: str) -> list[Drafted]:
    """Draft items from a note that says ``text``."""
    return drafted("note.md", text.encode())


def stems(found: list[Drafted]) -> list[str]:
    return [each.item.stem.ko for each in found]


@EVERY
def test_an_ordinary_note_gives_at_least_five_items(name: str) -> None:
    found = drafted(name)

    assert 5 <= len(found) <= MAX_DRAFTED
    assert max(Counter(each.item.concept for each in found).values()) <= MAX_OF_A_CONCEPT


@EVERY
def test_every_item_passes_the_content_checker_and_shows_its_sentence(name: str) -> None:
    note = " ".join(sample(name).decode().replace("*", "").replace("`", "").split())

    for each in drafted(name):
        OneItemShape.model_validate(item_fields(each.item, "item-1"))
        first = each.sentence.split(" / ")[0].rstrip(".")
        assert first.replace(" ", "") in note.replace(" ", "")
        assert each.item.explanation.ko
        assert each.item.stamp


@EVERY
def test_no_stem_holds_a_word_of_its_key(name: str) -> None:
    for each in drafted(name):
        if each.item.kind is ItemKind.SHORT and each.item.key:
            words = words_of(each.item.key.ko) or (each.item.key.ko,)
            assert not [word for word in words if has_word(word, each.item.stem.ko)]


@EVERY
def test_no_contrast_is_right_as_well(name: str) -> None:
    for each in drafted(name):
        key = each.item.key
        right = {folded(word) for word in (key.ko if key else "", *each.item.accept)}
        assert not right & {folded(word) for word in each.item.contrast}


@EVERY
def test_neither_length_nor_names_tell_the_right_choice(name: str) -> None:
    for each in drafted(name):
        if each.rule is not Rule.DEFINITION:
            continue
        [key] = [choice.text.ko for choice in each.item.choices if choice.is_correct]
        wrong = [choice.text.ko for choice in each.item.choices if not choice.is_correct]
        assert len(key) <= MUCH_LONGER * max(map(len, wrong))
        assert len({key, *wrong}) == len(wrong) + 1
        stem = each.item.stem.ko
        name = re.sub(r"[을를] 바르게 .*$|^Which of these describes “|”\?$", "", stem)
        asked = {word for word in words_of(name) if has_word(word, key)}
        assert all(has_word(word, text) for word in asked for text in wrong)


def test_the_longest_choice_is_not_always_the_right_one() -> None:
    longest = []
    for name in NAMES:
        for each in drafted(name):
            if each.rule is Rule.DEFINITION:
                ordered = sorted(each.item.choices, key=lambda choice: len(choice.text.ko))
                longest.append(ordered[-1].is_correct)

    assert len(longest) > 20
    assert sum(longest) / len(longest) < 0.5


def test_statements_are_neither_all_true_nor_all_false() -> None:
    truths = [
        each.item.truth
        for name in NAMES
        for each in drafted(name)
        if each.item.truth in (True, False)
    ]

    assert 0.25 < sum(map(bool, truths)) / len(truths) < 0.75


@EVERY
def test_statements_of_one_card_are_true_and_false_by_turns(name: str) -> None:
    cards: dict[str, set[bool | None]] = {}
    counts: Counter[str] = Counter()
    for each in drafted(name):
        is_swappable = each.item.stem.ko.startswith("맞는 말일까요?")
        if is_swappable:
            cards.setdefault(each.item.concept, set()).add(each.item.truth)
            counts[each.item.concept] += 1

    assert all(cards[card] == {True, False} for card, count in counts.items() if count > 1)


@EVERY
def test_choices_of_several_stand_in_one_style(name: str) -> None:
    for each in drafted(name):
        if each.rule is Rule.SEVERAL:
            ends = {bool(re.search(r"니다$|요$", choice.text.ko)) for choice in each.item.choices}
            assert len(ends) == 1


def test_a_name_that_denies_another_is_its_nearest_wrong_answer() -> None:
    items = [each.item for each in drafted("sleep-memory.md") if each.item.concept == "rem"]

    [short] = [item for item in items if item.key]
    assert "비렘수면" in short.contrast


def test_what_a_compound_is_a_kind_of_does_not_stand_in_its_definition_alone() -> None:
    found = {each.item.stem.ko: each.item for each in drafted("sleep-memory.md")}

    item = found.get("렘수면을 바르게 설명한 것은 무엇일까요?")
    assert item is None or all("수면" in choice.text.ko for choice in item.choices)


def test_definitions_in_quotes_and_in_numbered_lists_are_asked_for() -> None:
    sleep = stems(drafted("sleep-memory.md"))
    trade = stems(drafted("joseon-economy.md"))

    assert "뇌의 활동이 느려지고 몸이 회복되는 수면 단계를 무엇이라고 하나요?" in sleep
    assert "남겨 둔 정보를 필요할 때 꺼내는 과정을 무엇이라고 하나요?" in sleep
    assert "개성을 중심으로 활동하며 인삼을 팔던 상인을 무엇이라고 하나요?" in trade


def test_numbers_at_the_head_of_a_list_name_nothing() -> None:
    assert not [
        each for each in drafted("tcp-udp.md") if each.item.key and "번" in each.item.key.ko
    ]


def test_a_sentence_that_only_mentions_another_concept_is_no_contrast() -> None:
    found = stems(drafted("sleep-memory.md"))

    assert not [stem for stem in found if "해마로 옮기는 데" in stem]


def test_a_particle_fits_a_name_in_latin_letters() -> None:
    found = stems(drafted("git-branching.md"))

    assert "cherry-pick을 바르게 설명한 것은 무엇일까요?" in found
    assert "rebase를 바르게 설명한 것은 무엇일까요?" in found


def test_chinese_characters_beside_a_name_are_another_name_of_it() -> None:
    found = {each.item.key.ko: each.item for each in drafted("joseon-economy.md") if each.item.key}

    assert found["방납"].accept == ("防納",)
    assert "공납" in found["방납"].contrast


def test_a_word_in_a_derived_name_gives_it_away() -> None:
    found = of(
        "## 컴포넌트\n- **함수형 컴포넌트:** 함수로 만든 컴포넌트이다.\n"
        "- **클래스형 컴포넌트:** 클래스로 만든 컴포넌트이다.\n"
        "- **순수 컴포넌트:** 같은 값이면 다시 그리지 않는 컴포넌트이다.\n"
    )

    assert "클래스형 컴포넌트를 바르게 설명한 것은 무엇일까요?" not in stems(found)


def test_a_sentence_about_two_things_defines_neither() -> None:
    found = of(
        "## props와 state\n"
        "props는 부모가 넘겨주는 읽기 전용 값이고, state는 안에서 바뀌는 값이다.\n\n"
        "## 무효\n무효는 누구나 주장할 수 있지만 취소는 취소권자만 할 수 있다.\n"
    )

    assert [each for each in found if each.rule in {Rule.TERM, Rule.DEFINITION}] == []


def test_the_first_entry_of_a_list_does_not_define_its_heading() -> None:
    found = of(
        "## 채무 불이행\n- 이행 지체 : 갚을 수 있는데도 제때 갚지 않는 것\n"
        "- 이행 불능 : 더는 약속을 지킬 수 없게 된 것\n"
    )

    keys = {each.item.key.ko for each in found if each.item.key}
    assert keys == {"이행 지체", "이행 불능"}
    assert not [stem for stem in stems(found) if ":" in stem]


def test_what_is_noted_in_parentheses_at_the_end_is_no_part_of_the_question() -> None:
    found = of("## 메타스페이스\n클래스의 정보를 저장하는 영역 (Java 8부터)\n")

    assert "클래스의 정보를 저장하는 영역을 무엇이라고 하나요?" in stems(found)


def test_a_place_is_asked_for_as_a_place() -> None:
    found = of(
        "## 힙\n- **Young 영역**: 새로 만든 작은 객체가 할당되는 영역\n"
        "- **Old 영역**: 오래 살아남은 객체가 옮겨 가는 영역\n"
    )

    items = {each.item.stem.ko: each.item for each in found}
    item = items["새로 만든 작은 객체가 할당되는 곳을 무엇이라고 하나요?"]
    assert "Old 영역" in item.contrast


def test_the_same_note_gives_the_same_items() -> None:
    assert drafted("tcp-udp.md") == drafted("tcp-udp.md")


def test_a_definition_asks_for_its_term_with_close_names_beside_it() -> None:
    found = {each.item.stem.ko: each.item for each in drafted("tcp-udp.md")}

    item = found["FIN과 ACK를 두 번씩 주고받아 연결을 끊는 과정을 무엇이라고 하나요?"]
    assert item.key is not None
    assert item.key.ko == "4-way handshake"
    assert "3-way handshake" in item.contrast


def test_other_names_of_the_sentence_are_right_as_well() -> None:
    found = {each.item.key.ko: each.item for each in drafted("tcp-udp.md") if each.item.key}

    assert found["TCP"].accept == ("Transmission Control Protocol",)
    assert found["혼잡 제어"].accept == ("Congestion Control",)


def test_a_wrong_choice_says_whose_definition_it_is() -> None:
    [item] = [
        each.item
        for each in drafted("tcp-udp.md")
        if each.item.stem.ko == "UDP를 바르게 설명한 것은 무엇일까요?"
    ]

    reasons = {choice.reason.ko for choice in item.choices if choice.reason}
    assert "그건 TCP에 대한 설명이에요." in reasons


def test_a_contrast_with_its_names_swapped_is_false_and_its_particles_fit() -> None:
    found = of(
        "## 큐\n큐는 먼저 넣은 것을 먼저 꺼내는 자료구조이다.\n\n"
        "## 스택\n스택은 나중에 넣은 것을 먼저 꺼내는 자료구조이다.\n\n"
        "## 큐와 스택의 차이\n"
        "- 큐는 줄 서기와 닮았지만 스택은 접시 쌓기와 닮았다.\n"
        "- 큐는 앞에서 꺼내고 스택은 위에서 꺼낸다.\n"
        "- 큐는 양쪽 끝을 쓰지만 스택은 한쪽 끝만 쓴다.\n"
    )

    compared = [each for each in found if "맞는 말일까요?" in each.item.stem.ko]
    assert compared
    for each in compared:
        said = each.item.stem.ko
        assert ("“큐는" in said) == each.item.truth
        assert "큐은" not in said
        assert "스택는" not in said


def test_what_is_common_to_two_is_never_swapped() -> None:
    found = of(
        "## 큐\n큐는 먼저 넣은 것을 먼저 꺼내는 자료구조이다.\n\n"
        "## 스택\n스택은 나중에 넣은 것을 먼저 꺼내는 자료구조이다.\n\n"
        "## 공통점\n- 큐와 스택은 모두 값을 차례로 담는다.\n- 큐도 스택도 서로 다르지 않게 쓴다.\n"
    )

    assert not [stem for stem in stems(found) if "모두 값을" in stem or "다르지 않게" in stem]


def test_pros_and_cons_become_a_choice_of_several() -> None:
    [item] = [each.item for each in drafted("interest.md") if each.rule is Rule.SEVERAL]

    assert item.stem.ko == "고정금리의 장점을 모두 골라 보세요."
    assert {choice.text.ko for choice in item.choices if choice.is_correct} == {
        "매달 내는 돈이 일정합니다",
        "이자가 오를까 봐 걱정하지 않아도 됩니다",
    }


def test_several_contrasts_of_two_things_become_a_choice_of_several() -> None:
    found = [each for each in drafted("process-thread.md") if each.rule is Rule.SEVERAL]

    item = found[0].item
    assert item.stem.ko == "프로세스에 대한 설명으로 맞는 것을 모두 골라 보세요."
    wrong = {choice.text.ko for choice in item.choices if not choice.is_correct}
    assert wrong == {
        "메모리를 공유한다",
        "생성 비용이 작다",
        "하나가 죽으면 전체가 죽을 수 있다",
    }


def test_halves_of_a_joint_heading_are_asked_about_on_its_card() -> None:
    found = [each.item for each in drafted("process-thread.md") if each.item.key]

    mutex = next(item for item in found if item.key and item.key.ko == "뮤텍스")
    assert mutex.concept == "myutekseuwa-semapoeo"
    assert "세마포어" in mutex.contrast


def test_a_compound_is_betrayed_by_its_parts() -> None:
    assert not [stem for stem in stems(drafted("interest.md")) if "정책금리로" in stem]


def test_a_kind_of_a_thing_is_no_wrong_answer_for_the_thing() -> None:
    items = [each.item for each in drafted("http-cache.md") if each.item.concept == "http-kaesi"]

    texts = [choice.text.ko for item in items for choice in item.choices]
    assert not [text for text in texts if text.endswith("캐시")]
    assert all("공유 캐시" not in item.contrast for item in items)


def test_a_heading_that_is_a_question_or_a_matter_is_no_term() -> None:
    found = of(
        "## 왜 쓸까?\n빠르기 때문이다.\n\n## 인덱스의 장점\n조회가 빨라지는 효과이다.\n\n"
        "## 설치 방법\n명령어를 입력하는 과정이다.\n"
    )

    assert found == []


@pytest.mark.parametrize(
    "sentence",
    [
        "포인터는 주소를 담는 변수이다.",
        "포인터란 주소를 담는 변수를 말한다.",
        "포인터(pointer)는 주소를 담는 변수입니다.",
        "**포인터**란 주소를 담는 변수를 의미해요.",
        "주소를 담는 변수를 포인터라고 합니다.",
        "주소를 담는 변수를 **포인터(pointer)** 라고 부른다.",
        "주소를 담는 변수예요.",
        "주소를 담는 변수다.",
        "주소를 담는 변수",
    ],
)
def test_a_definition_is_read_in_every_usual_style(sentence: str) -> None:
    found = of(f"## 포인터\n{sentence}\n")

    assert "주소를 담는 변수를 무엇이라고 하나요?" in stems(found)


@pytest.mark.parametrize(
    ("sentence", "stem"),
    [
        ("A mutex is a lock that one thread holds.", "a lock that one thread holds"),
        ("The mutex is a lock that one thread holds.", "a lock that one thread holds"),
        ("A lock that one thread holds", "a lock that one thread holds"),
        (
            "Mutex (mutual exclusion) is a lock that one thread holds",
            "a lock that one thread holds",
        ),
    ],
)
def test_an_english_definition_is_read_in_every_usual_style(sentence: str, stem: str) -> None:
    found = of(f"## Mutex\n{sentence}\n")

    assert f"What do we call {stem}?" in stems(found)


@pytest.mark.parametrize(
    "sentence",
    [
        "크기는 8바이트이다.",
        "둘 다 서버에 물어볼 때 쓰는 헤더이다.",
        "이것은 아주 중요한 개념이다.",
        "클라이언트는 요청을 보내는 프로그램이다.",
        "빠르기 때문입니다.",
        "그래서 자주 쓰이는 방법이다.",
    ],
)
def test_a_sentence_about_something_else_is_no_definition(sentence: str) -> None:
    found = of(f"## 헤더\n{sentence}\n")

    assert [each for each in found if each.rule is Rule.TERM] == []


def test_a_note_without_definitions_gives_no_items_rather_than_bad_ones() -> None:
    assert of("오늘은 날씨가 좋았다. 점심에 김밥을 먹었다.\n") == []


def test_an_english_swap_that_would_not_agree_is_left_as_it_is() -> None:
    [item] = [
        each.item for each in drafted("cell.md") if each.item.stem.ko.startswith("Is this right")
    ]

    assert item.truth is True
