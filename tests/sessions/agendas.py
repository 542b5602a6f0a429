"""A small library with an agenda: a concept, items, a debate, an experience."""

from bot.content.library import Library
from bot.content.model import (
    Agenda,
    Choice,
    Concept,
    ConceptId,
    Item,
    ItemId,
    ItemKind,
    Prompt,
    PromptId,
    PromptKind,
    Stance,
    Step,
    StepKind,
    Text,
    Topic,
    TopicId,
)

TOPIC = TopicId("os")
KERNEL, SHELL = ConceptId("kernel"), ConceptId("shell")
DEBATE, STORY = PromptId("best-os"), PromptId("first-os")
STANCES = tuple(Stance(name, Text(name)) for name in ("always", "sometimes"))


def step(kind: StepKind, title: str, minutes: int = 5, **more: object) -> Step:
    """Return a step of so many minutes."""
    return Step(kind, minutes, Text(title), **more)  # type: ignore[arg-type]


AGENDA = Agenda(
    Text("첫 모임", "First meeting"),
    Text("커널을 자기 말로 설명해요.", "Explain the kernel in your own words."),
    (
        step(StepKind.OPENING, "인사"),
        step(StepKind.CONCEPTS, "개념", concepts=(KERNEL, SHELL)),
        step(StepKind.QUIZ, "퀴즈", items=1),
        step(StepKind.DISCUSSION, "토론", 10, prompt=DEBATE),
        step(StepKind.TALK, "이야기", question=Text("무엇이 헷갈리나요?", "What is unclear?")),
        step(StepKind.BREAK, "쉬는 시간", moves_by_itself=True),
        step(StepKind.WRAP_UP, "마무리"),
    ),
)


def library(agenda: Agenda | None = AGENDA) -> Library:
    """Return the notes, with ``agenda``."""
    concepts = tuple(
        Concept(name, TOPIC, Text(ko, en), Text(f"{ko}이에요.", f"It is a {en}."))
        for name, ko, en in ((KERNEL, "커널", "Kernel"), (SHELL, "셸", "Shell"))
    )
    items = (
        Item(
            ItemId("kernel-job"),
            TOPIC,
            KERNEL,
            ItemKind.SINGLE,
            Text("커널은 무엇을 나눠 줄까요?", "What does the kernel share out?"),
            Text("하드웨어예요."),
            choices=(
                Choice(Text("하드웨어", "Hardware"), is_correct=True),
                Choice(Text("창문", "Windows"), reason=Text("위에 있어요.")),
            ),
            stamp=concepts[0].stamp,
        ),
    )
    prompts = (
        Prompt(
            DEBATE,
            TOPIC,
            PromptKind.DEBATE,
            Text("어떤 OS가 좋을까?", "Which OS is best?"),
            Text("어떤 OS가 가장 좋을까요?", "Which OS is the best?"),
            Text(""),
            STANCES,
        ),
        Prompt(
            STORY,
            TOPIC,
            PromptKind.EXPERIENCE,
            Text("처음 쓴 OS"),
            Text("처음 쓴 OS는요?"),
            Text(""),
            STANCES,
        ),
    )
    topic = Topic(TOPIC, Text("운영체제", "Operating systems"), 1, Text("노트"), (), agenda=agenda)
    return Library((topic,), concepts, prompts, items)
