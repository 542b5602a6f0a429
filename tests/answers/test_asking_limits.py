"""An answer stays within Discord's limits whatever the notes and the question hold."""

from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.answers import show
from bot.answers.asked import Answer
from bot.answers.model import Finding, Why
from bot.answers.notes import Edition
from bot.content.fault_kinds import FaultKind
from bot.content.faults import Fault
from bot.content.library import Library
from bot.content.model import (
    Chapter,
    Concept,
    ConceptId,
    Contrast,
    Figure,
    FigureId,
    Prompt,
    PromptId,
    PromptKind,
    Reference,
    ReferenceId,
    Section,
    Stance,
    Text,
    Topic,
    TopicId,
)
from bot.discord_ui.words import voice
from tests.support.limits import breaches
from tests.support.told import ToldIndex

PIECES = ("가", "a", "*", "](", "👩‍👩‍👧‍👦", " ", "\n", "`", "[", "🇰🇷", "e\u0301")
TOPIC = TopicId("t")
NAMES = tuple(ConceptId(f"c{number}") for number in range(8))
LINKS = tuple(ReferenceId(f"r{number}") for number in range(12))


def long_texts(least: int = 1) -> st.SearchStrategy[str]:
    """Texts from short to far over every limit, of letters that are hard to cut."""
    return st.builds(
        lambda head, piece, times: (head + piece * times).strip() or "가",
        st.sampled_from(("가", "하이퍼바이저 ", "a")),
        st.sampled_from(PIECES),
        st.sampled_from((0, least, 60, 79, 80, 255, 256, 1023, 1025, 2000, 4100, 6001)),
    )


TEXTS = st.builds(Text, long_texts(), st.none() | long_texts())


@st.composite
def libraries(draw: st.DrawFn) -> Library:
    """Libraries that the content check would refuse for their length."""
    references = tuple(
        Reference(name, draw(TEXTS), "https://example.com/" + "x" * draw(st.integers(0, 900)))
        for name in LINKS
    )
    figure = Figure(FigureId("f"), Path("f.png"), draw(TEXTS))
    concepts = tuple(
        Concept(
            id=name,
            topic=TOPIC,
            title=draw(TEXTS),
            short=draw(TEXTS),
            sections=tuple(
                Section(draw(st.just("") | long_texts()), draw(st.just("") | long_texts()))
                for _ in range(draw(st.integers(0, 3)))
            ),
            related=tuple(draw(st.lists(st.sampled_from(NAMES), max_size=8))),
            contrasts=(Contrast(draw(st.sampled_from(NAMES)), draw(TEXTS)),),
            sources=tuple(draw(st.lists(st.sampled_from(LINKS), max_size=12))),
            figure=draw(st.sampled_from((None, figure.id))),
        )
        for name in NAMES[:3]
    ) + tuple(Concept(name, TOPIC, draw(TEXTS), Text("짧아요")) for name in NAMES[3:])
    prompt = Prompt(
        id=PromptId("p"),
        topic=TOPIC,
        kind=PromptKind.DEBATE,
        title=draw(TEXTS),
        question=draw(TEXTS),
        background=draw(TEXTS),
        stances=tuple(Stance(f"s{n}", draw(TEXTS)) for n in range(draw(st.integers(0, 5)))),
        related=tuple(draw(st.lists(st.sampled_from(NAMES), max_size=8))),
    )
    topic = Topic(
        id=TOPIC,
        title=draw(TEXTS),
        order=1,
        note=draw(TEXTS),
        chapters=(Chapter(Text("장"), NAMES),),
        references=references,
        figures=(figure,),
    )
    return Library((topic,), concepts, (prompt,))


def findings() -> st.SearchStrategy[Finding]:
    """Every kind of finding about such a library, ids that it lacks included."""
    known: st.SearchStrategy[Any] = st.sampled_from((*NAMES, "gone"))
    return st.builds(
        Finding,
        concept=st.none() | known,
        prompt=st.sampled_from((None, None, "p", "gone")),
        compared=st.none() | st.tuples(known, known),
        section=st.none() | st.integers(0, 5),
        confidence=st.just(0.5),
        ranked=st.just(()),
        near=st.lists(known, max_size=6).map(tuple),
        reference=st.sampled_from((None, "r0", "gone")),
        why=st.just(Why()),
    )


SAYS = st.sampled_from(("ko", "en")).map(voice)


@settings(
    max_examples=150, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck)
)
@given(libraries(), findings(), long_texts(), SAYS, st.booleans(), st.integers(1, 2**63 - 1))
def test_every_answer_fits(
    library: Library, found: Finding, question: str, say: Any, private: bool, number: int
) -> None:
    answer = Answer(number, question, found, Edition(library, ToldIndex()))

    screen = show.answer_screen(answer, say, private=private)

    assert breaches(screen) == []
    assert breaches(show.shared_screen(question, screen, say)) == []


@settings(max_examples=50, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(libraries(), SAYS, st.integers(0, 2**63 - 1))
def test_every_page_of_a_concept_fits(library: Library, say: Any, page: int) -> None:
    for concept in library.concepts:
        screen = show.concept_screen(1, concept, library, say, page=page, private=True)

        assert breaches(screen) == []


@settings(max_examples=50, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(st.lists(long_texts(), max_size=60), SAYS)
def test_the_list_of_faults_fits(wrong: list[str], say: Any) -> None:
    faults = tuple(
        Fault(
            Path(text[:300]),
            1,
            FaultKind.UNKNOWN_KEY,
            (("key", text), ("allowed", text), ("meant", text)),
        )
        for text in wrong
    )

    assert breaches(show.broken_screen(faults, say)) == []
