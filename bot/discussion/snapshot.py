"""A prompt as it was put: frozen when its discussion starts, whatever becomes of the notes."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

from bot.content.model import ConceptId, Prompt, PromptField, PromptKind, Stance, Text

VERSION = 1


class UnreadablePrompt(Exception):
    """A stored prompt is of a version that this one does not know."""


@dataclass(frozen=True, slots=True)
class PromptSnapshot:
    """Everything that a discussion shows of its prompt.

    Attributes:
        prompt, topic: the content's ids.
        several: more than one stance may be taken (an exchange of experience).
        follow_ups: what is asked in a quiet thread, in order.
        related: concepts worth reading for it.
    """

    prompt: str
    topic: str
    kind: PromptKind
    title: Text
    question: Text
    background: Text
    stances: tuple[Stance, ...]
    several: bool = False
    fields: tuple[PromptField, ...] = ()
    follow_ups: tuple[Text, ...] = ()
    related: tuple[ConceptId, ...] = ()

    @classmethod
    def of(cls, prompt: Prompt) -> Self:
        """Freeze ``prompt``."""
        return cls(
            prompt=prompt.id,
            topic=prompt.topic,
            kind=prompt.kind,
            title=prompt.title,
            question=prompt.question,
            background=prompt.background,
            stances=prompt.stances,
            several=prompt.several,
            fields=prompt.fields,
            follow_ups=prompt.follow_ups,
            related=prompt.related,
        )

    def to_json(self) -> dict[str, Any]:
        """Return it as JSON, which ``from_json`` reads back."""
        return {
            "v": VERSION,
            "prompt": self.prompt,
            "topic": self.topic,
            "kind": self.kind.value,
            "title": _pair(self.title),
            "question": _pair(self.question),
            "background": _pair(self.background),
            "stances": [[stance.id, _pair(stance.label)] for stance in self.stances],
            "several": self.several,
            "fields": [
                [field.id, _pair(field.label), field.required, field.max_length]
                for field in self.fields
            ],
            "follow_ups": [_pair(text) for text in self.follow_ups],
            "related": list(self.related),
        }

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> Self:
        """Return what was stored.

        Raises:
            UnreadablePrompt: it is of another version.
        """
        if stored.get("v") != VERSION:
            raise UnreadablePrompt(f"version {stored.get('v')}")
        return cls(
            prompt=stored["prompt"],
            topic=stored["topic"],
            kind=PromptKind(stored["kind"]),
            title=Text(*stored["title"]),
            question=Text(*stored["question"]),
            background=Text(*stored["background"]),
            stances=tuple(Stance(name, Text(*label)) for name, label in stored["stances"]),
            several=stored["several"],
            fields=tuple(
                PromptField(name, Text(*label), required, max_length)
                for name, label, required, max_length in stored["fields"]
            ),
            follow_ups=tuple(Text(*pair) for pair in stored["follow_ups"]),
            related=tuple(ConceptId(concept) for concept in stored["related"]),
        )


def _pair(text: Text) -> list[str | None]:
    return [text.ko, text.en]
