"""Makes items of suggestions: checked by the content's own shape, asked, and exported as YAML."""

from collections.abc import Iterable, Sequence
from typing import Any

import yaml
from pydantic import ValidationError

from bot.content.library import Library
from bot.content.limits import MAX_EXPLANATION, MAX_REASON, MAX_STEM
from bot.content.model import Concept, Item, ItemId, ItemKind, Text, TopicId
from bot.content.shapes.quiz import OneItemShape
from bot.discord_ui.cutting import plain
from bot.quiz.desk.model import Draft, DraftKind, Suggestion, UnfitDraft

# Twice its length is the most that disarming Markdown makes of a text.
_DISARMED = 2


def require_fit(draft: Draft) -> None:
    """Let pass a draft of which the content's checker takes an item.

    Raises:
        UnfitDraft: something is empty or too long, or an answer is both right and wrong.
    """
    try:
        OneItemShape.model_validate(_fields(draft, "suggested-0"))
    except ValidationError as wrong:
        raise UnfitDraft from wrong


def item_of(suggestion: Suggestion, concept: Concept) -> Item:
    """Return the item that a group is asked; what a member wrote is shown without its power."""
    draft = suggestion.draft
    is_short = draft.kind is DraftKind.SHORT
    return Item(
        id=ItemId(item_id(suggestion)),
        topic=TopicId(concept.topic),
        concept=concept.id,
        kind=ItemKind.SHORT if is_short else ItemKind.TRUE_FALSE,
        stem=_shown(draft.stem, MAX_STEM),
        explanation=_shown(draft.explanation, MAX_EXPLANATION),
        truth=None if is_short else draft.kind is DraftKind.TRUE,
        reason=None if is_short else _shown(draft.reason, MAX_REASON),
        # Marked by the words as they were written, whatever is shown of them.
        key=_shown(draft.key, MAX_REASON) if is_short else None,
        accept=(draft.key, *draft.accept) if is_short else (),
        contrast=draft.contrast,
        stamp=suggestion.stamp,
    )


def item_id(suggestion: Suggestion) -> str:
    """Return under which content id a suggestion is asked and exported."""
    return f"suggested-{suggestion.number}"


def items_of(suggestions: Iterable[Suggestion], library: Library) -> tuple[Item, ...]:
    """Return the items of ``suggestions``, but for those whose concept is not in the notes now."""
    return tuple(
        item_of(each, concept)
        for each in suggestions
        if (concept := library.concept(each.draft.concept)) is not None
    )


def quiz_yaml(suggestions: Sequence[Suggestion]) -> str:
    """Return ``suggestions`` as a ``quiz.yaml``, in their own words.

    Without stamps: whoever takes them into the notes looks at them, then runs ``content stamp``.
    """
    fields = [_fields(each.draft, item_id(each)) for each in suggestions]
    text: str = yaml.safe_dump(
        fields, allow_unicode=True, sort_keys=False, width=float("inf"), default_flow_style=False
    )
    return text


def _shown(text: str, limit: int) -> Text:
    return Text(plain(text, limit * _DISARMED))


def _fields(draft: Draft, name: str) -> dict[str, Any]:
    fields: dict[str, Any] = {"id": name, "concept": draft.concept}
    if draft.kind is DraftKind.SHORT:
        fields |= {"kind": "short", "stem": draft.stem, "key": draft.key}
        fields |= {"accept": list(draft.accept)} if draft.accept else {}
        fields |= {"contrast": list(draft.contrast)} if draft.contrast else {}
    else:
        truth = draft.kind is DraftKind.TRUE
        fields |= {"kind": "true_false", "stem": draft.stem, "key": truth}
        fields["reason"] = draft.reason
    return fields | {"explanation": draft.explanation}
