"""What sessions keep about people."""

from datetime import timedelta

from bot.storage.personal import Declared, Fate, Personal, Retained

DECLARED = Declared(
    columns=(
        Personal("session_member"),
        Personal("session_understanding"),
        Personal("session", fate=Fate.UNNAME, is_mine=False),
        Personal("session_plan", fate=Fate.UNNAME, is_mine=False),
        Personal("session_studied", "settled_by", Fate.UNNAME, is_mine=False),
    ),
    retained=(Retained("sessions", "session", "started_at", timedelta(days=730)),),
)
