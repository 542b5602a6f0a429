"""The only reader of the environment: what an operator may set, and what it means."""

from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import unquote, urlsplit

from pydantic import Field, SecretStr, ValidationError, field_validator
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
    log_format: Literal["console", "json"] = Field("console", description="console or json")
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        "info", description="debug, info, warning or error"
    )

    @field_validator("operator_ids", mode="before")
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
        url = value.get_secret_value()
        for short, full in _DRIVERS.items():
            if url.startswith(short):
                url = full + url.removeprefix(short)
        # Whatever is wrong is told without the address: it may hold a password.
        if not url.startswith((SQLITE_PREFIX, POSTGRES_PREFIX)) or not _has_place(url):
            raise ValueError(f"write {SQLITE_PREFIX}FILE or {POSTGRES_PREFIX}USER@HOST/NAME")
        return SecretStr(url)

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
            f"{'.'.join(str(part) for part in error['loc'][:1]).upper()}: "
            f"{error['msg'].removeprefix('Value error, ')}"
            for error in invalid.errors(include_input=False)
        )
        raise BadSettings("; ".join(faults)) from None
    except UnicodeDecodeError:
        raise BadSettings(f"{env_file} is not UTF-8: save it again as UTF-8 text") from None
