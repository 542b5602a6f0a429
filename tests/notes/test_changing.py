"""What a moderator changes in a draft loses no text, and leaves nothing that points nowhere."""

import pytest

from bot.notes import changing
from bot.notes.model import Sheet
from bot.notes.reading import sheet_of
from bot.notes.refusals import LastConcept, NotePartGone, NotePartUnfit
from bot.notes.versions import continued, difference
from tests.notes.sample_notes import sample


@pytest.fixture
def sheet() -> Sheet:
    return sheet_of("tcp-udp.md", sample("tcp-udp.md"))


def all_names(sheet: Sheet) -> set[str]:
    """Return every id that something in the sheet refers to."""
    concepts = [each.concept for each in sheet.entries]
    named = {name for each in concepts for name in each.related}
    named |= {line.concept for each in concepts for line in each.contrasts}
    return named | {name for talk in sheet.talks for name in talk.prompt.related}


def test_a_concept_gets_other_names_and_a_short_answer(sheet: Sheet) -> None:
    changed = changing.named(sheet, 0, "티시피", "TCP", "전송 제어, tcp, TCP/IP", "믿을 만한 규약.")

    entry = changed.entry(0)
    assert entry is not None
    assert (entry.concept.title.ko, entry.concept.title.en) == ("티시피", "TCP")
    assert entry.concept.aliases_ko == ("전송 제어",)
    assert entry.concept.aliases_en == ("TCP/IP",)
    assert entry.concept.short.ko == "믿을 만한 규약."
    assert entry.concept.id == "tcp"


@pytest.mark.parametrize(
    ("title", "short"), [("", "답"), ("제목", ""), ("제목", "## 제목"), ("가" * 61, "답")]
)
def test_what_makes_no_concept_is_refused(sheet: Sheet, title: str, short: str) -> None:
    with pytest.raises(NotePartUnfit):
        changing.named(sheet, 0, title, "", "", short)


def test_sections_are_rewritten_and_bad_ones_refused(sheet: Sheet) -> None:
    changed = changing.rewritten(sheet, 0, "## 하나\n\n글\n\n## 둘\n\n- 글")

    entry = changed.entry(0)
    assert entry is not None
    assert [each.heading for each in entry.concept.sections] == ["하나", "둘"]
    for bad in (
        "제목 없는 글",
        "# 큰 제목\n\n글",
        "## 빈 절\n\n## 또\n\n글",
        "## 긴\n\n" + "가" * 2000,
    ):
        with pytest.raises(NotePartUnfit):
            changing.rewritten(sheet, 0, bad)


def test_a_merged_concept_loses_no_text_and_nothing_points_at_it(sheet: Sheet) -> None:
    source = sheet.entry(1)
    assert source is not None
    changed = changing.merged(sheet, 1, 0)

    entry = changed.entry(0)
    assert entry is not None
    assert changed.entry(1) is None
    assert "UDP" in entry.concept.aliases
    bodies = "\n".join(each.body for each in entry.concept.sections)
    assert source.concept.short.ko in bodies
    assert all(each.body in bodies for each in source.concept.sections)
    assert "udp" not in all_names(changed)
    assert all_names(changed) <= {each.concept.id for each in changed.entries}


def test_a_concept_is_not_merged_into_itself_or_into_nothing(sheet: Sheet) -> None:
    with pytest.raises(NotePartUnfit):
        changing.merged(sheet, 0, 0)
    with pytest.raises(NotePartGone):
        changing.merged(sheet, 0, 99)


def test_a_dropped_concept_is_pointed_at_by_nothing(sheet: Sheet) -> None:
    changed = changing.dropped(sheet, 3)

    assert all_names(changed) <= {each.concept.id for each in changed.entries}
    with pytest.raises(NotePartGone):
        changing.dropped(changed, 3)


def test_the_last_concept_stays() -> None:
    sheet = sheet_of("n.md", "## 하나\n글이다.\n".encode())

    with pytest.raises(LastConcept):
        changing.dropped(sheet, 0)


def test_a_prompt_keeps_the_stances_that_stay(sheet: Sheet) -> None:
    before = sheet.talks[0].prompt.stances
    kept = before[0].label.ko

    changed = changing.retold(sheet, 0, "제목", "질문?", "배경", f"{kept}\n새 입장\n{kept}\n")

    stances = changed.talks[0].prompt.stances
    assert [each.label.ko for each in stances] == [kept, "새 입장"]
    assert stances[0].id == before[0].id
    assert len({each.id for each in stances}) == 2


@pytest.mark.parametrize("stances", ["", "하나", "\n".join("가나다라마바"), "가" * 81 + "\n나"])
def test_too_few_many_or_long_stances_are_refused(sheet: Sheet, stances: str) -> None:
    with pytest.raises(NotePartUnfit):
        changing.retold(sheet, 0, "제목", "질문?", "배경", stances)


def test_a_new_version_keeps_the_ids_of_what_goes_on(sheet: Sheet) -> None:
    text = sample("tcp-udp.md").decode()
    text = text.replace(
        "## UDP란 무엇인가?", "## 새로운 개념\n처음 보는 것이다.\n\n## UDP란 무엇인가?"
    )
    text = text.replace("헤더가 8바이트로 작다", "헤더가 아주 작다").replace(
        "## 포트\n포트(Port)는", "## 소켓\n소켓은"
    )
    new = sheet_of("tcp-udp.md", text.encode())

    kept = continued(new, sheet, {each.concept.id for each in sheet.entries})

    told = difference(kept, sheet)
    assert (told.same, told.changed, told.new, told.gone) == (9, 1, 2, 1)
    ids = {each.concept.title.ko: each.concept.id for each in kept.entries}
    assert (ids["TCP"], ids["UDP"]) == ("tcp", "udp")
    assert ids["소켓"] != "poteu"
    assert all_names(kept) <= set(ids.values())


def test_a_slug_that_an_earlier_version_had_names_nothing_else() -> None:
    old = sheet_of("n.md", "## 하나\n글이다.\n".encode())
    new = sheet_of("n.md", "## 둘\n다른 글이다.\n".encode())

    kept = continued(new, old, {"hana", "dul"})

    assert kept.entries[0].concept.id == "dul-2"
