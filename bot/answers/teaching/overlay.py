"""One server's lessons over the shared index: what was taught decides, all else stays as it was."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.answers.index import Index
from bot.answers.model import MAX_NEAR, MAX_RANKED, Finding, Question, Ranked
from bot.answers.reading import Reading
from bot.answers.teaching.likeness import likeness
from bot.answers.teaching.model import Lesson
from bot.answers.teaching.runs import is_same_run, run_of
from bot.answers.weighing import is_bare
from bot.content.library import Library

# A lesson decides about a question that asks nothing beyond it, in about the same words.
ASKED_ENOUGH = 0.85
TAUGHT_ENOUGH = 0.75
# From here on what was taught is offered beside an honest no.
NEAR_ENOUGH = 0.6
SURE = 0.95
UNSURE = 0.05


@dataclass(frozen=True, slots=True)
class Taught:
    """The lesson nearest to a question: its wording, and whether it is near enough to decide."""

    lesson: Lesson
    phrase: str
    decides: bool


class Overlay:
    """Leaves the shared index's findings as they are, but for what this server was taught."""

    def __init__(self, index: Index, library: Library, lessons: Sequence[Lesson]) -> None:
        """Lay ``lessons`` (newest first) over ``index``; those of concepts that left don't count.

        Costs a reading a phrase, and nothing where there are no lessons.
        """
        self._index = index
        self._phrases = [
            (lesson, phrase, index.judge.read(phrase))
            for lesson in lessons
            if lesson.concept is None or library.concept(lesson.concept) is not None
            for phrase in lesson.phrases
        ]
        self._exact = {
            reading.key: (lesson, phrase) for lesson, phrase, reading in reversed(self._phrases)
        }

    def over(self, question: Question, found: Finding) -> Finding:
        """What the nearest lesson says, else ``found``, the shared index's finding."""
        taught = self.lesson_for(question, found)
        if taught is None:
            return found
        concept = taught.lesson.concept
        if taught.decides:
            return _refused(found, taught) if concept is None else _answered(found, taught, concept)
        if concept is None or found.answered or found.prompt is not None:
            return found
        near = tuple(dict.fromkeys((concept, *found.near)))[:MAX_NEAR]
        return replace(found, near=near)

    def lesson_for(self, question: Question, found: Finding) -> Taught | None:
        """The lesson nearest to the question, alone or as ``found`` reads it after another."""
        if not self._phrases:
            return None
        alone = self.nearest(question.text)
        if alone is not None and alone.decides:
            return alone
        return self._nearest_to(Reading(tuple(found.why.read_as.split()))) or alone

    def nearest(self, text: str) -> Taught | None:
        """The lesson nearest to ``text`` on its own, if one is near."""
        if not self._phrases:
            return None
        found = self._nearest_to(self._index.judge.read(text))
        return found if found is not None and found.decides else self._glued(text) or found

    def _glued(self, text: str) -> Taught | None:
        """The newest lesson whose phrase is all of ``text``, though its blanks may be elsewhere."""
        asked = run_of(text)
        for lesson, phrase, _ in self._phrases:
            if is_same_run(asked, run_of(phrase)):
                return Taught(lesson, phrase, decides=True)
        return None

    def _nearest_to(self, asked: Reading) -> Taught | None:
        if not asked.content or is_bare(self._index.judge, asked):
            return None
        exact = self._exact.get(asked.key)
        if exact is not None:
            return Taught(*exact, decides=True)
        best: tuple[float, Taught] | None = None
        for lesson, phrase, reading in self._phrases:
            of_asked, of_taught = likeness(self._index.judge, asked, reading)
            worth = min(of_asked, of_taught)
            if worth >= NEAR_ENOUGH and (best is None or worth > best[0]):
                decides = of_asked >= ASKED_ENOUGH and of_taught >= TAUGHT_ENOUGH
                best = worth, Taught(lesson, phrase, decides)
        return None if best is None else best[1]


def _answered(found: Finding, taught: Taught, concept: str) -> Finding:
    why = replace(found.why, taught=taught.phrase)
    if found.concept == concept:
        return replace(found, why=why, confidence=max(found.confidence, SURE))
    top = found.ranked[0].score if found.ranked else 1.0
    others = (ranked for ranked in found.ranked if ranked.concept != concept)
    return replace(
        found,
        concept=concept,
        prompt=None,
        compared=None,
        section=None,
        confidence=max(found.confidence, SURE),
        ranked=(Ranked(concept, top), *others)[:MAX_RANKED],
        near=(),
        reference=None,
        why=why,
    )


def _refused(found: Finding, taught: Taught) -> Finding:
    return replace(
        found,
        concept=None,
        prompt=None,
        compared=None,
        section=None,
        confidence=min(found.confidence, UNSURE),
        near=found.near if not found.answered else (),
        why=replace(found.why, taught=taught.phrase),
    )
