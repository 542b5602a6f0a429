"""From an uploaded file to a sheet: the importer's own reading, without a folder to keep."""

import re
import tempfile
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from bot.content.importer.body import PLACEHOLDER
from bot.content.importer.note import plan_of
from bot.content.importer.plan import Plan
from bot.content.importer.refusal import NotImported, RefusalKind
from bot.content.importer.write import write_plan
from bot.content.library import Library
from bot.content.model import Concept, Prompt, Text
from bot.content.reader import BrokenContent, read
from bot.notes.contrasts import with_contrasts
from bot.notes.kept import OWN
from bot.notes.mentions import disarmed
from bot.notes.model import (
    MAX_CONCEPTS,
    MAX_NOTE_BYTES,
    MAX_PROMPTS,
    MAX_REMARKS,
    NO_SHORT_ANSWER,
    Entry,
    Remark,
    Sheet,
    Talk,
)
from bot.notes.refusals import NoteEmpty, NoteNotText, NoteTooLarge, NoteUnreadable, TooManyConcepts

# Control characters that no text has; a few may have slipped in.
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_FEW = 0.01
_LONGEST_STEM = 40
_NO_STEM = re.compile(r"[^\w -]+")
_NO_TALK = re.compile(r"참고\s*(?:자료|문헌)|출처|references?|<?https?://\S+>?|[(\[]그림:.*", re.I)
# The importer asks a writer for more; members should not be asked that.
_TO_WRITE = re.compile(r"\s*생각의 실마리를 여기에 적어 주세요\.$")


def digest_of(content: bytes) -> str:
    """Return by what the same file is known again."""
    return sha256(content).hexdigest()


def sheet_of(name: str, content: bytes) -> Sheet:
    """Return what the file ``content``, called ``name``, says.

    Takes up to a second of processor time on a large note: call it off the event loop.

    Raises:
        NoteTooLarge, NoteNotText, NoteEmpty, NoteUnreadable, TooManyConcepts: there is no note.
    """
    text = _text_of(content)
    with tempfile.TemporaryDirectory() as folder:
        note = Path(folder) / f"{_stem(name)}.md"
        note.write_text(disarmed(text), "utf-8")
        content_folder = Path(folder) / "content"
        try:
            plan = plan_of(note, OWN, content_folder)
            if len(plan.cards) > MAX_CONCEPTS:
                raise TooManyConcepts(len(plan.cards))
            write_plan(plan, overwrite=False)
            library = read(content_folder)
        except NotImported as refused:
            raise _refusal(refused) from refused
        except BrokenContent as broken:
            raise NoteUnreadable from broken
    return with_contrasts(_sheet(plan, library))


def _text_of(content: bytes) -> str:
    if len(content) > MAX_NOTE_BYTES:
        raise NoteTooLarge
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise NoteNotText from None
    if "\x00" in text or len(_CONTROL.findall(text)) > len(text) * _FEW:
        raise NoteNotText
    if not re.search(r"\w", text):
        raise NoteEmpty
    return text


def _refusal(refused: NotImported) -> Exception:
    match refused.kind:
        case RefusalKind.EMPTY:
            return NoteEmpty()
        case RefusalKind.NO_ENCODING:
            return NoteNotText()
        case RefusalKind.TOO_BIG:
            return NoteTooLarge()
        case _:
            return NoteUnreadable()


def _stem(name: str) -> str:
    """Return a file's name that names the note where it has no title of its own."""
    plain = " ".join(_NO_STEM.sub(" ", name.rpartition(".")[0] or name).split())
    return plain[:_LONGEST_STEM].strip() or "note"


def _sheet(plan: Plan, library: Library) -> Sheet:
    if not library.concepts:
        raise NoteEmpty
    lines = {card.id: card.line for card in plan.cards}
    asked = {each.id: each.line for each in plan.discussions}
    prompts = [each for each in library.prompts if not _NO_TALK.fullmatch(each.question.ko)]
    prompts.sort(key=lambda each: asked.get(each.id, 1))
    topic = library.topics[0]
    remarks = [Remark(each.line, each.kind.name.lower(), each.text) for each in plan.remarks]
    return Sheet(
        title=topic.title.ko,
        entries=tuple(
            Entry(key, _own(concept), lines.get(concept.id, 1))
            for key, concept in enumerate(library.concepts)
        ),
        talks=tuple(
            Talk(key, _own_prompt(prompt), asked.get(prompt.id, 1))
            for key, prompt in enumerate(prompts[:MAX_PROMPTS])
        ),
        references=library.references,
        remarks=tuple(remarks[:MAX_REMARKS]),
    )


def _own(concept: Concept) -> Concept:
    # The pictures and files stay behind in the folder, which is gone.
    short = concept.short
    if short.ko == PLACEHOLDER:
        short = Text(NO_SHORT_ANSWER)
    return replace(concept, topic=OWN, short=short, figure=None, path=Path())


def _own_prompt(prompt: Prompt) -> Prompt:
    background = Text(_TO_WRITE.sub("", prompt.background.ko))
    return replace(prompt, topic=OWN, background=background, path=Path())
