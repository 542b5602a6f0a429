"""A small library without faults, written into a folder, for tests that break one thing in it."""

from pathlib import Path

FILES = {
    "sea/topic.yaml": """\
title: {ko: 바다, en: The sea}
order: 1
note: {ko: 노트 「바다」, en: Note on the sea}
chapters:
  - title: {ko: 물, en: Water}
    concepts: [tide, wave]
references:
  - id: sea-page
    title: {ko: 바다 글, en: About the sea}
    url: https://example.com/sea
figures:
  - id: tide-figure
    file: figures/tide.png
    alt: {ko: 밀물과 썰물, en: High and low tide}
outside:
  - names: [해류, current]
    near: [wave]
    reference: sea-page
""",
    "sea/concepts/tide.md": """\
---
id: tide
title: {ko: 조석, en: Tide}
aliases:
  ko: [밀물과 썰물]
  en: [ebb and flow]
asked_as: [조석이 뭐야?]
related: [wave]
contrast:
  - id: wave
    line: {ko: 조석은 달이 만들고 파도는 바람이 만들어요., en: The wind makes waves.}
sources: [sea-page]
figure: tide-figure
short_en: The sea rises and falls twice a day.
---
바닷물이 하루에 두 번 들어오고 나가는 일이에요.

## 왜 생길까?
달이 바닷물을 당겨서 생겨요.
""",
    "sea/concepts/wave.md": """\
---
id: wave
title: {ko: 파도, en: Wave}
related: [tide]
short_en: The wind moves the water's surface.
---
바람이 물의 겉을 움직이는 일이에요.
""",
    "sea/quiz.yaml": """\
- id: tide-cause
  concept: tide
  kind: single
  stem: {ko: 조석은 무엇이 만들까요?, en: What makes tides?}
  choices:
    - {text: {ko: 달, en: The moon}, correct: true}
    - {text: {ko: 바람, en: The wind}, reason: {ko: 파도를 만들어요., en: It makes waves.}}
    - {text: {ko: 물고기, en: Fish}, reason: {ko: 너무 작아요., en: They are too small.}}
  explanation: {ko: 달이 바닷물을 당겨요., en: The moon pulls the water.}
- id: wave-word
  concept: wave
  kind: short
  stem: {ko: 바람이 만드는 것은?, en: What does the wind make?}
  key: {ko: 파도, en: wave}
  accept: [물결]
  contrast: [조석]
  explanation: {ko: 파도예요., en: Waves.}
""",
    "sea/discussions/swim.md": """\
---
id: swim
kind: experience
title: {ko: 바다 수영, en: Swimming in the sea}
question: {ko: 바다에서 수영해 봤나요?, en: Have you swum in the sea?}
related: [tide]
stances:
  - {id: often, label: {ko: 자주, en: Often}}
  - {id: never, label: {ko: 아직, en: Not yet}}
background_en: The sea is not a pool.
---
바다는 수영장과 달라요.
""",
    "sea/agenda.yaml": """\
title: {ko: 바다 모임, en: A meeting on the sea}
goal: {ko: 조석을 말로 설명해요., en: Explain tides in words.}
steps:
  - {kind: concepts, minutes: 10, title: {ko: 개념, en: Concepts}, concepts: [tide]}
  - {kind: discussion, minutes: 20, title: {ko: 토론, en: Talk}, prompt: swim}
""",
}
PNG = b"\x89PNG\r\n\x1a\n and so on"


def write_library(root: Path) -> Path:
    """Writes the library into `root`, which is given back."""
    for name, text in FILES.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    figure = root / "sea" / "figures" / "tide.png"
    figure.parent.mkdir()
    figure.write_bytes(PNG)
    return root


def change(path: Path, old: str, new: str) -> None:
    """Replaces `old`, which has to be in the file, once."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
