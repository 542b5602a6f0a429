"""Likeness of meaning: the cache, the threads, what happens without a model, and that it helps."""

import asyncio
import errno
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from bench.question_set import CONTENT, cases, figures, later_authors, outcome, reported_cases
from bench.vectors import CACHE, Heard, hear_all
from bot.answers.embedder import MAX_EMBEDDED, ModelUnavailable, embeddable
from bot.answers.embedder_bundled import BundledEmbedder
from bot.answers.embedder_cache import SHIPPED, VectorCache, cached
from bot.answers.embedder_model import Model, bundled_model
from bot.answers.embedder_shipped import ship_vectors
from bot.answers.index import Index
from bot.answers.meaning import Meaning
from bot.answers.model import Question
from bot.answers.notes import Edition, Notes
from bot.content.library import Library
from bot.content.reader import read
from tests.content.small_library import write_library

Vectors = NDArray[np.float32]


class LettersEmbedder:
    """Counts letters: likeness is sharing them. Remembers what it was asked."""

    def __init__(self, name: str = "letters-1") -> None:
        self.name = name
        self.asked: list[str] = []

    def embed(self, texts: Sequence[str]) -> Vectors:
        self.asked += texts
        rows = np.zeros((len(texts), 64), dtype=np.float32)
        for row, text in zip(rows, texts, strict=True):
            for letter in text:
                row[ord(letter) % 64] += 1
        rows += 0.01
        rows /= np.linalg.norm(rows, axis=1, keepdims=True)
        return rows


def test_what_was_embedded_once_comes_from_the_file(tmp_path: Path) -> None:
    first, second = LettersEmbedder(), LettersEmbedder()
    file = tmp_path / "folder" / "vectors"

    made = cached(first, VectorCache(file))(["도커", "커널", "도커"])
    again = cached(second, VectorCache(file))(["커널", "도커", "이미지"])

    assert first.asked == ["도커", "커널"]
    assert second.asked == ["이미지"]
    assert np.array_equal(made[1], again[0])
    assert [each.name for each in file.parent.iterdir()] == ["vectors"]


def test_what_the_notes_bring_along_is_neither_made_nor_written_again(tmp_path: Path) -> None:
    brought, own = tmp_path / SHIPPED, tmp_path / "vectors"
    cached(LettersEmbedder(), VectorCache(brought))(["도커", "커널"])
    before, embedder = brought.read_bytes(), LettersEmbedder()

    embed = cached(embedder, VectorCache(own), shipped=VectorCache(brought))
    embed(["커널"])
    assert not own.exists()
    embed(["커널", "이미지"])

    assert embedder.asked == ["이미지"]
    assert brought.read_bytes() == before
    assert len(VectorCache(own).load(embedder.name)) == 1


def test_shipping_keeps_what_is_there_and_drops_what_no_text_has_any_more(tmp_path: Path) -> None:
    folder = write_library(tmp_path / "content")
    first, second = LettersEmbedder(), LettersEmbedder()
    count = ship_vectors(folder, first)
    file = VectorCache(folder / SHIPPED)
    file.write(first.name, file.load(first.name) | {b"0" * 16: np.zeros(64, np.float16)})

    again = ship_vectors(folder, second)

    assert (count, again) == (len(set(first.asked)), count)
    assert second.asked == []
    assert len(file.load(first.name)) == count


def test_a_disk_that_is_full_leaves_no_half_of_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_self: Path, _target: Path) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)

    with pytest.raises(OSError, match="No space"):
        VectorCache(tmp_path / "vectors").write("letters-1", {b"0" * 16: np.zeros(4, np.float16)})

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("harm", ["cut", "changed", "empty", "words", "another model"])
def test_a_file_that_cannot_be_trusted_is_made_anew(tmp_path: Path, harm: str) -> None:
    file = tmp_path / "vectors"
    cached(LettersEmbedder("other" if harm == "another model" else "letters-1"), VectorCache(file))(
        ["도커"]
    )
    whole = file.read_bytes()
    file.write_bytes(
        {
            "cut": whole[:-8],
            "changed": whole[:-1] + bytes([whole[-1] ^ 1]),
            "empty": b"",
            "words": b"not vectors",
            "another model": whole,
        }[harm]
    )
    embedder = LettersEmbedder()

    cached(embedder, VectorCache(file))(["도커"])

    assert embedder.asked == ["도커"]
    assert json.loads(file.read_bytes().partition(b"\n")[0])["model"] == "letters-1"


