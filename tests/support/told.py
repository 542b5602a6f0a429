"""An index that finds what it was told to, so that tests of the faces don't depend on ranking."""

from collections.abc import Mapping
from dataclasses import replace

import discord
from simcord.results import InteractionResult

from bot.answers.index import Index
from bot.answers.model import Finding, Question, Why
from tests.support.group import Group

WHAT_IS = "하이퍼바이저가 뭐야?"
COMPARE = "하이퍼바이저랑 커널 차이"
DISCUSS = "도커 쓰면 안 되는 곳?"
UNKNOWN = "쿠버네티스는?"
ODDLY = "양자 컴퓨터는?"


def finding(
    concept: str | None = None,
    *,
    prompt: str | None = None,
    compared: tuple[str, str] | None = None,
    section: int | None = None,
    near: tuple[str, ...] = (),
    reference: str | None = None,
) -> Finding:
    """Return a finding; without arguments, an honest no."""
    confidence = 0.9 if concept else 0.1
    return Finding(concept, prompt, compared, section, confidence, (), near, reference, Why())


FINDINGS = {
    WHAT_IS: finding("hypervisor"),
    COMPARE: finding("hypervisor", compared=("hypervisor", "kernel")),
    DISCUSS: finding(prompt="when-not-docker"),
    UNKNOWN: finding(near=("container", "docker"), reference="itholic"),
    ODDLY: finding(),
}


class ToldIndex(Index):
    """Finds what it was told; remembers what it was asked."""

    def __init__(self, findings: Mapping[str, Finding] = FINDINGS) -> None:
        self._findings = findings
        self.asked: list[Question] = []

    def find(self, question: Question) -> Finding:
        """Return the finding for exactly this text, else a no."""
        self.asked.append(question)
        return self._findings.get(question.text, finding())


def tell(group: Group, findings: Mapping[str, Finding] = FINDINGS) -> ToldIndex:
    """Make the group's bot find ``findings``; return its index."""
    index = ToldIndex(findings)
    # What a question names is read as ever: it decides what the conversation is about.
    index.judge = group.bot.notes.edition.index.judge
    group.bot.notes.edition = replace(group.bot.notes.edition, index=index)
    return index


def answered(result: InteractionResult) -> discord.Message:
    """Return the message with which the bot answered an interaction."""
    assert result.response is not None, "the bot answered nothing"
    return result.response.message


def labels(message: discord.Message) -> list[str]:
    """Return the labels of the message's buttons, row by row."""
    return [button.label or "" for button in buttons(message)]


def buttons(message: discord.Message) -> list[discord.Button]:
    """Return the message's buttons, row by row."""
    return [
        part
        for row in message.components
        if isinstance(row, discord.ActionRow)
        for part in row.children
        if isinstance(part, discord.Button)
    ]


def words_of(message: discord.Message) -> str:
    """Return everything that the message says, its buttons apart."""
    said = [message.content]
    for embed in message.embeds:
        said += [embed.author.name or "", embed.title or "", embed.description or ""]
        for field in embed.fields:
            said += [field.name or "", field.value or ""]
        said.append(embed.footer.text or "")
    return "\n".join(said)
