"""Reads a server's own agenda, written as a topic's ``agenda.yaml`` is."""

from pathlib import Path

from bot.content.assemble import agenda_of
from bot.content.drafts import agenda_draft
from bot.content.library import Library
from bot.content.model import Agenda
from bot.discord_ui.cutting import plain
from bot.sessions.agenda import parts_of
from bot.sessions.refusals import UnreadableAgenda

MAX_BYTES = 64 * 1024
MAX_FAULT = 300


def own_agenda(content: bytes, name: str, library: Library, language: str) -> Agenda:
    """Return the agenda in a file's ``content``.

    Raises:
        UnreadableAgenda: it is too large, no UTF-8, no agenda, or nothing of it is in ``library``.
    """
    if len(content) > MAX_BYTES:
        raise UnreadableAgenda(f"> {MAX_BYTES // 1024} KB")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UnreadableAgenda("UTF-8?") from None
    draft, faults = agenda_draft(text, Path(name))
    if faults:
        raise UnreadableAgenda(plain(faults[0].said(language), MAX_FAULT))
    agenda = agenda_of(draft)
    if agenda is None or not parts_of(agenda, library):
        raise UnreadableAgenda(plain(name, MAX_FAULT))
    return agenda
