"""Practice and review know what a server accepted: other right answers, items of its own."""

from pathlib import Path

from tests.quiz.daily import quiz_group
from tests.quiz.notes import SHORT
from tests.review.rounds import now_shown, press, review
from tests.support.inbox import open_inbox
from tests.support.told import answered

FIELDS = {"stem": "커널은 창문이에요", "reason": "위에 있어요", "explanation": "가운데예요"}


async def test_practice_takes_as_right_what_the_server_took(tmp_path: Path) -> None:
    async with quiz_group(tmp_path, SHORT) as quiz:
        group = quiz.group
        shown = await review(quiz, group.jun)
        await quiz.begin()
        verdict = await quiz.write(group.mina, "중심부")
        form = await group.mina.click(answered(verdict), label="제 답도 맞지 않나요?")
        await group.mina.submit_modal(form, {"sentence": "맞아요"})
        await group.moderator.click(await open_inbox(group), label="받아들이기")

        form = await press(group.jun, shown, "답 적기")
        await group.jun.submit_modal(form, {"answer": "중심부"})

        assert "맞았어요" in now_shown(quiz, group.jun)


async def test_practice_asks_what_the_server_took_from_its_members(tmp_path: Path) -> None:
    async with quiz_group(tmp_path, "[]") as quiz:
        group = quiz.group
        form = await group.mina.slash(
            group.channel, "suggest", kind="suggest-false", concept="커널"
        )
        await group.mina.submit_modal(form, FIELDS)
        await group.moderator.click(await open_inbox(group), label="받아들이기")

        await review(quiz, group.jun)

        assert "커널은 창문이에요" in now_shown(quiz, group.jun)
