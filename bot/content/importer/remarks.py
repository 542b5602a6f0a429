"""What an import tells its writer: lines that were not understood, images, work that is left."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto


class RemarkKind(Enum):
    NOT_UTF8 = auto()
    FRONT_MATTER = auto()
    TABLE = auto()
    HTML = auto()
    NO_PLACE = auto()
    NO_SHORT_ANSWER = auto()
    NAME_TAKEN = auto()
    IMAGE_REMOTE = auto()
    IMAGE_COPIED = auto()
    IMAGE_MISSING = auto()
    IMAGE_OUTSIDE = auto()
    IMAGE_NOT_PNG = auto()
    IMAGE_INSIDE = auto()


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing to look at, by line of the note (from 1)."""

    line: int
    kind: RemarkKind
    text: str = ""

    def said(self, language: str) -> str:
        return _WORDS[self.kind][language == "en"].format(text=self.text)


_WORDS: Mapping[RemarkKind, tuple[str, str]] = {
    RemarkKind.NOT_UTF8: (
        "UTF-8이 아니라 CP949로 읽었어요. 글자가 깨지지 않았는지 봐 주세요",
        "not UTF-8: read as CP949; look whether the letters are right",
    ),
    RemarkKind.FRONT_MATTER: (
        "노트 맨 위 설정은 개념으로 바꾸지 않고 README.md에 옮겼어요",
        "the note's front matter is no concept: it was moved to README.md",
    ),
    RemarkKind.TABLE: (
        "표는 디스코드에서 그려지지 않아요. 목록으로 풀어 써 주세요",
        "Discord draws no tables: write it as a list",
    ),
    RemarkKind.HTML: (
        "HTML은 디스코드에서 그대로 글자로 보여요. 지우거나 마크다운으로 바꿔 주세요: {text}",
        "Discord shows HTML as letters: remove it, or write Markdown: {text}",
    ),
    RemarkKind.NO_PLACE: (
        "개념이나 토론으로 바꿀 수 없어 README.md에 옮겼어요: {text}",
        "became no concept and no prompt: moved to README.md: {text}",
    ),
    RemarkKind.NO_SHORT_ANSWER: (
        "첫 문단으로 쓸 글이 없었어요. 짧은 답을 적어 주세요: {text}",
        "there was no text for the first paragraph: write a short answer: {text}",
    ),
    RemarkKind.NAME_TAKEN: (
        "이미 있는 이름이라 제목을 조금 바꿨어요. 더 또렷한 이름으로 고쳐 주세요: {text}",
        "the name is taken, so the title was changed a little: write a more exact one: {text}",
    ),
    RemarkKind.IMAGE_REMOTE: (
        "그림(웹): 내려받지 않았어요. 필요하면 PNG로 저장해 figures에 넣어 주세요: {text}",
        "image (web): not fetched; save it as PNG into figures if it is needed: {text}",
    ),
    RemarkKind.IMAGE_COPIED: (
        "그림(파일): figures로 복사했어요. alt 글을 다듬어 주세요: {text}",
        "image (file): copied into figures; look over its alt text: {text}",
    ),
    RemarkKind.IMAGE_MISSING: (
        "그림(파일): 파일을 찾을 수 없어요: {text}",
        "image (file): not found: {text}",
    ),
    RemarkKind.IMAGE_OUTSIDE: (
        "그림(파일): 노트가 있는 폴더 밖이라 복사하지 않았어요: {text}",
        "image (file): outside the note's folder, so not copied: {text}",
    ),
    RemarkKind.IMAGE_NOT_PNG: (
        "그림(파일): 8MB까지의 PNG만 쓸 수 있어요. PNG로 바꿔 figures에 넣어 주세요: {text}",
        "image (file): only PNG up to 8 MB: convert it, and put it into figures: {text}",
    ),
    RemarkKind.IMAGE_INSIDE: (
        "그림(노트 안): 파일로 저장해 figures에 넣어 주세요: {text}",
        "image (inside the note): save it as a file in figures: {text}",
    ),
}
