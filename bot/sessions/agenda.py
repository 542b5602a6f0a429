"""From an agenda to a session's parts (pure); a note without an agenda gets a usual one."""

from collections.abc import Iterable, Iterator

from bot.content.library import Library
from bot.content.model import Agenda, Prompt, PromptKind, StepKind, Text, Topic
from bot.content.model import Step as AgendaStep
from bot.sessions.model import Kind, Part

# So many cards a meeting can take in; the rest is for reading at home.
MOST_CARDS = 8
CARD_SECONDS = 90
USUAL_ITEMS = 5
LEAST_STANCES = 2
# Parts, and how many shares of the step's time each has.
Shares = tuple[tuple[Kind, int], ...]
_PLAIN = {
    StepKind.OPENING: Kind.OPENING,
    StepKind.TALK: Kind.TALK,
    StepKind.BREAK: Kind.BREAK,
    StepKind.WRAP_UP: Kind.WRAP_UP,
    StepKind.QUIZ: Kind.QUIZ,
}
# How a debate's time is shared: a vote is quick, the argument is what people came for.
_DEBATE: Shares = ((Kind.FIRST_VOTE, 1), (Kind.ARGUMENT, 3), (Kind.SECOND_VOTE, 1))
# One that runs already, with the first vote behind it.
_ADOPTED: Shares = ((Kind.ARGUMENT, 3), (Kind.SECOND_VOTE, 1))
_SHARING: Shares = ((Kind.SHARING, 1),)


def parts_of(agenda: Agenda, library: Library, adopted: Iterable[int] = ()) -> tuple[Part, ...]:
    """Return what is done one after another; what the library lacks by now is left out.

    ``adopted``: the steps whose discussion is running already.
    """
    running = frozenset(adopted)
    return tuple(
        part
        for number, step in enumerate(agenda.steps)
        for part in _parts(number, step, library, is_adopted=number in running)
    )


def usual_agenda(topic: Topic, library: Library) -> Agenda:
    """Return an agenda for a note that has none: its first cards, a quiz, its first prompt."""
    concepts = tuple(each.id for each in library.concepts if each.topic == topic.id)[:MOST_CARDS]
    prompt = next((each for each in library.prompts if each.topic == topic.id), None)
    steps = [
        AgendaStep(StepKind.OPENING, 5, Text("인사하고 오늘 할 일 보기", "Hello, and what we do"))
    ]
    if concepts:
        minutes = max(1, len(concepts) * CARD_SECONDS // 60)
        title = Text("개념 함께 보기", "Looking at the concepts")
        steps.append(AgendaStep(StepKind.CONCEPTS, minutes, title, concepts=concepts))
    if any(item.topic == topic.id for item in library.items):
        title = Text("방금 본 것으로 퀴즈", "A quiz on what we just saw")
        steps.append(AgendaStep(StepKind.QUIZ, 8, title, items=USUAL_ITEMS))
    if prompt is not None:
        steps.append(AgendaStep(StepKind.DISCUSSION, 15, prompt.title, prompt=prompt.id))
    else:
        question = Text(
            "오늘 본 것 가운데 아직 헷갈리는 것은 무엇인가요?",
            "What of today is still unclear to you?",
        )
        steps.append(
            AgendaStep(StepKind.TALK, 10, Text("함께 이야기해요", "Let's talk"), question=question)
        )
    steps.append(
        AgendaStep(StepKind.WRAP_UP, 5, Text("새로 알게 된 것 하나씩 말하기", "One new thing each"))
    )
    goal = Text(
        f"‘{topic.title.ko}’ 노트를 자기 말로 설명해 봐요.",
        f"Explain “{topic.title.into('en')}” in your own words.",
    )
    return Agenda(topic.title, goal, tuple(steps))


def discussed(agenda: Agenda, library: Library) -> Iterator[tuple[int, Prompt]]:
    """Yield the steps with a discussion, each with its prompt."""
    for number, step in enumerate(agenda.steps):
        if step.kind is StepKind.DISCUSSION and step.prompt is not None:
            prompt = library.prompt(step.prompt)
            if prompt is not None:
                yield number, prompt


def _parts(number: int, step: AgendaStep, library: Library, *, is_adopted: bool) -> Iterator[Part]:
    seconds = step.minutes * 60
    if step.kind is StepKind.CONCEPTS:
        yield from _cards(number, step, library)
    elif step.kind is StepKind.DISCUSSION:
        prompt = library.prompt(step.prompt or "")
        if prompt is not None:
            yield from _discussion(number, step, prompt, is_adopted=is_adopted)
    else:
        yield Part(
            number,
            _PLAIN[step.kind],
            step.title,
            seconds,
            step.moves_by_itself,
            items=step.items,
            question=step.question,
        )


def _cards(number: int, step: AgendaStep, library: Library) -> Iterator[Part]:
    found = [concept for each in step.concepts if (concept := library.concept(each)) is not None]
    for nth, concept in enumerate(found, 1):
        yield Part(
            number,
            Kind.CARD,
            concept.title,
            max(step.minutes * 60 // len(found), 1),
            step.moves_by_itself,
            nth,
            len(found),
            concept=concept.id,
            short=concept.short,
        )


def _discussion(
    number: int, step: AgendaStep, prompt: Prompt, *, is_adopted: bool
) -> Iterator[Part]:
    if len(prompt.stances) < LEAST_STANCES:
        # Nothing to vote on: it is talked about.
        seconds, moves = step.minutes * 60, step.moves_by_itself
        yield Part(number, Kind.TALK, prompt.title, seconds, moves, question=prompt.question)
        return
    if prompt.kind is PromptKind.EXPERIENCE:
        shares = _SHARING
    else:
        shares = _ADOPTED if is_adopted else _DEBATE
    whole = sum(share for _, share in shares)
    for nth, (kind, share) in enumerate(shares, 1):
        yield Part(
            number,
            kind,
            prompt.title,
            max(step.minutes * 60 * share // whole, 1),
            step.moves_by_itself,
            nth,
            len(shares),
            prompt=prompt.id,
            question=prompt.question,
        )
