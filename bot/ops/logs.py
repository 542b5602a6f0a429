"""The log: one line an event, as JSON or for a person; never a member's text, never a secret."""

import logging
import sys
from collections.abc import MutableMapping
from typing import Any, Literal

import structlog

HIDDEN = "[hidden]"
_CHATTY = ("discord.http", "discord.gateway", "aiosqlite", "asyncio", "alembic", "markdown_it")


class SecretFilter:
    """Replaces known secrets wherever they stand in a log line, as the last line of defence."""

    def __init__(self, secrets: tuple[str, ...]) -> None:
        """Hide each of ``secrets``; empty ones are ignored."""
        self._secrets = tuple(secret for secret in secrets if secret)

    def __call__(
        self, _logger: object, _method: str, event: MutableMapping[str, Any]
    ) -> MutableMapping[str, Any]:
        """Return ``event`` with every secret replaced."""
        for key, value in event.items():
            # structlog keeps objects of its own under such names, and drops them before it writes.
            if not key.startswith("_"):
                event[key] = self._clean(value)
        return event

    def _clean(self, value: Any) -> Any:
        if value is None or isinstance(value, bool | int | float):
            return value
        if isinstance(value, dict):
            return {str(self._clean(key)): self._clean(part) for key, part in value.items()}
        if isinstance(value, list | tuple | set | frozenset):
            return [self._clean(part) for part in value]
        # Anything else reaches the line as text, so that is what is searched.
        return self.hidden(value if isinstance(value, str) else str(value))

    def hidden(self, text: str) -> str:
        """Return ``text`` with every secret replaced."""
        for secret in self._secrets:
            text = text.replace(secret, HIDDEN)
        return text


def set_up_logs(
    form: Literal["console", "json"], level: str, *, secrets: tuple[str, ...] = ()
) -> None:
    """Send every log line, discord.py's included, to standard error in one ``form``."""
    hide = SecretFilter(secrets)
    shared: list[structlog.typing.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.format_exc_info,
        hide,
    ]
    look: structlog.typing.Processor = (
        structlog.processors.JSONRenderer(ensure_ascii=False)
        if form == "json"
        else structlog.dev.ConsoleRenderer(
            colors=sys.stderr.isatty(), exception_formatter=structlog.dev.plain_traceback
        )
    )
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=False,
    )
    lines = logging.StreamHandler(sys.stderr)
    lines.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, look],
        )
    )
    root = logging.getLogger()
    root.handlers = [lines]
    root.setLevel(level.upper())
    # These write a line a request, a heartbeat or a paragraph.
    for chatty in _CHATTY:
        logging.getLogger(chatty).setLevel(max(logging.WARNING, root.level))