def test_a_folder_that_takes_no_file_costs_time_and_nothing_else(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")

    vectors = cached(LettersEmbedder(), VectorCache(blocked / "vectors"))(["도커"])

    assert vectors.shape == (1, 64)


@pytest.mark.parametrize(
    "text", ["", " ", "\ud800", "\x00", "도커\x00가 뭐야", "가" * 5000, "🐳" * 500]
)
def test_whatever_is_asked_is_fit_for_a_model(text: str) -> None:
    fit = embeddable(text)

    assert fit.encode()
    assert "\x00" not in fit
    assert len(fit) <= MAX_EMBEDDED


def test_a_processor_without_the_needed_instructions_is_told_before_the_engine_loads(
    tmp_path: Path,
) -> None:
    facts = tmp_path / "cpuinfo"
    facts.write_text("processor : 0\nflags : fpu sse2\n")

    with pytest.raises(ModelUnavailable, match="avx2"):
        BundledEmbedder(facts)


async def test_where_no_model_loads_words_go_on_to_answer() -> None:
    def load() -> Model:
        raise ModelUnavailable("no such engine")

    notes = Notes(CONTENT)

    await notes.learn_meaning(load)

    assert notes.edition.model is None
    assert (await notes.edition.found(Question("하이퍼바이저가 뭐야?"))).concept == "hypervisor"


async def test_notes_answer_by_words_until_their_meaning_is_learnt() -> None:
    notes, model = Notes(CONTENT), Model(LettersEmbedder(), None)
    before = notes.edition

    await notes.learn_meaning(lambda: model)
    found = await notes.edition.found(Question("도커가 뭐야?"))
    reloaded = await notes.reload()
    notes.close()

    assert before.model is None
    assert notes.edition.library == before.library
    assert (found.concept, found.why.meaning is not None) == ("docker", True)
    assert reloaded.model is model


async def test_questions_in_flight_get_what_they_get_alone() -> None:
    model = Model(LettersEmbedder(), None)
    edition = Edition.of(read(CONTENT), model)
    questions = [case.question for case in cases()[:30]]

    together = await asyncio.gather(*map(edition.found, questions))
    alone = [edition.find(question) for question in questions]
    model.close()

    assert together == alone


def test_a_follow_up_is_understood_with_what_it_goes_on_from() -> None:
    embedder = LettersEmbedder()
    model = Model(embedder, None)
    edition = Edition.of(read(CONTENT), model)
    embedder.asked.clear()

    found = edition.find(Question("장점은?", "도커가 뭐야?"))
    model.close()

    assert found.concept == "why-docker"
    assert found.why.meaning is not None
    assert "도커 장점" in embedder.asked


def test_no_question_is_written_to_the_file_of_vectors(tmp_path: Path) -> None:
    file = tmp_path / "vectors"
    model = Model(LettersEmbedder(), VectorCache(file))
    edition = Edition.of(read(CONTENT), model)
    written = file.read_bytes()

    edition.find(Question("아무도 모르는 내 질문"))
    Edition.of(read(CONTENT), model)
    model.close()

    assert file.read_bytes() == written


def test_a_library_without_a_text_has_no_meaning() -> None:
    model = Model(LettersEmbedder(), None)

    found = Edition.of(Library(), model).find(Question("도커가 뭐야?"))
    model.close()

    assert (found.concept, found.ranked) == (None, ())


def test_the_nearest_text_of_each_owner_counts() -> None:
    meaning = Meaning(
        LettersEmbedder().embed,
        [(0, "도커가 뭐야"), (0, "고래 그림"), (2, "커널이 뭐야")],
        [(2, "자원을 관리해요")],
        owners=3,
    )

    asked, few, body = meaning.likest(LettersEmbedder().embed(["고래 그림"]))

    assert asked.argmax() == 0
    assert asked[1] == few[1] == body[0] == body[1] == 0.0
    assert all(0 <= value <= 1 for value in (*asked, *few, *body))


def test_several_near_texts_count_for_more_than_one() -> None:
    alike = ["고래 그림", "고래 그림이", "고래 그림은"]
    meaning = Meaning(
        LettersEmbedder().embed,
        [(0, "고래 그림"), (0, "명령을 번역"), (0, "자원을 관리"), *((1, text) for text in alike)],
        [],
        owners=2,
    )

    asked, few, _ = meaning.likest(LettersEmbedder().embed(["고래 그림"]))

    assert asked[0] == pytest.approx(asked[1])
    assert few[1] > few[0]


@pytest.fixture(scope="module")
def by_meaning() -> tuple[Index, Heard]:
    """The shipped notes with the real model, and every wording of the reported questions.

    Embedding the questions takes half a minute on a machine that never did; afterwards the
    benches' file has them.
    """
    model = bundled_model(CACHE, CONTENT)
    index = Index.build(read(CONTENT), embed=model.of_notes)
    heard = Heard(model.of_notes)
    held = [case for case in cases() if not case.is_tuning]
    hear_all(index, heard, [*held, *reported_cases()])
    return index, heard


def test_the_unseen_half_keeps_its_figures_with_the_model(
    by_meaning: tuple[Index, Heard],
) -> None:
    index, heard = by_meaning
    held = [case for case in cases() if not case.is_tuning]

    found = figures([outcome(case, index.hearing(heard).find(case.question)) for case in held])

    assert found.recall_1 >= 0.93
    assert found.recall_3 >= 0.97
    assert found.auroc >= 0.97
    assert found.answered >= 0.87
    assert found.wrong_card <= 0.06


@pytest.mark.parametrize("author", ["fresh", "fourth"])
def test_later_authors_are_answered_as_well(by_meaning: tuple[Index, Heard], author: str) -> None:
    index, heard = by_meaning
    later = later_authors()[author]

    found = figures([outcome(case, index.hearing(heard).find(case.question)) for case in later])

    assert len(later) >= 120
    assert found.recall_1 >= 0.9
    assert found.recall_3 >= 0.95
    assert found.auroc >= 0.96
    assert found.answered >= 0.9


@pytest.mark.parametrize(
    "text",
    [
        "도커 컴포즈 문법",
        "도커 스웜",
        "JVM이 뭐예요",
        "네임스페이스 격리",
        "포토샵 이미지",
        "오늘 점심 뭐 먹지",
        "차이",
    ],
)
def test_a_shared_meaning_is_not_coverage_either(
    by_meaning: tuple[Index, Heard], text: str
) -> None:
    index, heard = by_meaning

    found = index.hearing(heard).find(Question(text))

    assert (found.concept, found.prompt) == (None, None)
