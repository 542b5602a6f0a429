"""Whatever a note looks like: nothing of its text is lost, and the result passes the checker."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.content.importer.note import plan_of
from bot.content.importer.plan import Plan, said
from bot.content.importer.refusal import NotImported
from bot.content.importer.write import write_plan
from bot.content.reader import check
from tests.content.messy_notes import notes
from tests.content.said import lost

_MANY = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))


def imported(content: bytes, folder: Path) -> Plan | None:
    """Imports `content`; None where there was nothing to import."""
    note = folder / "내 노트.md"
    note.write_bytes(content)
    try:
        plan = plan_of(note, "topic", folder / "content")
    except NotImported:
        return None
    write_plan(plan, overwrite=False)
    assert all(line for language in ("ko", "en") for line in said(plan, language))
    return plan


@given(note=notes())
@_MANY
def test_no_word_of_a_note_is_lost_and_the_result_has_no_faults(note: str) -> None:
    with TemporaryDirectory() as folder:
        plan = imported(note.encode(), Path(folder))

        if plan is not None:
            assert not lost(note, plan)
            assert not check(Path(folder) / "content")


@given(content=st.one_of(st.binary(max_size=300), st.text(max_size=300).map(str.encode)))
@_MANY
def test_any_bytes_give_content_or_a_refusal(content: bytes) -> None:
    with TemporaryDirectory() as folder:
        plan = imported(content, Path(folder))

        there = sorted(path.name for path in Path(folder).iterdir())
        if plan is None:
            assert there == ["내 노트.md"]
        else:
            assert not check(Path(folder) / "content")


def test_a_source_line_is_known_by_its_marks_and_a_line_of_blanks_is_read_once() -> None:
    from bot.content.importer.links import _SOURCE_LINE

    lines = [
        "출처 : x",
        "- 출처: x",
        "> **출처**: x",
        "**출처 :** x",
        "__Source__：x",
        "  * 출처:x",
    ]
    assert [line for line in lines if not _SOURCE_LINE.match(line)] == []
    assert _SOURCE_LINE.match(" " * 500_000) is None
