"""A question of the quiz as something to argue about: its choices become the stances (pure)."""

from bot.content.limits import MAX_BUTTON_LABEL, MAX_QUESTION, MAX_TITLE, STANCES
from bot.content.model import ItemKind, PromptKind, Stance, Text
from bot.discord_ui.cutting import cut
from bot.discussion.snapshot import PromptSnapshot
from bot.discussion.wishes import NothingToArgue
from bot.quiz.snapshot import TRUE, Snapshot

# What the two sides of a true/false question are called.
TRUE_LABEL = Text("맞다", "True")
FALSE_LABEL = Text("아니다", "False")
# As long as a discussion stores what it is about.
MAX_ID = 64


def snapshot_of(item: Snapshot) -> PromptSnapshot:
    """Return the debate on ``item``; the key is not told.

    Raises:
        NothingToArgue: it has no choices (a short answer), or more than there can be stances.
    """
    least, most = STANCES
    options = sorted(item.options, key=lambda option: option.index)
    if not least <= len(options) <= most:
        raise NothingToArgue
    if item.kind is ItemKind.TRUE_FALSE:
        options.sort(key=lambda option: option.index != TRUE)
        labels = [TRUE_LABEL if each.index == TRUE else FALSE_LABEL for each in options]
    else:
        labels = [_cut(each.text, MAX_BUTTON_LABEL) for each in options]
    return PromptSnapshot(
        prompt=f"item-{item.item}"[:MAX_ID],
        topic=item.topic[:MAX_ID],
        kind=PromptKind.DEBATE,
        title=_cut(item.stem, MAX_TITLE),
        question=_cut(item.stem, MAX_QUESTION),
        background=Text(""),
        stances=tuple(
            Stance(f"option-{option.index}", label)
            for option, label in zip(options, labels, strict=True)
        ),
    )


def _cut(text: Text, limit: int) -> Text:
    return Text(cut(text.ko, limit), None if text.en is None else cut(text.en, limit))
