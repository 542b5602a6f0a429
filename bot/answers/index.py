"""From a question to a finding: reads, ranks, decides whether the notes cover it."""

from collections.abc import Mapping, Sequence
from copy import copy
from typing import TYPE_CHECKING, Self

from bot.answers.cards import Kind, Subject, subjects
from bot.answers.comparisons import compared, share_compared
from bot.answers.evidence import Judge
from bot.answers.follow_ups import weigh_in_context
from bot.answers.model import MAX_RANKED, Finding, Question, Ranked
from bot.answers.naming import longest
from bot.answers.reasons import Links, near, why
from bot.answers.sections import Sections
from bot.answers.weighing import Weighed, weigh
from bot.answers.weights import Weights, shipped_weights
from bot.content.library import Library
from bot.content.model import Reference

if TYPE_CHECKING:
    from bot.answers.embedder import Embed, Vectors

PROMPT_LIKENESS = 0.35  # a prompt is offered only to a question much like its own


class Index:
    """A library made searchable. Building costs milliseconds a card; finding changes nothing."""

    def __init__(
        self,
        known: Sequence[Subject],
        references: Sequence[Reference],
        weights: Weights,
        embed: "Embed | None" = None,
    ) -> None:
        self.judge = Judge(known, embed)
        self._weights = weights
        self._links = Links(references)
        self._sections = Sections(known)
        self._places = {subject.id: place for place, subject in enumerate(known)}

    @classmethod
    def build(
        cls, library: Library, weights: Weights | None = None, embed: "Embed | None" = None
    ) -> "Index":
        """An index of every concept, prompt and outside neighbour of the library.

        With ``embed`` it also knows what they mean, and `hearing` makes use of it.
        """
        return cls(subjects(library), library.references, weights or shipped_weights(), embed)

    def hearing(self, vectors: "Mapping[str, Vectors]") -> Self:
        """The same index for a question whose wordings have these vectors.

        What it lacks is in `unheard` after finding; a reading whose wordings are not all known is
        judged by its letters and words alone.
        """
        heard = copy(self)
        heard.judge = self.judge.hearing(vectors)
        return heard

    @property
    def unheard(self) -> frozenset[str]:
        """Wordings whose vectors would have been of use to what was found last."""
        return frozenset(self.judge.unheard)

    def find(self, question: Question) -> Finding:
        """The best concept, a prompt, or neither; never raises, whatever the text."""
        weighed = self.weigh(question)
        judge = self.judge
        found = judge.names.found_in(weighed.reading)
        prompt = self._prompt(weighed)
        order, confidence = weighed.order, weighed.confidence
        if prompt is not None:  # the group talks about it; no card covers it
            confidence = min(confidence, self._weights.enough / 2)
        sides = compared(weighed.reading, found, judge.subjects) if prompt is None else None
        if sides is not None and order:
            first = judge.comparisons.card(weighed.reading, sides, order)
            order = (first, *(owner for owner in order if owner != first))
            # Two names, a comparing word, and nothing else, or nothing that the notes don't know.
            if share_compared(weighed.reading, sides) == 1.0 or not weighed.signs["strange"]:
                confidence = max(confidence, self._weights.enough)
        answers = prompt is None and bool(order) and confidence >= self._weights.enough
        shown = order[0] if answers else None
        abstains = shown is None and prompt is None
        namings = longest(found)
        return Finding(
            concept=self._id(shown) if shown is not None else None,
            prompt=prompt,
            compared=(self._id(sides[0].owners[0]), self._id(sides[1].owners[0]))
            if answers and sides
            else None,
            section=None
            if shown is None
            else self._sections.fitting(shown, weighed.reading, namings),
            confidence=confidence,
            ranked=tuple(
                Ranked(self._id(owner), round(weighed.scores.get(owner, 0.0), 4))
                for owner in order[:MAX_RANKED]
            ),
            near=near(judge, weighed, self._places) if abstains else (),
            reference=self._links.naming(judge, weighed, namings) if abstains else None,
            why=why(judge, weighed, namings, order[0] if order else None),
        )

    def weigh(self, question: Question) -> Weighed:
        """The question weighed, in the light of the one before if it says too little alone."""
        alone = self._weigh(question.text)
        if question.previous is None:
            return alone
        return weigh_in_context(self.judge, self._weights, question.text, alone, question.previous)

    def _weigh(self, text: str) -> Weighed:
        return weigh(self.judge, self._weights, self.judge.read(text))

    def _prompt(self, weighed: Weighed) -> str | None:
        """The prompt that asks this very question: it fits better than anything else."""
        prompt = weighed.best(self.judge, Kind.PROMPT)
        if prompt is None or any(
            score > weighed.scores[prompt] for score in weighed.scores.values()
        ):
            return None
        found = weighed.evidence[prompt]
        sure = max(found.characters, found.words) >= PROMPT_LIKENESS
        return self.judge.subjects[prompt].id if sure else None

    def _id(self, owner: int) -> str:
        return self.judge.subjects[owner].id
