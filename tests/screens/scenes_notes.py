"""Every screen of a server's own notes."""

from dataclasses import replace
from datetime import UTC, datetime

from bot.ids import GuildId, MemberId
from bot.notes.approving import Case
from bot.notes.drafting.items import drafted_from_sheet
from bot.notes.model import Difference, Draft, ItemState, Note, OwnItem, Rule
from bot.notes.reading import digest_of, sheet_of
from bot.notes.show import draft, item, note, part
from tests.notes.sample_notes import sample
from tests.screens.scene import Scene

CONTENT = sample("tcp-udp.md")
SHEET = sheet_of("tcp-udp.md", CONTENT)
NOON = datetime(2026, 1, 5, 3, tzinfo=UTC)
CHIEF = MemberId(2)
NAMES = {CHIEF: "운영자"}
DRAFT = Draft(
    number=1,
    guild=GuildId(1),
    member=CHIEF,
    name="tcp-udp.md",
    digest=digest_of(CONTENT),
    sheet=SHEET,
    made_at=NOON,
)
NOTE = Note(
    number=1,
    guild=GuildId(1),
    member=CHIEF,
    name="tcp-udp.md",
    digest=digest_of(CONTENT),
    sheet=SHEET,
    published_at=NOON,
)
DRAFTED = drafted_from_sheet(SHEET)
# A table, an image, a heading that only groups others.
MESSY = sheet_of("http.md", sample("db-index.md") + b"\n![a](b.png)\n<div>x</div>\n")


def case_of(rule: Rule, **changes: object) -> Case:
    """Return the first drafted item of a kind as a case."""
    drafted = next(each for each in DRAFTED if each.rule is rule)
    own = OwnItem(3, GuildId(1), 1, drafted, NOON)
    return Case(replace(own, **changes), NOTE, place=2, total=19, before=2, after=4)  # type: ignore[arg-type]


TERM, DEFINITION, STATEMENT = map(case_of, (Rule.TERM, Rule.DEFINITION, Rule.STATEMENT))
ASIDE = case_of(Rule.TERM, is_aside=True, state=ItemState.ACCEPTED)


def owned(case: Case) -> OwnItem:
    """Return the item of a case that has one."""
    assert case.item is not None
    return case.item


SCENES = (
    Scene(draft.draft_screen, "", lambda say: draft.draft_screen(DRAFT, 0, say)),
    Scene(
        draft.draft_screen,
        "the second page of a replacement",
        lambda say: draft.draft_screen(DRAFT, 1, say, difference=Difference(9, 1, 2, 1)),
    ),
    Scene(
        draft.draft_screen,
        "things to look at, after a change",
        lambda say: draft.draft_screen(
            replace(DRAFT, sheet=MESSY), 0, say, note=say("note-changed")
        ),
    ),
    Scene(
        draft.remarks_screen,
        "",
        lambda say: draft.remarks_screen(replace(DRAFT, sheet=MESSY), 0, say),
    ),
    Scene(
        draft.published_screen,
        "",
        lambda say: draft.published_screen("전송 계층", 11, 19, say, is_new=True),
    ),
    Scene(
        draft.published_screen,
        "pressed twice",
        lambda say: draft.published_screen("전송 계층", 11, 0, say, is_new=False),
    ),
    Scene(draft.discarded_screen, "", lambda say: draft.discarded_screen(DRAFT, say)),
    Scene(draft.title_modal, "", lambda say: draft.title_modal(DRAFT, say)),
    Scene(part.concept_screen, "", lambda say: part.concept_screen(DRAFT, SHEET.entries[0], say)),
    Scene(part.merge_screen, "", lambda say: part.merge_screen(DRAFT, SHEET.entries[1], say)),
    Scene(part.name_modal, "", lambda say: part.name_modal(DRAFT, SHEET.entries[0], say)),
    Scene(part.body_modal, "", lambda say: part.body_modal(DRAFT, SHEET.entries[0], say)),
    Scene(part.prompt_screen, "", lambda say: part.prompt_screen(DRAFT, SHEET.talks[0], say)),
    Scene(part.prompt_modal, "", lambda say: part.prompt_modal(DRAFT, SHEET.talks[0], say)),
    Scene(note.list_screen, "", lambda say: note.list_screen((NOTE,), (DRAFT,), NAMES, say)),
    Scene(note.list_screen, "nothing", lambda say: note.list_screen((), (), {}, say)),
    Scene(note.list_screen, "a draft only", lambda say: note.list_screen((), (DRAFT,), {}, say)),
    Scene(note.note_screen, "", lambda say: note.note_screen(NOTE, 4, 0, NAMES, say)),
    Scene(note.withdraw_screen, "", lambda say: note.withdraw_screen(NOTE, say)),
    Scene(note.withdrawn_screen, "", lambda say: note.withdrawn_screen(NOTE, say)),
    Scene(note.export_screen, "", lambda say: note.export_screen(NOTE, "tcp-udp", b"", say)),
    Scene(item.item_screen, "a term", lambda say: item.item_screen(TERM, say)),
    Scene(item.item_screen, "a definition", lambda say: item.item_screen(DEFINITION, say)),
    Scene(item.item_screen, "a statement", lambda say: item.item_screen(STATEMENT, say)),
    Scene(item.item_screen, "set aside", lambda say: item.item_screen(ASIDE, say)),
    Scene(
        item.item_screen,
        "nothing waits",
        lambda say: item.item_screen(Case(None), say, note=say("note-item-accepted")),
    ),
    Scene(item.item_modal, "a term", lambda say: item.item_modal(owned(TERM), say)),
    Scene(item.item_modal, "a definition", lambda say: item.item_modal(owned(DEFINITION), say)),
    Scene(item.item_modal, "a statement", lambda say: item.item_modal(owned(STATEMENT), say)),
)
