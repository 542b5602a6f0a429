"""What a server's settings, its audit and a person's choices keep about people."""

from datetime import timedelta

from bot.storage.personal import Declared, Fate, Personal, Retained

AUDITED = timedelta(days=90)

DECLARED = Declared(
    columns=(
        Personal("member_language", everywhere=True),
        # What was done in the server stays known for its time, without the name.
        Personal("moderation_act", fate=Fate.UNNAME, is_mine=False),
    ),
    retained=(Retained("audit", "moderation_act", "at", AUDITED, fixed=True),),
)
