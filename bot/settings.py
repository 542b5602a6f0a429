"""The only reader of the environment: what an operator may set, and what it means."""

from pathlib import Path
from typing import Annotated, Literal, Self
from urllib.parse import unquote, urlsplit

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

SQLITE_PREFIX = "sqlite+aiosqlite:///"
POSTGRES_PREFIX = "postgresql+asyncpg://"
# What people paste from elsewhere, and the driver that we run it with.
_DRIVERS = {
    "sqlite:///": SQLITE_PREFIX,
    "postgres://": POSTGRES_PREFIX,
    "postgresql://": POSTGRES_PREFIX,
}


class BadSettings(Exception):
    """One or more settings are missing or malformed; the text is one line for the operator."""


class Settings(BaseSettings):
    """Every setting, named in the environment (or ``.env``) as here in capitals."""

    model_config = SettingsConfigDict(
        env_file=".env", env_file_encoding="utf-8", extra="ignore", env_ignore_empty=True
    )

    discord_token: SecretStr | None = Field(
        None, description="the bot's token from the developer portal"
    )
    # Secret, because a PostgreSQL address carries a password.
    database_url: SecretStr = Field(
        SecretStr("sqlite+aiosqlite:///data/doran.db"), description="where the bot keeps its data"
    )
    content_dir: Path = Field(Path("content"), description="the folder of study notes")
    operator_ids: Annotated[frozenset[int], NoDecode] = Field(
        frozenset(), description="Discord ids of those who run the bot, separated by commas"
    )
    backup_dir: Path | None = Field(
        None, description="where copies of the SQLite database go; backups beside it if empty"
    )
    backup_days: int = Field(
        7, ge=0, le=3650, description="how many days of copies are kept; 0 makes none by itself"
    )
    metrics_port: int | None = Field(
        None, ge=1, le=65535, description="port on 127.0.0.1 for /healthz and /metrics; empty: off"
    )
    member_burst: int = Field(
        20, ge=0, description="how often a member may act at once, one more a second; 0: no limit"
    )
    answers_model: Literal["bundled", "off"] = Field(
        "bundled", description="bundled: answers by meaning too (50 MB); off: by words alone"
    )
    shard_count: int = Field(
        1, ge=1, description="over how many shards all servers are spread, in every process alike"
    )
    shard_ids: Annotated[frozenset[int], NoDecode] = Field(
        frozenset(), description="the shards of this process, separated by commas; empty: all"
    )
    log_format: Literal["console", "json"] = Field("console", description="console or json")
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        "info", description="debug, info, warning or error"
    )

    @field_validator("operator_ids", "shard_ids", mode="before")
    @classmethod
    def _ids(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        parts = [part.strip() for part in value.split(",") if part.strip()]
        if not all(part.isascii() and part.isdigit() for part in parts):
            raise ValueError("write whole numbers separated by commas, such as 1234,5678")
        return frozenset(int(part) for part in parts)

    @field_validator("database_url")
    @classmethod
    def _driver(cls, value: SecretStr) -> SecretStr:
        return SecretStr(_with_driver(value.get_secret_value()))

    @model_validator(mode="after")
    def _shards(self) -> Self:
        if any(shard >= self.shard_count for shard in self.shard_ids):
            raise ValueError(
                f"SHARD_IDS: with SHARD_COUNT {self.shard_count} they go from 0 "
                f"to {self.shard_count - 1}"
            )
        several = 0 < len(self.shard_ids) < self.shard_count
        if several and self.database_url.get_secret_value().startswith(SQLITE_PREFIX):
            raise ValueError("SHARD_IDS: processes that share the work need PostgreSQL")
        return self

    @property
    def vectors_file(self) -> Path:
        """Where the notes' meaning is kept between starts: beside the database."""
        url = self.database_url.get_secret_value()
        local = url.startswith(SQLITE_PREFIX)
        folder = Path(url.removeprefix(SQLITE_PREFIX)).parent if local else Path("data")
        return folder / "notes.vectors"

    def secrets(self) -> tuple[str, ...]:
        """Return what no log line may hold: the token, the database's address and password."""
        url = self.database_url.get_secret_value()
        password = urlsplit(url).password or ""
        token = self.discord_token.get_secret_value().strip() if self.discord_token else ""
        return tuple(filter(None, (token, url, password, unquote(password))))

    def token(self) -> str:
        """Return the bot's token.

        Raises:
            BadSettings: it is not set, or cannot be a token.
        """
        token = self.discord_token.get_secret_value().strip() if self.discord_token else ""
        if not token:
            raise BadSettings(
                "DISCORD_TOKEN is missing: copy .env.example to .env and paste the bot's token"
            )
        # Three base64 parts; checked here because discord.py would only say "improper token".
        if token.count(".") != 2 or not token.isascii() or any(c.isspace() for c in token):
            raise BadSettings(
                "DISCORD_TOKEN does not look like a bot token: "
                "copy it again from the developer portal, page Bot, Reset Token"
            )
        return token


def database_address(given: str) -> str:
    """Return the address ``given`` on the command line, with the driver that we run it with.

    Raises:
        BadSettings: it is none.
    """
    try:
        return _with_driver(given)
    except ValueError as fault:
        raise BadSettings(f"not a database's address: {fault}") from None


def _with_driver(url: str) -> str:
    for short, full in _DRIVERS.items():
        if url.startswith(short):
            url = full + url.removeprefix(short)
    # Whatever is wrong is told without the address: it may hold a password.
    if not url.startswith((SQLITE_PREFIX, POSTGRES_PREFIX)) or not _has_place(url):
        raise ValueError(f"write {SQLITE_PREFIX}FILE or {POSTGRES_PREFIX}USER@HOST/NAME")
    return url


def _has_place(url: str) -> bool:
    """Whether ``url`` says where: a file, or a server with a whole number as its port."""
    try:
        parts = urlsplit(url)
        return bool(parts.path.strip("/")) and (parts.port is None or parts.port > 0)
    except ValueError:
        return False


def load_settings(env_file: Path | None = Path(".env")) -> Settings:
    """Read the settings from the environment and ``env_file``.

    Raises:
        BadSettings: with one line that names every malformed setting (never its value).
    """
    try:
        return Settings(_env_file=env_file)
    except ValidationError as invalid:
        faults = (
            # A fault between two settings names them itself.
            f"{'.'.join(str(part) for part in error['loc'][:1]).upper()}: ".removeprefix(": ")
            + error["msg"].removeprefix("Value error, ")
            for error in invalid.errors(include_input=False)
        )
        raise BadSettings("; ".join(faults)) from None
    except UnicodeDecodeError:
        raise BadSettings(f"{env_file} is not UTF-8: save it again as UTF-8 text") from None
