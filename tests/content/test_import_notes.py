"""Notes in the group's template become concepts, discussions and references, word for word."""

import shutil
from pathlib import Path

import pytest

from bot.content.importer.note import plan_of
from bot.content.importer.plan import Plan
from bot.content.importer.remarks import RemarkKind
from bot.content.importer.write import write_plan
from bot.content.library import Library
from bot.content.model import Prompt, PromptKind
from bot.content.reader import check, read
from tests.content.said import lost, words, written_in

NOTES = Path(__file__).parent / "notes"
ALL = sorted(NOTES.glob("*.md"))


def plan(name: str, folder: Path = Path("nowhere")) -> Plan:
    return plan_of(NOTES / f"{name}.md", "topic", folder)


def imported(name: str, folder: Path) -> Library:
    write_plan(plan(name, folder), overwrite=False)
    assert not check(folder)
    return read(folder)


def titles(found: Plan) -> list[str]:
    return [card.names.ko for card in found.cards]


def lines_of(found: Plan, kind: RemarkKind) -> list[int]:
    return [remark.line for remark in found.remarks if remark.kind is kind]


@pytest.mark.parametrize("note", ALL, ids=lambda note: note.stem)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_no_word_of_a_note_is_lost(note: Path, line_end: str, tmp_path: Path) -> None:
    text = note.read_text(encoding="utf-8")
    copy = tmp_path / note.name
    copy.write_bytes(text.replace("\n", line_end).encode())
    shutil.copytree(NOTES / "images", tmp_path / "images")

    found = plan_of(copy, "topic", tmp_path / "content")
    write_plan(found, overwrite=False)

    assert not lost(text, found)
    assert not words(text) - written_in(tmp_path / "content")
    assert not check(tmp_path / "content")


def test_headings_and_bold_terms_become_concepts_in_the_notes_order() -> None:
    assert titles(plan("web-server")) == [
        "웹 서버",
        "웹 애플리케이션 서버",
        "웹 애플리케이션 서버의 구성 요소",
        "웹 컨테이너",
        "커넥션 풀",
        "세션 저장소",
        "웹 서버와의 차이",
        "리버스 프록시",
        "포워드 프록시와 무엇이 다른가?",
        "로드 밸런서",
        "설정 예시",
        "HTTP 상태 코드",
        "2xx",
        "4xx",
        "5xx",
        "무중단 배포는 어떻게 할까?",
        "캐시를 두는 까닭",
        "브라우저 캐시",
        "프록시 캐시",
        "만료 시간",
        "요청이 지나가는 길",
        "로그 남기기",
    ]


def test_a_question_gives_a_title_other_names_and_a_way_to_ask(tmp_path: Path) -> None:
    library = imported("web-server", tmp_path)

    server = library.concept("was")
    pool = library.concept("connection-pool")

    assert server is not None
    assert (server.title.ko, server.aliases_en) == ("웹 애플리케이션 서버", ("WAS",))
    assert server.asked_as == ("웹 애플리케이션 서버(WAS)란 무엇인가?",)
    assert pool is not None
    assert (pool.title.ko, pool.title.en) == ("커넥션 풀", "Connection Pool")


def test_quotes_answer_and_lists_and_code_stay_as_they_are(tmp_path: Path) -> None:
    library = imported("web-server", tmp_path)
    concepts = {concept.title.ko: concept for concept in library.concepts}

    server, pool = concepts["웹 애플리케이션 서버"], concepts["커넥션 풀"]

    assert server.short.ko == "요청에 따라 결과를 만들어서 돌려주는 서버이다."
    assert "3. 결과 페이지를 만든다.\n   1. 템플릿을 고른다." in server.sections[0].body
    assert pool.sections[0].body.startswith("```java\n// # 이 줄은 제목이 아니다\nDataSource pool")
    assert concepts["5xx"].short.ko == "서버의 잘못"


def test_links_and_source_lines_become_references(tmp_path: Path) -> None:
    library = imported("web-server", tmp_path)
    concepts = {concept.title.ko: concept for concept in library.concepts}

    sources = {
        title: [reference.url for reference in library.references_of(concepts[title])]
        for title in ("웹 서버", "웹 애플리케이션 서버")
    }

    assert sources == {
        "웹 서버": ["https://example.com/posts/web-server"],
        "웹 애플리케이션 서버": ["https://example.com/posts/was"],
    }
    assert [reference.title.ko for reference in library.references] == [
        "웹 서버와 WAS의 차이",
        "WAS 이해하기 (WAS 글)",
        "리버스 프록시란?",
        "example.org/http/status",
    ]


def test_a_source_without_an_address_is_kept_in_the_readme() -> None:
    found = plan("web-server")

    assert "- 『HTTP 완벽 안내서』 5장" in found.files["README.md"]
    assert lines_of(found, RemarkKind.NO_PLACE) == [141]


