"""Every planted fault is told with its file, its line, what is wrong and what to write instead."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.content.fault_kinds import FaultKind as Kind
from bot.content.faults import Fault
from bot.content.limits import MAX_TEXT_FILE
from bot.content.reader import BrokenContent, check, read
from bot.content.words_en import SENTENCES as ENGLISH
from bot.content.words_ko import SENTENCES as KOREAN
from tests.content.small_library import change, write_library

TOPIC, QUIZ, AGENDA = "sea/topic.yaml", "sea/quiz.yaml", "sea/agenda.yaml"
TIDE, WAVE, SWIM = "sea/concepts/tide.md", "sea/concepts/wave.md", "sea/discussions/swim.md"


@dataclass(frozen=True)
class Planted:
    """`old` becomes `new` in `file`; words of the sentence that has to follow."""

    file: str
    line: int
    kind: Kind
    old: str
    new: str
    ko: str
    en: str


PLANTED = [
    Planted(WAVE, 4, Kind.MISSPELT_KEY, "related:", "relatd:", "`relatd` 키", "mean `related`"),
    Planted(WAVE, 4, Kind.UNKNOWN_KEY, "related: [tide]", "colour: x", "`colour` 키", "one of: id"),
    Planted(
        WAVE, 2, Kind.MISSING_KEY, "title: {ko: 파도, en: Wave}", "# none", "`title`", "missing"
    ),
    Planted(WAVE, 4, Kind.MISSPELT_ID, "[tide]", "[tidw]", "「tide」라고 쓰려던", "mean “tide”"),
    Planted(WAVE, 4, Kind.NO_SUCH_ID, "[tide]", "[moon]", "「moon」이(가) 없어요", "“moon”, which"),
    Planted(WAVE, 4, Kind.POINTS_AT_ITSELF, "[tide]", "[wave]", "자기 자신", "itself"),
    Planted(WAVE, 4, Kind.REPEATED_IN_LIST, "[tide]", "[tide, tide]", "두 번", "“tide” twice"),
    Planted(WAVE, 4, Kind.NOT_A_LIST, "[tide]", "tide", "목록", "needs a list"),
    Planted(
        WAVE, 2, Kind.ID_IS_NOT_FILE_NAME, "id: wave", "id: waves", "파일 이름 「wave」", "waves.md"
    ),
    Planted(WAVE, 2, Kind.BAD_SLUG, "id: wave", "id: Wave_1", "「Wave_1」", "lower-case"),
    Planted(
        WAVE, 3, Kind.NAME_CLAIMED_TWICE, "ko: 파도", "ko: 밀물과썰물", "`tide`에서도", "`tide`"
    ),
    Planted(WAVE, 4, Kind.REPEATED_KEY, "related: [tide]", "id: wave", "2번째 줄", "line 2"),
    Planted(WAVE, 3, Kind.TOO_LONG, "ko: 파도", f"ko: {'파' * 61}", "61자", "60 characters"),
    Planted(WAVE, 5, Kind.BROKEN_YAML, "[tide]", "[tide", "YAML 문법", "not valid YAML"),
    Planted(WAVE, 1, Kind.NO_FRONT_MATTER, "---\nid", "id", "`---` 줄로 시작", "start with"),
    Planted(
        WAVE, 7, Kind.NO_SHORT_ANSWER, "바람이 물의 겉을", "- 바람이", "짧은 답", "short answer"
    ),
    Planted(
        TIDE, 18, Kind.TEXT_WITHOUT_HEADING, "## 왜 생길까?\n", "", "소제목이 없어요", "heading"
    ),
    Planted(TIDE, 18, Kind.TITLE_IN_BODY, "## 왜", "# 왜", "큰 제목", "top heading"),
    Planted(
        TIDE, 18, Kind.EMPTY_SECTION, "달이 바닷물을 당겨서 생겨요.\n", "", "글이 없어요", "no text"
    ),
    Planted(TIDE, 19, Kind.TAB, "달이 바닷물", "달이\t바닷물", "탭 문자", "two spaces"),
    Planted(TIDE, 19, Kind.CONTROL_CHARACTER, "달이 바", "달이\x08바", "U+0008", "U+0008"),
    Planted(TIDE, 13, Kind.NO_SUCH_ID, "tide-figure", "whale", "「whale」", "“whale”"),
    Planted(TIDE, 12, Kind.NO_SUCH_ID, "[sea-page]", "[blog]", "references", "references"),
    Planted(
        TOPIC, 10, Kind.BAD_URL, "https://example.com/sea", "example.com", "웹 주소", "web address"
    ),
    Planted(
        TOPIC, 13, Kind.FIGURE_FILE_MISSING, "tide.png", "tides.png", "그림 파일", "does not exist"
    ),
    Planted(TOPIC, 16, Kind.OUTSIDE_IS_COVERED, "해류", "파도", "「파도」", "is a name of"),
    Planted(TOPIC, 2, Kind.NOT_A_NUMBER, "order: 1", "order: 첫째", "「첫째」", "digits"),
    Planted(TOPIC, 6, Kind.IN_TWO_CHAPTERS, "[tide, wave]", "[tide, wave, tide]", "두 번", "twice"),
    Planted(
        QUIZ,
        5,
        Kind.NOT_ONE_KEY,
        "reason: {ko: 파도를 만들어요., en: It makes waves.}",
        "correct: true",
        "2개예요",
        "has 2",
    ),
    Planted(
        QUIZ, 5, Kind.NO_KEY, "correct: true", "reason: {ko: 틀려요}", "정답인 보기가", "is right"
    ),
    Planted(
        QUIZ,
        7,
        Kind.NO_REASON,
        ", reason: {ko: 파도를 만들어요., en: It makes waves.}",
        "",
        "「바람」",
        "“바람”",
    ),
    Planted(QUIZ, 5, Kind.SAME_CHOICE, "ko: 물고기", "ko: 바람", "「바람」", "“바람”"),
    Planted(QUIZ, 3, Kind.BAD_CHOICE_OF_WORD, "kind: single", "kind: one", "「one」", "“one”"),
    Planted(
        QUIZ, 10, Kind.REPEATED_ID, "id: wave-word", "id: tide-cause", "quiz.yaml:1", "quiz.yaml:1"
    ),
    Planted(QUIZ, 10, Kind.MISSING_KEY, "  key: {ko: 파도, en: wave}\n", "", "`key`", "`key`"),
    Planted(
        QUIZ, 10, Kind.KEY_IS_CONTRAST, "contrast: [조석]", "contrast: [물결]", "「물결」", "“물결”"
    ),
    Planted(SWIM, 7, Kind.REPEATED_STANCE, "id: never", "id: often", "「often」", "“often”"),
    Planted(SWIM, 12, Kind.NO_BACKGROUND, "바다는 수영장과 달라요.\n", "", "배경", "background"),
    Planted(AGENDA, 5, Kind.NO_SUCH_ID, "prompt: swim", "prompt: dive", "「dive」", "“dive”"),
]


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return write_library(tmp_path / "content")


def place(fault: Fault) -> tuple[Path, int, Kind]:
    return fault.path, fault.line, fault.kind


def test_the_library_that_the_faults_are_planted_in_has_none(content: Path) -> None:
    assert not check(content, needs_english=True)


@pytest.mark.parametrize(
    "planted", PLANTED, ids=lambda planted: f"{planted.kind.name.lower()}-{planted.line}"
)
def test_a_planted_fault_is_told_where_it_stands_in_both_languages(
    planted: Planted, content: Path
) -> None:
    path = content / planted.file
    change(path, planted.old, planted.new)

    faults = {place(fault): fault for fault in check(content)}

    assert (path, planted.line, planted.kind) in faults, [str(fault) for fault in faults.values()]
    found = faults[path, planted.line, planted.kind]
    korean, english = found.said("ko"), found.said("en")
    assert korean.startswith(f"{path}:{planted.line}: ")
    assert english.startswith(f"{path}:{planted.line}: ")
    assert planted.ko in korean
    assert planted.en in english
    assert "; " in korean
    assert "; " in english
    with pytest.raises(BrokenContent):
        read(content)


WHOLE_FILES = [
    (b"", Kind.EMPTY_FILE),
    (b"\xff\xfe\x00", Kind.NOT_UTF8),
    (b"\xef\xbb\xbf---\n", Kind.BOM),
    (b"---\nid: wave\n", Kind.OPEN_FRONT_MATTER),
    (b"x" * (MAX_TEXT_FILE + 1), Kind.TOO_BIG),
]


@pytest.mark.parametrize(
    ("written", "kind"), WHOLE_FILES, ids=lambda value: getattr(value, "name", "")
)
def test_a_file_that_is_wrong_as_a_whole_is_told_at_its_first_line(
    written: bytes, kind: Kind, content: Path
) -> None:
    (content / WAVE).write_bytes(written)

    assert (content / WAVE, 1, kind) in set(map(place, check(content)))


def test_files_that_have_no_place_are_told(content: Path, tmp_path: Path) -> None:
    (content / "sea" / "notes.txt").write_text("x")
    (content / "Deep Sea").mkdir()
    (content / "sea" / "concepts" / "out.md").symlink_to(tmp_path / "elsewhere.md")
    (tmp_path / "elsewhere.md").write_text("x")

    kinds = {fault.kind for fault in check(content)}

    assert {Kind.STRAY_FILE, Kind.BAD_FOLDER_NAME, Kind.LINK_OUT_OF_TREE} <= kinds


def test_all_faults_of_all_files_are_told_at_once(content: Path) -> None:
    change(content / WAVE, "[tide]", "[tidw]")
    change(content / QUIZ, "kind: single", "kind: one")
    change(content / TOPIC, "order: 1", "order: 첫째")

    assert {fault.path.name for fault in check(content)} >= {"wave.md", "quiz.yaml", "topic.yaml"}


def test_a_text_without_english_is_a_fault_only_where_english_is_asked_for(content: Path) -> None:
    change(content / WAVE, "{ko: 파도, en: Wave}", "파도")

    assert not check(content)
    assert [fault.kind for fault in check(content, needs_english=True)] == [Kind.MISSING_ENGLISH]


@pytest.mark.parametrize("sentences", [KOREAN, ENGLISH], ids=["ko", "en"])
def test_every_kind_of_fault_has_its_sentence(sentences: dict[Kind, tuple[str, str]]) -> None:
    assert set(sentences) == set(Kind)
    assert all(wrong and instead for wrong, instead in sentences.values())
