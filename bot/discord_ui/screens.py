"""A screen: what a message shows, as a value that a presenter returns and a test can read."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import discord

from bot.ids import RoleId

# https://discord.com/developers/docs/resources/message#embed-object-embed-limits
MAX_EMBED_TITLE = 256
MAX_EMBED_DESCRIPTION = 4096
MAX_EMBED_FIELD_NAME = 256
MAX_EMBED_FIELD_VALUE = 1024
MAX_EMBED_FOOTER = 2048
MAX_EMBEDS_TOTAL = 6000
MAX_CONTENT = 2000
# https://discord.com/developers/docs/components/reference
MAX_BUTTON_LABEL = 80
MAX_BUTTON_URL = 512
MAX_BUTTONS_IN_ROW = 5
MAX_ROWS = 5
MAX_CUSTOM_ID = 100
MAX_ALT_TEXT = 1024
MAX_MODAL_TITLE = 45
MAX_INPUT_LABEL = 45
MAX_INPUT_PLACEHOLDER = 100
MAX_CHOICE_NAME = 100
MAX_CHOICES = 25
MAX_OPTION_LABEL = 100
MAX_SELECT_PLACEHOLDER = 150

Style = Literal["primary", "secondary", "success", "danger"]


@dataclass(frozen=True, slots=True)
class Button:
    """A button: a label, what it does (``custom_id``, see the router) and how it looks."""

    label: str
    custom_id: str
    style: Style = "secondary"
    emoji: str | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """A button that opens ``url``."""

    label: str
    url: str


@dataclass(frozen=True, slots=True)
class Select:
    """A menu to choose from: what it does (``custom_id``) and its options as (value, label).

    It fills a row by itself.
    """

    custom_id: str
    placeholder: str
    options: tuple[tuple[str, str], ...]
    at_least: int = 1
    at_most: int = 1


@dataclass(frozen=True, slots=True)
class Pick:
    """A menu of the server's text channels or roles, which Discord fills; in a row by itself."""

    custom_id: str
    placeholder: str
    of: Literal["channel", "role"]


Part = Button | Link | Select | Pick


@dataclass(frozen=True, slots=True)
class Picture:
    """An image file to attach, and the words that stand for it."""

    path: Path
    alt: str

    @property
    def name(self) -> str:
        """Return the file's name, by which an embed shows it."""
        return self.path.name


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture that is drawn when it is sent; ``draw`` runs in a thread of its own."""

    name: str
    alt: str
    draw: Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file to download."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Screen:
    """A message's content, embeds, rows of buttons or menus, attached pictures and files.

    ``ping`` is the one role that a mention in ``content`` really pings; None: nobody.
    """

    content: str = ""
    embeds: tuple[discord.Embed, ...] = ()
    rows: tuple[tuple[Part, ...], ...] = ()
    pictures: tuple[Picture | Drawing, ...] = ()
    ping: RoleId | None = None
    attachments: tuple[Attachment, ...] = ()


@dataclass(frozen=True, slots=True)
class Input:
    """A text field of a modal; ``name`` is what the answer is found under.

    ``value`` is what stands in it to begin with.
    """

    name: str
    label: str
    placeholder: str = ""
    long: bool = False
    required: bool = True
    max_length: int = 300
    value: str = ""


@dataclass(frozen=True, slots=True)
class ModalScreen:
    """A modal: its title, what its submit does (``custom_id``), and its fields."""

    title: str
    custom_id: str
    inputs: tuple[Input, ...]


def view_of(screen: Screen) -> discord.ui.View | None:
    """Return the components of ``screen``, never to be kept by discord.py's view store."""
    if not screen.rows:
        return None
    view = discord.ui.View(timeout=None)
    for number, row in enumerate(screen.rows):
        for part in row:
            view.add_item(_component(part, number))
    # A finished view is not stored: presses go through our router, and cost nothing while unused.
    view.stop()
    return view


def modal_of(screen: ModalScreen) -> discord.ui.Modal:
    """Return the modal of ``screen``, finished for the same reason as a view."""
    modal = discord.ui.Modal(title=screen.title, custom_id=screen.custom_id, timeout=None)
    for field in screen.inputs:
        style = discord.TextStyle.paragraph if field.long else discord.TextStyle.short
        box: discord.ui.TextInput[discord.ui.Modal] = discord.ui.TextInput(
            custom_id=field.name,
            style=style,
            placeholder=field.placeholder or None,
            required=field.required,
            max_length=field.max_length,
            default=field.value or None,
        )
        modal.add_item(discord.ui.Label(text=field.label, component=box))
    modal.stop()
    return modal


def _component(part: Part, row: int) -> discord.ui.Item[discord.ui.View]:
    if isinstance(part, Link):
        return discord.ui.Button(label=part.label, url=part.url, row=row)
    if isinstance(part, Select):
        return discord.ui.Select(
            custom_id=part.custom_id,
            placeholder=part.placeholder,
            options=[
                discord.SelectOption(value=value, label=label) for value, label in part.options
            ],
            min_values=part.at_least,
            max_values=part.at_most,
            row=row,
        )
    if isinstance(part, Pick):
        return _entity_select(part, row)
    style = discord.ButtonStyle[part.style]
    return discord.ui.Button(
        label=part.label, custom_id=part.custom_id, style=style, emoji=part.emoji, row=row
    )


def _entity_select(part: Pick, row: int) -> discord.ui.Item[discord.ui.View]:
    if part.of == "role":
        return discord.ui.RoleSelect(
            custom_id=part.custom_id, placeholder=part.placeholder, row=row
        )
    return discord.ui.ChannelSelect(
        custom_id=part.custom_id,
        placeholder=part.placeholder,
        channel_types=[discord.ChannelType.text],
        row=row,
    )
