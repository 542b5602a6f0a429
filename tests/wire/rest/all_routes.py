"""Discord's REST routes, a subject a file."""

from tests.wire.rest import (
    account,
    callbacks,
    channels,
    commands,
    direct,
    events,
    guilds,
    messages,
    pins,
    threads,
    webhooks,
)

ALL_ROUTES = (
    account.routes,
    callbacks.routes,
    channels.routes,
    commands.routes,
    direct.routes,
    events.routes,
    guilds.routes,
    messages.routes,
    pins.routes,
    threads.routes,
    webhooks.routes,
)
