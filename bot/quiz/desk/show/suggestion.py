"""Shows the form of a suggested item, and what becomes of it."""

from bot.content.limits import MAX_ALIAS, MAX_EXPLANATION, MAX_REASON, MAX_SHORT_KEY, MAX_STEM
from bot.discord_ui.cutting import cut, plain
from bot.discord_ui.screens import MAX_MODAL_TITLE, Input, ModalScreen, Screen
from bot.discord_ui.words import Say
from bot.quiz.desk import buttons
from bot.quiz.desk.model import Draft, DraftKind

# Several words with commas between them.
MAX_WORDS = MAX_ALIAS * 5
_JOINT = ", "


def suggestion_modal(
    kind: DraftKind, custom_id: str, concept: str, say: Say, draft: Draft | None = None
) -> ModalScreen:
    """Ask for the item's texts, or show those of ``draft`` to be changed."""
    title = cut(say("suggest-title", concept=concept), MAX_MODAL_TITLE)
    fields = [_field(buttons.STEM, "stem", MAX_STEM, say, draft.stem if draft else "")]
    if kind is DraftKind.SHORT:
        fields += [
            _field(buttons.KEY, "key", MAX_SHORT_KEY, say, draft.key if draft else ""),
            _words(buttons.ACCEPTED, "accept", say, draft.accept if draft else ()),
            _words(buttons.CONTRAST, "contrast", say, draft.contrast if draft else ()),
        ]
    else:
        reason = draft.reason if draft else ""
        fields.append(_field(buttons.REASON, "reason", MAX_REASON, say, reason))
    explanation = draft.explanation if draft else ""
    fields.append(_field(buttons.EXPLANATION, "explanation", MAX_EXPLANATION, say, explanation))
    return ModalScreen(title, custom_id, tuple(fields))


def suggested_screen(draft: Draft, say: Say) -> Screen:
    """Say that the item waits for a moderator."""
    return Screen(f"{say('suggest-sent')}\n> {plain(draft.stem)}")


def _field(name: str, word: str, limit: int, say: Say, value: str) -> Input:
    return Input(
        name,
        say(f"suggest-{word}"),
        placeholder=say(f"suggest-{word}.placeholder"),
        long=limit > MAX_ALIAS,
        max_length=limit,
        value=value,
    )


def _words(name: str, word: str, say: Say, values: tuple[str, ...]) -> Input:
    return Input(
        name,
        say(f"suggest-{word}"),
        placeholder=say(f"suggest-{word}.placeholder"),
        required=False,
        max_length=MAX_WORDS,
        value=cut(_JOINT.join(values), MAX_WORDS),
    )
