"""``python -m bot invite``: the link that brings the bot into a server."""

import base64
import binascii

from bot.settings import BadSettings, load_settings


def invite() -> None:
    """Print the link that invites the bot, with exactly the permissions it uses."""
    token = load_settings().token()
    import discord

    from bot.app import PERMISSIONS

    link = discord.utils.oauth_url(
        application_id(token),
        permissions=PERMISSIONS,
        scopes=("bot", "applications.commands"),
    )
    print(link)
    print("\nPermissions it asks for:")
    for name, granted in PERMISSIONS:
        if granted:
            print(f"  {name.replace('_', ' ')}")


def application_id(token: str) -> int:
    """Return the application's id, which is the first part of its token, in base64.

    Raises:
        BadSettings: the token's first part is no id.
    """
    head = token.partition(".")[0]
    try:
        digits = base64.urlsafe_b64decode(head + "=" * (-len(head) % 4))
    except (ValueError, binascii.Error):
        digits = b""
    if not digits.isdigit():
        raise BadSettings(
            "DISCORD_TOKEN does not hold an application's id: copy it again, page Bot, Reset Token"
        )
    return int(digits)
