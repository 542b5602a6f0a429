"""Turns files that fit their shapes into the values that the bot works with."""

from dataclasses import replace

from bot.content import model
from bot.content.drafts import CardDraft, DiscussionDraft, Draft, TopicDraft
from bot.content.library import Library
from bot.content.shapes.agenda import (
    AgendaShape,
    ConceptsStepShape,
    DiscussionStepShape,
    PlainStepShape,
    QuizStepShape,
    TalkStepShape,
)
from bot.content.shapes.quiz import MultipleShape, OneItemShape, ShortShape, SingleShape
from bot.content.shapes.topic import TopicShape


def library_of(drafts: list[TopicDraft]) -> Library:
    """The library of drafts without faults that break them."""
    fitting = [(draft, draft.topic.shape) for draft in drafts if draft.topic and draft.topic.shape]
    fitting.sort(key=lambda pair: (pair[1].order, pair[0].id))
    topics = tuple(_topic(draft, shape) for draft, shape in fitting)
    concepts: list[model.Concept] = []
    for topic, (draft, _) in zip(topics, fitting, strict=True):
        cards = {concept.id: concept for concept in _concepts(draft, topic.id)}
        concepts += [cards[name] for chapter in topic.chapters for name in chapter.concepts]
    return Library(
        topics,
        tuple(concepts),
        tuple(_prompt(found, draft.id) for draft, _ in fitting for found in draft.discussions),
        tuple(
            _item(item, draft.id)
            for draft, _ in fitting
            if draft.quiz
            for _, item in draft.quiz.items
        ),
    )


def concept_of(card: CardDraft, topic: str) -> model.Concept | None:
    """The concept of a card, None where its settings do not fit."""
    shape = card.draft.shape
    if shape is None:
        return None
    return model.Concept(
        id=model.ConceptId(shape.id),
        topic=model.TopicId(topic),
        title=shape.title.value,
        short=model.Text(card.body.short, shape.short_en),
        sections=card.body.sections,
        aliases_ko=shape.aliases.ko,
        aliases_en=shape.aliases.en,
        asked_as=shape.asked_as,
        related=_concept_ids(shape.related),
        contrasts=tuple(
            model.Contrast(model.ConceptId(entry.id), entry.line.value) for entry in shape.contrast
        ),
        sources=tuple(model.ReferenceId(name) for name in shape.sources),
        figure=model.FigureId(shape.figure) if shape.figure else None,
        path=card.draft.document.path,
    )


def _concepts(draft: TopicDraft, topic: str) -> list[model.Concept]:
    return [found for card in draft.cards if (found := concept_of(card, topic))]


def _concept_ids(names: tuple[str, ...]) -> tuple[model.ConceptId, ...]:
    return tuple(model.ConceptId(name) for name in names)


def _topic(draft: TopicDraft, shape: TopicShape) -> model.Topic:
    return model.Topic(
        id=model.TopicId(draft.id),
        title=shape.title.value,
        order=shape.order,
        note=shape.note.value,
        chapters=tuple(
            model.Chapter(chapter.title.value, _concept_ids(chapter.concepts))
            for chapter in shape.chapters
        ),
        references=tuple(
            model.Reference(model.ReferenceId(entry.id), entry.title.value, entry.url)
            for entry in shape.references
        ),
        figures=tuple(
            model.Figure(model.FigureId(entry.id), draft.folder / entry.file, entry.alt.value)
            for entry in shape.figures
        ),
        outside=tuple(
            model.Outside(
                entry.names,
                _concept_ids(entry.near),
                model.ReferenceId(entry.reference) if entry.reference else None,
                entry.asked_as,
            )
            for entry in shape.outside
        ),
        agenda=agenda_of(draft.agenda),
        path=draft.folder,
    )


def _prompt(found: DiscussionDraft, topic: str) -> model.Prompt:
    shape = found.draft.shape
    if shape is None:  # a caller's mistake: broken drafts never come here
        raise ValueError(found.draft.document.path)
    return model.Prompt(
        id=model.PromptId(shape.id),
        topic=model.TopicId(topic),
        kind=model.PromptKind(shape.kind),
        title=shape.title.value,
        question=shape.question.value,
        background=model.Text(found.background, shape.background_en),
        stances=tuple(model.Stance(stance.id, stance.label.value) for stance in shape.stances),
        several=shape.several,
        fields=tuple(
            model.PromptField(field.id, field.label.value, field.required, field.max_length)
            for field in shape.fields
        ),
        follow_ups=tuple(question.value for question in shape.follow_ups),
        asked_as=shape.asked_as,
        related=_concept_ids(shape.related),
        path=found.draft.document.path,
    )


def _item(found: OneItemShape, topic: str) -> model.Item:
    shape = found.root
    common = model.Item(
        id=model.ItemId(shape.id),
        topic=model.TopicId(topic),
        concept=model.ConceptId(shape.concept),
        kind=model.ItemKind(shape.kind),
        stem=shape.stem.value,
        explanation=shape.explanation.value,
        stamp=shape.stamp,
    )
    if isinstance(shape, SingleShape | MultipleShape):
        choices = tuple(
            model.Choice(
                choice.text.value, choice.correct, choice.reason.value if choice.reason else None
            )
            for choice in shape.choices
        )
        return replace(common, choices=choices)
    if isinstance(shape, ShortShape):
        key = shape.key.value
        return replace(common, key=key, accept=shape.accept, contrast=shape.contrast)
    return replace(common, truth=shape.key, reason=shape.reason.value)


def agenda_of(draft: Draft[AgendaShape] | None) -> model.Agenda | None:
    """The agenda that was read; None where there is none, or one with faults."""
    if draft is None or draft.shape is None:
        return None
    shape = draft.shape
    return model.Agenda(
        shape.title.value, shape.goal.value, tuple(_step(step) for step in shape.steps)
    )


def _step(
    shape: PlainStepShape | ConceptsStepShape | QuizStepShape | DiscussionStepShape | TalkStepShape,
) -> model.Step:
    kind = model.StepKind(shape.kind)
    step = model.Step(kind, shape.minutes, shape.title.value, moves_by_itself=shape.moves_by_itself)
    match shape:
        case ConceptsStepShape():
            return replace(step, concepts=_concept_ids(shape.concepts))
        case QuizStepShape():
            return replace(step, items=shape.items)
        case DiscussionStepShape():
            return replace(step, prompt=model.PromptId(shape.prompt))
        case TalkStepShape():
            return replace(step, question=shape.question.value)
        case PlainStepShape():
            return step
