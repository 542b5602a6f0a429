"""What a note says a thing is: a phrase for it, taken out of its first sentences."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from bot.content.model import Concept
from bot.notes.drafting import english, korean
from bot.notes.drafting.halves import named_things
from bot.notes.drafting.sentences import is_korean, short_sentences
from bot.notes.drafting.terms import is_term

MIN_PHRASE = 8
MAX_PHRASE = 160


class Form(Enum):
    """How a phrase can stand in a question: as a thing, or as what a thing does."""

    THING = auto()
    DOING = auto()


@dataclass(frozen=True, slots=True)
class Definition:
    """``phrase`` says what ``concept`` is without naming it as its subject.

    Attributes:
        card: the concept whose card says it: ``concept`` may be half of a heading for two.
        also: other names of the concept, which its sentence gives in parentheses.
        subject: how the sentence calls the concept, its article included.
        sentence: where the phrase was found, as the note has it.
    """

    concept: Concept
    card: Concept
    phrase: str
    form: Form
    subject: str
    sentence: str
    also: tuple[str, ...] = ()

    @property
    def is_korean(self) -> bool:
        """Whether it is asked about in Korean."""
        return is_korean(self.phrase)


def definitions(concepts: Iterable[Concept]) -> list[Definition]:
    """Return the definition of each concept that has one, in the note's order."""
    named = named_things(list(concepts))
    known = [each.concept for each in named]
    found = (_definition(each.concept, each.card, known) for each in named)
    return [each for each in found if each is not None]


def _definition(concept: Concept, card: Concept, known: Sequence[Concept]) -> Definition | None:
    if not is_term(concept.title.ko):
        return None
    others = [each for each in known if each.id != concept.id]
    for sentence in short_sentences(concept)[:2]:
        language = korean if is_korean(sentence) else english
        said = language.definition_in(sentence, concept, others)
        if said and MIN_PHRASE <= len(said.phrase) <= MAX_PHRASE:
            form = Form.THING if said.is_thing else Form.DOING
            return Definition(concept, card, said.phrase, form, said.subject, sentence, said.also)
        if said is None and language is korean:
            break  # what follows speaks of something else by then
    return None
