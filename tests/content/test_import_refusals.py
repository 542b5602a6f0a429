"""An import that cannot be whole writes nothing, and says what to do."""

from pathlib import Path

import pytest

from bot.content.importer.note import plan_of
from bot.content.importer.refusal import NotImported, RefusalKind
from bot.content.importer.remarks import Remark, RemarkKind
from bot.content.importer.write import write_plan
from bot.content.limits import MAX_TEXT_FILE
from bot.content.reader import check
from tests.content.small_library import write_library

NOTE = "## 조석이란?\n\n바닷물이 들고 나는 일이에요.\n"


@pytest.fixture
def note(tmp_path: Path) -> Path:
    path = tmp_path / "note.md"
    path.write_text(NOTE, encoding="utf-8")
    return path


def everything(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


@pytest.mark.parametrize("topic", ["", "Docker", "../up", "a b", "도커", "x" * 41])
def test_a_topic_that_is_no_id_is_refused(topic: str, note: Path, tmp_path: Path) -> None:
    with pytest.raises(NotImported) as refusal:
        plan_of(note, topic, tmp_path / "content")

    assert refusal.value.kind is RefusalKind.BAD_TOPIC
    assert "docker-and-vm" in refusal.value.said("en")


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        (None, RefusalKind.UNREADABLE),
        (b"", RefusalKind.EMPTY),
        (b" \n\n---\n", RefusalKind.EMPTY),
        (b"\xff\xff\xff\x81", RefusalKind.NO_ENCODING),
        (b"x" * (MAX_TEXT_FILE + 1), RefusalKind.TOO_BIG),
    ],
    ids=["missing", "empty", "blank", "binary", "huge"],
)
def test_a_file_that_is_no_note_is_refused(
    written: bytes | None, kind: RefusalKind, tmp_path: Path
) -> None:
    path = tmp_path / "note.md"
    if written is not None:
        path.write_bytes(written)

    with pytest.raises(NotImported) as refusal:
        plan_of(path, "topic", tmp_path / "content")

    assert refusal.value.kind is kind


@pytest.mark.parametrize("encoding", ["cp949", "utf-16", "utf-8-sig"])
def test_a_note_in_an_older_encoding_is_read(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "note.md"
    path.write_bytes(NOTE.encode(encoding))

    found = plan_of(path, "topic", tmp_path / "content")

    assert [card.names.ko for card in found.cards] == ["조석"]
    kinds = {remark.kind for remark in found.remarks}
    assert (RemarkKind.NOT_UTF8 in kinds) == (encoding == "cp949")


def test_a_folder_of_one_topic_and_a_file_are_no_place_for_a_topic(
    note: Path, tmp_path: Path
) -> None:
    content = write_library(tmp_path / "content")

    with pytest.raises(NotImported) as into_a_topic:
        plan_of(note, "topic", content / "sea")
    with pytest.raises(NotImported) as into_a_file:
        plan_of(note, "topic", note)

    assert into_a_topic.value.kind is RefusalKind.INTO_A_TOPIC
    assert into_a_file.value.kind is RefusalKind.INTO_A_FILE


def test_nothing_is_overwritten_without_force(note: Path, tmp_path: Path) -> None:
    content = tmp_path / "content"
    found = plan_of(note, "topic", content)
    write_plan(found, overwrite=False)
    edited = content / "topic" / "concepts" / "joseok.md"
    edited.write_text(edited.read_text(encoding="utf-8") + "\n손으로 고친 글\n", encoding="utf-8")
    before = everything(content)

    with pytest.raises(NotImported) as refusal:
        write_plan(found, overwrite=False)

    assert refusal.value.kind is RefusalKind.ALREADY_THERE
    assert "joseok.md" in refusal.value.said("ko")
    assert everything(content) == before
    write_plan(found, overwrite=True)
    assert "손으로" not in edited.read_text(encoding="utf-8")


def test_other_files_of_the_topic_stay_when_it_is_imported_again(
    note: Path, tmp_path: Path
) -> None:
    content = tmp_path / "content"
    found = plan_of(note, "topic", content)
    write_plan(found, overwrite=False)
    (content / "topic" / "quiz.yaml").write_text("[]\n", encoding="utf-8")

    write_plan(found, overwrite=True)

    assert (content / "topic" / "quiz.yaml").read_text(encoding="utf-8") == "[]\n"


def test_an_import_that_would_break_the_topic_writes_nothing(note: Path, tmp_path: Path) -> None:
    content = write_library(tmp_path / "content")
    before = everything(content)

    with pytest.raises(NotImported) as refusal:
        write_plan(plan_of(note, "sea", content), overwrite=True)

    assert refusal.value.kind is RefusalKind.WOULD_NOT_PASS
    assert refusal.value.faults
    assert everything(content) == before
    assert not check(content)


def test_a_disk_that_fails_half_way_leaves_nothing_behind(
    note: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = tmp_path / "deep" / "content"
    found = plan_of(note, "topic", content)

    def full(self: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "rename", full)
    with pytest.raises(NotImported) as refusal:
        write_plan(found, overwrite=False)

    assert refusal.value.kind is RefusalKind.NOT_WRITTEN
    assert not (tmp_path / "deep").exists()


@pytest.mark.parametrize(
    "target",
    [
        "../secret.png",
        "%2e%2e/secret.png",
        "images/../../secret.png",
        "link.png",
        "/etc/hostname",
        "file:///etc/hostname",
        "..\\secret.png",
    ],
)
def test_an_image_outside_the_notes_folder_is_never_copied(target: str, tmp_path: Path) -> None:
    folder = tmp_path / "notes"
    (folder / "images").mkdir(parents=True)
    (tmp_path / "secret.png").write_bytes(b"\x89PNG\r\n\x1a\nsecret")
    (folder / "link.png").symlink_to(tmp_path / "secret.png")
    path = folder / "note.md"
    path.write_text(f"{NOTE}\n![그림]({target})\n", encoding="utf-8")

    found = plan_of(path, "topic", tmp_path / "content")

    assert not found.pictures
    assert {remark.kind for remark in found.remarks} & {
        RemarkKind.IMAGE_OUTSIDE,
        RemarkKind.IMAGE_MISSING,
    }


def test_a_picture_that_is_no_png_and_one_inside_the_note_are_told(tmp_path: Path) -> None:
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    path = tmp_path / "note.md"
    inside = "data:image/png;base64,iVBORw0KGgo="
    path.write_text(f"{NOTE}\n![사진](photo.jpg)\n\n![안]({inside})\n", encoding="utf-8")

    found = plan_of(path, "topic", tmp_path / "content")

    told = {remark.kind: remark.line for remark in found.remarks}
    assert told == {RemarkKind.IMAGE_NOT_PNG: 5, RemarkKind.IMAGE_INSIDE: 7}


@pytest.mark.parametrize("kind", RefusalKind)
def test_every_refusal_is_said_in_both_languages(kind: RefusalKind) -> None:
    refusal = NotImported(kind, "여기", lines=["a line"])

    assert refusal.said("ko") != refusal.said("en")
    assert refusal.said("en").endswith("a line")


@pytest.mark.parametrize("kind", RemarkKind)
def test_every_remark_is_said_in_both_languages(kind: RemarkKind) -> None:
    assert Remark(1, kind, "x").said("ko") != Remark(1, kind, "x").said("en")
