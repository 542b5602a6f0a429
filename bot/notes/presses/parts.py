"""What the buttons, menus and forms of a draft's concepts and prompts do."""

from collections.abc import Callable

from bot.discord_ui import replies
from bot.discord_ui.pressed import acknowledge
from bot.discord_ui.refusals import OldButton
from bot.discord_ui.router import MODERATOR, Press, Route
from bot.guilds.power import moderated
from bot.notes import buttons, changing, uploading
from bot.notes.model import Draft, Entry, Sheet, Talk
from bot.notes.refusals import NotePartGone
from bot.notes.show import draft as show_draft
from bot.notes.show import part as show
from bot.storage.work import Storage

MAX_DIGITS = 18  # of a number that a menu of ours offers


class PartPresses:
    """Asks the service, then shows, privately; checks anew each time who moderates."""

    def __init__(self, storage: Storage) -> None:
        """Work on ``storage``."""
        self._storage = storage

    def routes(self) -> tuple[Route, ...]:
        """Return every kind of press that these carry."""
        return (
            Route(buttons.PICK, 2, self.pick, MODERATOR),
            Route(buttons.PART, 2, self.look, MODERATOR),
            Route(buttons.NAME, 2, self.name, MODERATOR),
            Route(buttons.NAMED, 2, self.take_name, MODERATOR),
            Route(buttons.BODY, 2, self.body, MODERATOR),
            Route(buttons.BODIED, 2, self.take_body, MODERATOR),
            Route(buttons.DROP, 2, self.drop, MODERATOR),
            Route(buttons.MERGE, 2, self.merge, MODERATOR),
            Route(buttons.MERGED, 2, self.take_merge, MODERATOR),
            Route(buttons.PICK_TALK, 1, self.pick_talk, MODERATOR),
            Route(buttons.TALK, 2, self.talk, MODERATOR),
            Route(buttons.TALKED, 2, self.take_talk, MODERATOR),
            Route(buttons.UNTALK, 2, self.drop_talk, MODERATOR),
        )

    async def pick(self, press: Press) -> None:
        """Show the concept that was chosen."""
        await acknowledge(press)
        await self._show(press, await self._draft(press), chosen(press))

    async def look(self, press: Press) -> None:
        """Show a concept."""
        await acknowledge(press)
        await self._show(press, await self._draft(press), press.ids[1])

    async def name(self, press: Press) -> None:
        """Open the form for a concept's names and short answer."""
        draft = await self._draft(press)
        modal = show.name_modal(draft, _entry(draft, press.ids[1]), press.say)
        await replies.ask(press.interaction, modal)

    async def take_name(self, press: Press) -> None:
        """Name a concept anew."""
        key = press.ids[1]
        typed = [
            press.field(name) for name in (buttons.KO, buttons.EN, buttons.ALIASES, buttons.SHORT)
        ]
        draft = await self._change(press, lambda sheet: changing.named(sheet, key, *typed))
        await self._show(press, draft, key, note=press.say("note-changed"))

    async def body(self, press: Press) -> None:
        """Open the form for a concept's sections."""
        draft = await self._draft(press)
        modal = show.body_modal(draft, _entry(draft, press.ids[1]), press.say)
        await replies.ask(press.interaction, modal)

    async def take_body(self, press: Press) -> None:
        """Write a concept's sections anew."""
        key, typed = press.ids[1], press.field(buttons.TEXT)
        draft = await self._change(press, lambda sheet: changing.rewritten(sheet, key, typed))
        await self._show(press, draft, key, note=press.say("note-changed"))

    async def drop(self, press: Press) -> None:
        """Leave a concept out."""
        key = press.ids[1]
        draft = await self._change(press, lambda sheet: changing.dropped(sheet, key))
        await self._overview(press, draft, press.say("note-dropped"))

    async def merge(self, press: Press) -> None:
        """Ask which concept it becomes a part of."""
        await acknowledge(press)
        draft = await self._draft(press)
        screen = show.merge_screen(draft, _entry(draft, press.ids[1]), press.say)
        await replies.turn(press.interaction, screen)

    async def take_merge(self, press: Press) -> None:
        """Make a concept a part of the chosen one."""
        key, into = press.ids[1], chosen(press)
        draft = await self._change(press, lambda sheet: changing.merged(sheet, key, into))
        await self._show(press, draft, into, note=press.say("note-merged"))

    async def pick_talk(self, press: Press) -> None:
        """Show the prompt that was chosen."""
        await acknowledge(press)
        draft = await self._draft(press)
        screen = show.prompt_screen(draft, _talk(draft, chosen(press)), press.say)
        await replies.turn(press.interaction, screen)

    async def talk(self, press: Press) -> None:
        """Open the form for a prompt."""
        draft = await self._draft(press)
        modal = show.prompt_modal(draft, _talk(draft, press.ids[1]), press.say)
        await replies.ask(press.interaction, modal)

    async def take_talk(self, press: Press) -> None:
        """Write a prompt anew."""
        key = press.ids[1]
        typed = [
            press.field(name)
            for name in (buttons.KO, buttons.QUESTION, buttons.BACKGROUND, buttons.STANCES)
        ]
        draft = await self._change(press, lambda sheet: changing.retold(sheet, key, *typed))
        screen = show.prompt_screen(
            draft, _talk(draft, key), press.say, note=press.say("note-changed")
        )
        await replies.turn(press.interaction, screen)

    async def drop_talk(self, press: Press) -> None:
        """Leave a prompt out."""
        key = press.ids[1]
        draft = await self._change(press, lambda sheet: changing.untold(sheet, key))
        await self._overview(press, draft, press.say("note-dropped"))

    async def _draft(self, press: Press) -> Draft:
        async with self._storage.reading() as work:
            guild = (await moderated(work, press.interaction)).guild
            return await uploading.open_draft(work, guild, press.ids[0])

    async def _change(self, press: Press, changed: Callable[[Sheet], Sheet]) -> Draft:
        await acknowledge(press)
        async with self._storage.work() as work:
            guild = (await moderated(work, press.interaction)).guild
            draft = await uploading.change(work, guild, press.ids[0], changed)
            await work.commit()
        return draft

    async def _show(self, press: Press, draft: Draft, key: int, *, note: str = "") -> None:
        screen = show.concept_screen(draft, _entry(draft, key), press.say, note=note)
        await replies.turn(press.interaction, screen)

    async def _overview(self, press: Press, draft: Draft, note: str) -> None:
        async with self._storage.reading() as work:
            difference = await uploading.difference_of(work, draft)
        screen = show_draft.draft_screen(draft, 0, press.say, note=note, difference=difference)
        await replies.turn(press.interaction, screen)


def chosen(press: Press) -> int:
    """Return the number that was chosen in a menu.

    Raises:
        OldButton: it is none that we offer; the press was forged.
    """
    value = press.values[0] if press.values else ""
    if not (value.isascii() and value.isdigit() and len(value) <= MAX_DIGITS):
        raise OldButton
    return int(value)


def _entry(draft: Draft, key: int) -> Entry:
    found = draft.sheet.entry(key)
    if found is None:
        raise NotePartGone
    return found


def _talk(draft: Draft, key: int) -> Talk:
    found = draft.sheet.talk(key)
    if found is None:
        raise NotePartGone
    return found
