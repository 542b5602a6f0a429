"""Discord's limits on a message, held against a screen."""

from bot.discord_ui import screens
from bot.discord_ui.custom_ids import read_custom_id
from bot.discord_ui.cutting import units
from bot.discord_ui.screens import Link, ModalScreen, Part, Pick, Screen, Select


def breaches(screen: Screen | ModalScreen) -> list[str]:
    """Return what Discord would refuse or spoil in ``screen`` (empty: nothing)."""
    return _of_modal(screen) if isinstance(screen, ModalScreen) else _of_message(screen)


def _of_message(screen: Screen) -> list[str]:
    found = [] if units(screen.content) <= screens.MAX_CONTENT else ["content too long"]
    total = 0
    for embed in screen.embeds:
        parts = [
            ("title", embed.title, screens.MAX_EMBED_TITLE),
            ("description", embed.description, screens.MAX_EMBED_DESCRIPTION),
            ("footer", embed.footer.text, screens.MAX_EMBED_FOOTER),
            ("author", embed.author.name, screens.MAX_EMBED_TITLE),
        ]
        if len(embed.fields) > 25:
            found.append("too many fields")
        for field in embed.fields:
            parts.append(("field name", field.name, screens.MAX_EMBED_FIELD_NAME))
            parts.append(("field value", field.value, screens.MAX_EMBED_FIELD_VALUE))
            if not (field.name or "").strip() or not (field.value or "").strip():
                found.append("an empty field")
        for name, text, limit in parts:
            total += units(text or "")
            if units(text or "") > limit:
                found.append(f"{name} too long")
    if total > screens.MAX_EMBEDS_TOTAL:
        found.append(f"embeds too long together: {total}")
    if not (screen.content or screen.embeds or screen.pictures):
        found.append("an empty message")
    if any(units(picture.alt) == 0 for picture in screen.pictures):
        found.append("a picture without words")
    return found + _of_rows(screen.rows)


def _of_rows(rows: tuple[tuple[Part, ...], ...]) -> list[str]:
    found = [] if len(rows) <= screens.MAX_ROWS else ["too many rows"]
    names: list[str] = []
    for row in rows:
        if not 1 <= len(row) <= screens.MAX_BUTTONS_IN_ROW:
            found.append("a row without or with too many buttons")
        for button in row:
            if isinstance(button, Select):
                found += _of_select(button, alone=len(row) == 1)
                names.append(button.custom_id)
                continue
            if isinstance(button, Pick):
                found += [] if len(row) == 1 else ["a menu beside something else"]
                found += [] if units(button.placeholder) <= 150 else ["placeholder too long"]
                names.append(button.custom_id)
                continue
            if not button.label.strip() or units(button.label) > screens.MAX_BUTTON_LABEL:
                found.append("a label empty or too long")
            if isinstance(button, Link):
                if not 1 <= len(button.url) <= screens.MAX_BUTTON_URL:
                    found.append("an address empty or too long")
                continue
            names.append(button.custom_id)
            if read_custom_id(button.custom_id) is None:
                found.append("a custom id that is not read back")
    if len(set(names)) < len(names):
        found.append("a custom id twice")
    return found


def _of_select(menu: Select, *, alone: bool) -> list[str]:
    found = [] if alone else ["a menu beside something else"]
    if not 1 <= len(menu.options) <= screens.MAX_CHOICES:
        found.append("no or too many options")
    if len({value for value, _ in menu.options}) < len(menu.options):
        found.append("an option twice")
    for value, label in menu.options:
        if not (1 <= units(value) <= 100 and 1 <= units(label) <= screens.MAX_OPTION_LABEL):
            found.append("an option empty or too long")
    if units(menu.placeholder) > screens.MAX_SELECT_PLACEHOLDER:
        found.append("placeholder too long")
    if not 0 <= menu.at_least <= menu.at_most <= len(menu.options):
        found.append("an impossible number of choices")
    return found


def _of_modal(screen: ModalScreen) -> list[str]:
    found = []
    if not 1 <= units(screen.title) <= screens.MAX_MODAL_TITLE:
        found.append("title empty or too long")
    if not 1 <= len(screen.inputs) <= 5:
        found.append("no or too many inputs")
    for field in screen.inputs:
        if not 1 <= units(field.label) <= screens.MAX_INPUT_LABEL:
            found.append("label empty or too long")
        if units(field.placeholder) > screens.MAX_INPUT_PLACEHOLDER:
            found.append("placeholder too long")
    return found
