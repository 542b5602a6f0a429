"""What the buttons, menus and forms of notes do."""

from bot.clock import Clock
from bot.discord_ui.router import Route
from bot.notes.presses.drafts import AfterPublish, DraftPresses
from bot.notes.presses.items import ItemPresses
from bot.notes.presses.notes import NotePresses
from bot.notes.presses.parts import PartPresses
from bot.storage.work import Storage


def routes(storage: Storage, clock: Clock, after_publish: AfterPublish) -> tuple[Route, ...]:
    """Return every kind of press that notes carry."""
    return (
        *DraftPresses(storage, clock, after_publish).routes(),
        *PartPresses(storage).routes(),
        *NotePresses(storage).routes(),
        *ItemPresses(storage, clock).routes(),
    )
