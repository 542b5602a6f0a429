"""What texts, ids and addresses look like in every file."""

from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    StringConstraints,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError

from bot.content import model
from bot.content.limits import (
    MAX_ALIAS,
    MAX_ASKED_AS,
    MAX_ATTACHMENT_ALT,
    MAX_BUTTON_LABEL,
    MAX_BUTTON_URL,
    MAX_EXPLANATION,
    MAX_GOAL,
    MAX_ID,
    MAX_LINE,
    MAX_MODAL_LABEL,
    MAX_QUESTION,
    MAX_REASON,
    MAX_SHORT_KEY,
    MAX_STEM,
    MAX_THREAD_NAME,
    MAX_TITLE,
    SLUG,
)


class Shape(BaseModel):
    """A mapping that knows all its keys."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, str_strip_whitespace=True, use_attribute_docstrings=True
    )


Slug = Annotated[str, StringConstraints(pattern=f"^{SLUG}$", max_length=MAX_ID)]
Alias = Annotated[str, StringConstraints(min_length=1, max_length=MAX_ALIAS)]
Asked = Annotated[str, StringConstraints(min_length=1, max_length=MAX_ASKED_AS)]


def _is_address(address: str) -> str:
    scheme, _, rest = address.partition("://")
    host = rest.partition("/")[0]
    if scheme not in ("http", "https") or not host or any(map(str.isspace, address)):
        raise PydanticCustomError("bad_url", "not a web address", {"value": address})
    return address


Url = Annotated[
    str,
    StringConstraints(max_length=MAX_BUTTON_URL),
    AfterValidator(_is_address),
    Field(json_schema_extra={"format": "uri", "pattern": r"^https?://\S+$"}),
]


class Text(Shape):
    """Korean and English; a plain text is Korean alone."""

    ko: Annotated[str, StringConstraints(min_length=1)]
    en: Annotated[str, StringConstraints(min_length=1)] | None = None

    @model_validator(mode="before")
    @classmethod
    def _korean_alone(cls, given: Any) -> Any:
        return {"ko": given} if isinstance(given, str) else given

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        both = handler.resolve_ref_schema(handler(core_schema))
        return {"anyOf": [both["properties"]["ko"], both], "description": both["description"]}

    @property
    def value(self) -> model.Text:
        return model.Text(self.ko, self.en)


def _up_to(limit: int) -> StringConstraints:
    return StringConstraints(min_length=1, max_length=limit)


class Title(Text):
    """A title in Korean and English."""

    ko: Annotated[str, _up_to(MAX_TITLE)]
    en: Annotated[str, _up_to(MAX_TITLE)] | None = None


class ThreadName(Text):
    """A title that names a thread."""

    ko: Annotated[str, _up_to(MAX_THREAD_NAME)]
    en: Annotated[str, _up_to(MAX_THREAD_NAME)] | None = None


class ButtonLabel(Text):
    """Words that stand on a button."""

    ko: Annotated[str, _up_to(MAX_BUTTON_LABEL)]
    en: Annotated[str, _up_to(MAX_BUTTON_LABEL)] | None = None


class ModalLabel(Text):
    """Words above a line of a form."""

    ko: Annotated[str, _up_to(MAX_MODAL_LABEL)]
    en: Annotated[str, _up_to(MAX_MODAL_LABEL)] | None = None


class Line(Text):
    """A sentence or two."""

    ko: Annotated[str, _up_to(MAX_LINE)]
    en: Annotated[str, _up_to(MAX_LINE)] | None = None


class Stem(Text):
    """What a quiz item asks."""

    ko: Annotated[str, _up_to(MAX_STEM)]
    en: Annotated[str, _up_to(MAX_STEM)] | None = None


class Reason(Text):
    """Why a choice is wrong."""

    ko: Annotated[str, _up_to(MAX_REASON)]
    en: Annotated[str, _up_to(MAX_REASON)] | None = None


class Explanation(Text):
    """What is shown after an answer."""

    ko: Annotated[str, _up_to(MAX_EXPLANATION)]
    en: Annotated[str, _up_to(MAX_EXPLANATION)] | None = None


class ShortKey(Text):
    """The right answer to a short-answer item."""

    ko: Annotated[str, _up_to(MAX_SHORT_KEY)]
    en: Annotated[str, _up_to(MAX_SHORT_KEY)] | None = None


class Question(Text):
    """A question to a group."""

    ko: Annotated[str, _up_to(MAX_QUESTION)]
    en: Annotated[str, _up_to(MAX_QUESTION)] | None = None


class Goal(Text):
    """What a session is for."""

    ko: Annotated[str, _up_to(MAX_GOAL)]
    en: Annotated[str, _up_to(MAX_GOAL)] | None = None


class Alt(Text):
    """Words that stand for a figure."""

    ko: Annotated[str, _up_to(MAX_ATTACHMENT_ALT)]
    en: Annotated[str, _up_to(MAX_ATTACHMENT_ALT)] | None = None
