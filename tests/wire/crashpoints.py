"""Where the program is to kill itself: before or after the nth call of a named function."""

from __future__ import annotations

import functools
import importlib
import inspect
import json
import os
import signal
from collections.abc import Awaitable, Callable
from dataclasses import asdict, dataclass
from typing import Any, Literal

ENVIRONMENT_KEY = "WIRE_CRASH_AT"


@dataclass(frozen=True)
class CrashPoint:
    """`target` is "module:Class.method" or "module:function"; `nth` counts from 1."""

    target: str
    when: Literal["before", "after"]
    nth: int = 1

    def to_environment(self) -> dict[str, str]:
        """The variable that carries it into the program's process."""
        return {ENVIRONMENT_KEY: json.dumps(asdict(self))}

    @classmethod
    def from_environment(cls) -> CrashPoint | None:
        text = os.environ.get(ENVIRONMENT_KEY)
        return cls(**json.loads(text)) if text else None

    def install(self) -> None:
        """Wraps the target; AttributeError where it does not exist.

        A function that others took by name before this (`from x import f`) stays as it was there:
        name methods, or functions that are called through their module.
        """
        module_name, _, path = self.target.partition(":")
        *owners, name = path.split(".")
        owner: Any = importlib.import_module(module_name)
        for step in owners:
            owner = getattr(owner, step)
        raw = inspect.getattr_static(owner, name)
        if isinstance(raw, staticmethod | classmethod):
            setattr(owner, name, type(raw)(_dying(raw.__func__, self)))
        else:
            setattr(owner, name, _dying(raw, self))


def _dying(function: Callable[..., Any], point: CrashPoint) -> Callable[..., Any]:
    calls = 0

    def is_due() -> bool:
        nonlocal calls
        calls += 1
        return calls == point.nth

    if inspect.iscoroutinefunction(function):

        @functools.wraps(function)
        async def dying_async(*args: Any, **kwargs: Any) -> Any:
            due = is_due()
            if due and point.when == "before":
                die()
            result = await function(*args, **kwargs)
            if due:
                die()
            return result

        return dying_async

    @functools.wraps(function)
    def dying(*args: Any, **kwargs: Any) -> Any:
        due = is_due()
        if due and point.when == "before":
            die()
        result = function(*args, **kwargs)
        if due and inspect.isawaitable(result):
            return _dying_after(result)
        if due:
            die()
        return result

    return dying


async def _dying_after(awaitable: Awaitable[Any]) -> None:
    await awaitable
    die()


def die() -> None:
    """Ends this process as a power cut would: nothing is flushed, nothing is closed."""
    os.kill(os.getpid(), signal.SIGKILL)
