"""Small notes to ask from: one concept, and the items that a test wants."""

from pathlib import Path

SINGLE = """
- id: kernel-job
  concept: kernel
  kind: single
  stem: {ko: "커널은 무엇을 나눠 줄까요?", en: "What does the kernel share out?"}
  choices:
    - {text: {ko: "하드웨어", en: "The hardware"}, correct: true}
    - {text: {ko: "창문", en: "Windows"},
       reason: {ko: "창문은 커널 위에 있어요.", en: "They stand above it."}}
    - {text: {ko: "인터넷", en: "The internet"},
       reason: {ko: "인터넷은 밖에 있어요.", en: "It lies outside."}}
  explanation: {ko: "커널은 하드웨어를 나눠 줘요.", en: "The kernel shares out the hardware."}
"""
MULTIPLE = """
- id: kernel-parts
  concept: kernel
  kind: multiple
  stem: {ko: "커널이 다루는 것을 모두 골라 보세요.", en: "Choose all that the kernel looks after."}
  choices:
    - {text: {ko: "메모리", en: "Memory"}, correct: true}
    - {text: {ko: "CPU", en: "The CPU"}, correct: true}
    - {text: {ko: "책상", en: "The desk"},
       reason: {ko: "책상은 커널이 몰라요.", en: "It knows no desk."}}
  explanation: {ko: "메모리와 CPU를 다뤄요.", en: "It looks after memory and the CPU."}
"""
TRUE_FALSE = """
- id: kernel-is-core
  concept: kernel
  kind: true_false
  stem: {ko: "커널은 OS의 가운데예요.", en: "The kernel is the middle of the OS."}
  key: true
  reason: {ko: "커널이 바로 그 가운데예요.", en: "It is that very middle."}
  explanation: {ko: "OS의 가운데가 커널이에요.", en: "The middle of an OS is its kernel."}
"""
SHORT = """
- id: kernel-name
  concept: kernel
  kind: short
  stem: {ko: "OS의 가운데를 무엇이라고 하나요?", en: "What is the middle of an OS called?"}
  key: {ko: "커널", en: "kernel"}
  accept: ["OS 커널"]
  contrast: ["쉘", "shell"]
  explanation: {ko: "OS의 가운데를 커널이라고 해요.", en: "It is called the kernel."}
"""
EVERY_KIND = {"single": SINGLE, "multiple": MULTIPLE, "true_false": TRUE_FALSE, "short": SHORT}

_TOPIC = """
title: {ko: 운영체제, en: Operating systems}
order: 1
note: {ko: "노트 「운영체제」", en: "Note “Operating systems”"}
chapters:
  - title: {ko: 가운데, en: The middle}
    concepts: [kernel]
"""
_CONCEPT = """---
id: kernel
title: {ko: 커널, en: Kernel}
asked_as: [커널이 뭐야]
short_en: The middle of an OS.
---
OS의 가운데예요.
"""


def notes_in(folder: Path, *items: str) -> Path:
    """Write notes with ``items`` into ``folder``; return it."""
    topic = folder / "os"
    (topic / "concepts").mkdir(parents=True, exist_ok=True)
    (topic / "topic.yaml").write_text(_TOPIC.lstrip(), "utf-8")
    (topic / "concepts" / "kernel.md").write_text(_CONCEPT, "utf-8")
    (topic / "quiz.yaml").write_text("".join(items).lstrip(), "utf-8")
    return folder