def test_the_closing_list_becomes_prompts_with_their_kinds(tmp_path: Path) -> None:
    prompts = imported("web-server", tmp_path).prompts
    by_title = {prompt.title.ko: prompt for prompt in prompts}

    always = by_title["항상 웹 서버를 앞에 둬야 할까?"]
    nonstop = by_title["무중단 배포가 꼭 필요할까?"]

    assert _kinds(prompts) == [PromptKind.DEBATE, PromptKind.DEBATE, PromptKind.EXPERIENCE]
    assert always.background.ko == (
        "- 작은 서비스라면 WAS 하나로 충분하지 않을까?\n- 두면 무엇이 좋아질까?"
    )
    assert [stance.id for stance in always.stances] == ["agree", "depends", "disagree"]
    assert list(always.related) == ["wep-seobeo"]
    assert nonstop.question.ko == "새벽에 잠깐 멈추는 것과 비교하면 어떤 쪽이 나을까?"


def _kinds(prompts: tuple[Prompt, ...]) -> list[PromptKind]:
    return sorted(prompt.kind for prompt in prompts)


def test_images_are_told_one_by_one_and_only_safe_local_ones_copied(tmp_path: Path) -> None:
    found = plan("web-server", tmp_path)
    library = imported("web-server", tmp_path)

    copied = tmp_path / "topic" / "figures" / "session.png"

    assert lines_of(found, RemarkKind.IMAGE_REMOTE) == [12]
    assert lines_of(found, RemarkKind.IMAGE_COPIED) == [44]
    assert lines_of(found, RemarkKind.IMAGE_MISSING) == [71]
    assert lines_of(found, RemarkKind.IMAGE_OUTSIDE) == [72]
    assert copied.read_bytes() == (NOTES / "images" / "session.png").read_bytes()
    assert [c.title.ko for c in library.concepts if c.figure == "session"] == ["세션 저장소"]


def test_what_discord_cannot_draw_is_told_by_line() -> None:
    found = plan("web-server")

    assert lines_of(found, RemarkKind.TABLE) == [48]
    assert lines_of(found, RemarkKind.HTML) == [90]


def test_front_matter_names_the_topic_and_partial_names_their_owner(tmp_path: Path) -> None:
    found = plan("git", tmp_path)
    library = imported("git", tmp_path)

    assert library.topics[0].title.ko == "깃 브랜치 전략"
    assert "tags: [git, 협업]" in found.files["README.md"]
    assert titles(found) == [
        "깃 브랜치 전략",
        "브랜치",
        "브랜치의 장점",
        "병합",
        "빨리 감기 병합",
        "3-way 병합",
        "병합의 장점",
        "리베이스",
    ]
    assert [prompt.kind for prompt in library.prompts] == ["experience", "debate"]
    assert {reference.title.ko for reference in library.references} == {
        "Pro Git",
        "브랜치 전략 비교 (비교 글)",
    }


def test_a_note_in_no_template_is_imported_with_its_oddities_told(tmp_path: Path) -> None:
    found = plan("notion", tmp_path)

    assert titles(found) == ["DNS 정리", "개념 정리", "DNS 서버", "레코드", "순서", "순서 (2)"]
    assert lines_of(found, RemarkKind.NAME_TAKEN) == [43]
    assert lines_of(found, RemarkKind.IMAGE_MISSING) == [37]
    assert "빈 제목 아래의 글도 남아야 한다." in found.files["concepts/sunseo.md"]


def test_a_note_without_headings_becomes_one_concept_and_its_terms() -> None:
    assert titles(plan("prose")) == ["prose", "캐시 적중", "캐시 미스"]


def test_names_and_ids_of_other_topics_are_left_to_them(tmp_path: Path) -> None:
    write_plan(plan_of(NOTES / "git.md", "first", tmp_path), overwrite=False)

    write_plan(plan_of(NOTES / "git.md", "second", tmp_path), overwrite=False)

    assert not check(tmp_path)
    assert [topic.order for topic in read(tmp_path).topics] == [1, 2]


def test_an_alias_leaves_the_name_to_the_heading_that_bears_it(tmp_path: Path) -> None:
    note = tmp_path / "note.md"
    note.write_text("## 가상 머신(VM)이란?\n\n흉내.\n\n## VM\n\n따로 적은 글.\n", encoding="utf-8")

    found = plan_of(note, "topic", tmp_path / "content")

    assert titles(found) == ["가상 머신", "VM"]
    assert found.cards[0].names.aliases == ()


def test_quotes_that_define_a_bold_term_become_concepts_and_what_follows_stays(
    tmp_path: Path,
) -> None:
    note = tmp_path / "sleep.md"
    note.write_text(
        "# 잠\n\n## 수면의 단계\n잠은 둘로 나뉘어요.\n\n> **렘수면(REM)**: 꿈을 꾸는 단계예요.\n\n"
        "> **참고**: 이름은 그대로 둬요.\n\n> **비렘수면**: 몸이 쉬는 단계예요.\n> 더 깊어요.\n\n"
        "- 둘은 되풀이돼요.\n",
        "utf-8",
    )

    found = plan_of(note, "topic", tmp_path / "content")

    assert titles(found) == ["수면의 단계", "렘수면", "비렘수면"]
    whole, rem, other = (card.text for card in found.cards)
    assert "둘은 되풀이돼요" in whole
    assert "이름은 그대로 둬요" in whole
    assert "꿈을 꾸는 단계예요" in rem
    assert "더 깊어요" in other
    assert [card.line for card in found.cards] == [3, 6, 10]
