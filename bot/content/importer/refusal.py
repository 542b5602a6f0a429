"""Why a note was not imported, in words for its writer."""

from collections.abc import Iterable, Mapping
from enum import Enum, auto

from bot.content.faults import Fault
from bot.content.limits import MAX_ID, MAX_TEXT_FILE


class RefusalKind(Enum):
    BAD_TOPIC = auto()
    UNREADABLE = auto()
    TOO_BIG = auto()
    EMPTY = auto()
    NO_ENCODING = auto()
    INTO_A_TOPIC = auto()
    INTO_A_FILE = auto()
    ALREADY_THERE = auto()
    WOULD_NOT_PASS = auto()
    NOT_WRITTEN = auto()


class NotImported(Exception):
    """Nothing was written; `lines` name the files or faults that stand in the way."""

    def __init__(
        self,
        kind: RefusalKind,
        about: object,
        faults: Iterable[Fault] = (),
        lines: Iterable[str] = (),
    ) -> None:
        super().__init__(f"{kind.name}: {about}")
        self.kind = kind
        self.about = str(about)
        self.faults = tuple(faults)
        self.lines = tuple(lines)

    def said(self, language: str) -> str:
        """What happened and what to do next, then a line for each thing in the way."""
        first = _WORDS[self.kind][language == "en"].format(
            about=self.about, longest_id=MAX_ID, largest=MAX_TEXT_FILE
        )
        return "\n".join([first, *self.lines, *(fault.said(language) for fault in self.faults)])


_WORDS: Mapping[RefusalKind, tuple[str, str]] = {
    RefusalKind.BAD_TOPIC: (
        ("「{about}」을(를) 주제 id로 쓸 수 없어요. "
        "영어 소문자와 숫자를 붙임표로 이어 {longest_id}자까지 적어 주세요 (예: docker-and-vm)."),
        ("“{about}” cannot be a topic's id: use lower-case letters and digits joined by hyphens, "
        "{longest_id} at most (docker-and-vm)."),
    ),
    RefusalKind.UNREADABLE: (
        "노트를 열 수 없어요: {about}. 경로와 읽기 권한을 확인해 주세요.",
        "the note cannot be opened: {about}. Look at its path, and whether it may be read.",
    ),
    RefusalKind.TOO_BIG: (
        "노트가 너무 커요: {about}. {largest}바이트보다 작게 나눠서 가져와 주세요.",
        "the note is too large: {about}. Split it into notes of at most {largest} bytes.",
    ),
    RefusalKind.EMPTY: (
        "노트가 비어 있어요: {about}. 글이 든 마크다운 파일을 골라 주세요.",
        "the note is empty: {about}. Choose a Markdown file with some text.",
    ),
    RefusalKind.NO_ENCODING: (
        "글로 읽을 수 없는 파일이에요: {about}. 편집기에서 UTF-8로 다시 저장해 주세요.",
        "the file cannot be read as text: {about}. Save it again as UTF-8 in your editor.",
    ),
    RefusalKind.INTO_A_TOPIC: (
        "{about}은(는) 이미 한 주제의 폴더예요. 그 위의 content 폴더를 --into로 골라 주세요.",
        "{about} is the folder of one topic. Choose the content folder above it with --into.",
    ),
    RefusalKind.INTO_A_FILE: (
        "{about}은(는) 폴더가 아니에요. 다른 곳을 --into로 골라 주세요.",
        "{about} is not a folder. Choose another place with --into.",
    ),
    RefusalKind.ALREADY_THERE: (
        "이미 있는 파일이라 아무것도 쓰지 않았어요 ({about}). 덮어쓰려면 --force를 붙여 주세요.",
        ("nothing was written, for these files are there already ({about}). "
        "Overwrite them with --force."),
    ),
    RefusalKind.WOULD_NOT_PASS: (
        ("전에 있던 파일과 함께 두면 고칠 곳이 생겨서 아무것도 쓰지 않았어요 ({about}). "
        "그 파일을 옮기거나 고친 뒤 다시 해 주세요."),
        ("nothing was written, for beside the files that are there already it would have faults "
        "({about}). Move or mend those files, and try again."),
    ),
    RefusalKind.NOT_WRITTEN: (
        "파일을 쓸 수 없었어요: {about}. 전에 있던 파일은 그대로예요.",
        "the files could not be written: {about}. What was there before is as it was.",
    ),
}  # fmt: skip
