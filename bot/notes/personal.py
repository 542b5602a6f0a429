"""What a server's notes keep about people: who brought or published one, who decided on an item."""

from bot.storage.personal import Declared, Fate, Personal

DECLARED = Declared(
    columns=(
        # A note belongs to the group by the time it is published, without the name.
        Personal("note", fate=Fate.UNNAME, is_mine=False),
        Personal("note_draft", fate=Fate.UNNAME, is_mine=False),
        Personal("note_item", "decided_by", Fate.UNNAME, is_mine=False),
    ),
)
