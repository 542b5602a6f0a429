"""The control page in front of the simulated Discord: an app for this machine's browser only."""

import secrets
from dataclasses import asdict
from datetime import timedelta
from pathlib import Path
from typing import Any

import structlog
from aiohttp import web

from bot.sandbox.faces import DOCUMENTED_IMAGES, color_of
from bot.sandbox.journal import Journal
from bot.sandbox.loopback import Handler, only_this_machine
from bot.sandbox.places import Place, places_of, who_sees
from bot.sandbox.scene import Scene
from bot.sandbox.stage import LOCALES, Stage
from bot.sandbox.tours import TOURS
from bot.sandbox.transcript import last_lines, picture

LINES_SHOWN = 20

_PAGE = Path(__file__).parent / "page"
_FILES = {
    "": (_PAGE / "index.html", "text/html"),
    "page.css": (_PAGE / "page.css", "text/css"),
    "page.js": (_PAGE / "page.js", "text/javascript"),
    "chat.js": (_PAGE / "chat.js", "text/javascript"),
    "words.json": (_PAGE / "words.json", "application/json"),
    "icon.svg": (DOCUMENTED_IMAGES / "doran.svg", "image/svg+xml"),
}
_log = structlog.get_logger(__name__)


class ControlPage:
    """The page's state (who looks where, in which language) and its routes.

    Every route lies under a random key, so that only who was given the address reaches it.
    """

    def __init__(self, stage: Stage, journal: Journal, *, kept: bool) -> None:
        self.key = secrets.token_urlsafe(18)
        self._stage = stage
        self._kept = kept
        self._journal = journal
        self._errors_told = 0
        self._person = stage.world.members["민지"]
        self._watched = stage.world.study.id

    def app(self) -> web.Application:
        """Return the application, to be served to this machine alone."""
        app = web.Application(middlewares=[only_this_machine, self._tell_faults])
        at = f"/{self.key}"
        app.router.add_get(f"{at}/state", self._state)
        app.router.add_get(
            f"{at}/picture/{{channel:\\d+}}/{{message:\\d+}}/{{name}}", self._picture
        )
        app.router.add_post(f"{at}/open", self._open)
        app.router.add_post(f"{at}/watch", self._watch)
        app.router.add_post(f"{at}/person", self._be)
        app.router.add_post(f"{at}/language", self._speak)
        app.router.add_post(f"{at}/hour", self._hour)
        app.router.add_post(f"{at}/morning", self._morning)
        app.router.add_post(f"{at}/restart", self._restart)
        app.router.add_post(f"{at}/tour", self._tour)
        app.router.add_get(f"{at}/{{file:[a-z.]*}}", _file)
        return app

    @property
    def path(self) -> str:
        """Return where on its host the page is, key included."""
        return f"/{self.key}/"

    # Telling

    @web.middleware
    async def _tell_faults(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        try:
            return await handler(request)
        except (web.HTTPException, ConnectionError):
            raise
        except Exception as error:
            _log.exception("sandbox.fault", path=request.path.rpartition("/")[2])
            self._journal.fault(error)
            return web.json_response({"fault": True}, status=500)

    # Reading

    async def _state(self, _: web.Request) -> web.Response:
        self._note_bot_errors()
        stage, world = self._stage, self._stage.world
        places = self._places()
        watched = self._place(self._watched)
        return web.json_response(
            {
                "language": stage.language,
                "server": world.guild.name,
                "kept": self._kept,
                "clock": stage.env.now().isoformat(),
                "person": str(self._person.id),
                "people": [
                    {
                        "id": str(actor.id),
                        "name": name,
                        "moderator": world.is_moderator(actor.id),
                        "color": color_of(number),
                    }
                    for number, (name, actor) in enumerate(world.members.items())
                ],
                "places": [_place_json(place) for place in places],
                "watched": str(watched.id),
                "lines": [
                    asdict(line)
                    for line in last_lines(stage.env, watched.handle, self._person, LINES_SHOWN)
                ],
                "journal": [asdict(entry) for entry in self._journal.entries],
                "tours": [
                    {"key": tour.key, "label": tour.label, "about": tour.about} for tour in TOURS
                ],
            }
        )

    async def _picture(self, request: web.Request) -> web.Response:
        place = self._place(int(request.match_info["channel"]))
        message, name = int(request.match_info["message"]), request.match_info["name"]
        content = picture(self._stage.env, place.id, message, self._person, name)
        if content is None or not name.lower().endswith((".png", ".jpg", ".jpeg", ".webp")):
            raise web.HTTPNotFound
        return web.Response(body=content, content_type=f"image/{name.rpartition('.')[2].lower()}")

    # Acting

    async def _open(self, request: web.Request) -> web.Response:
        place = self._place(int(str((await request.post())["place"])))
        self._watched = place.id
        async with self._stage.turn():
            everyone = who_sees(self._stage.env, self._stage.world, place)
            others = [actor for actor in everyone if actor is not self._person]
            url = await self._stage.screen.show(
                place, [self._person, *others], LOCALES[self._stage.language]
            )
        raise web.HTTPSeeOther(url)

    async def _watch(self, request: web.Request) -> web.Response:
        self._watched = self._place(int((await request.json())["place"])).id
        return _done()

    async def _be(self, request: web.Request) -> web.Response:
        wanted = int((await request.json())["person"])
        people = {actor.id: actor for actor in self._stage.world.members.values()}
        if wanted not in people:
            raise web.HTTPBadRequest(text="no such person in this server")
        self._person = people[wanted]
        return _done()

    async def _speak(self, request: web.Request) -> web.Response:
        language = (await request.json())["language"]
        if language not in LOCALES:
            raise web.HTTPBadRequest(text="language is ko or en")
        if language != self._stage.language:
            await self._stage.speak(language)
        return _done()

    async def _hour(self, _: web.Request) -> web.Response:
        with self._journal.during("log_hour"):
            await self._stage.forward(timedelta(hours=1))
        return _done()

    async def _morning(self, _: web.Request) -> web.Response:
        with self._journal.during("log_morning"):
            await self._stage.until_morning()
        return _done()

    async def _restart(self, _: web.Request) -> web.Response:
        with self._journal.during("log_restart"):
            await self._stage.restart()
        return _done()

    async def _tour(self, request: web.Request) -> web.Response:
        asked = (await request.json())["tour"]
        tour = next((tour for tour in TOURS if tour.key == asked), None)
        if tour is None:
            raise web.HTTPBadRequest(text="no such tour")
        stage = self._stage
        name = next(n for n, actor in stage.world.members.items() if actor is self._person)
        facts = {"who": name, "ko": tour.label["ko"], "en": tour.label["en"]}
        with self._journal.during(tour.word, **facts):
            async with stage.turn():
                where = await tour.play(Scene(stage, self._person))
        self._watched = where.id
        return _done()

    # What the routes share

    def _places(self) -> list[Place]:
        return places_of(self._stage.env, self._stage.world, self._person)

    def _place(self, place_id: int) -> Place:
        places = {place.id: place for place in self._places()}
        # A place that this person can't see (any more) falls back to where everyone is.
        return places.get(place_id) or places[self._stage.world.study.id]

    def _note_bot_errors(self) -> None:
        for error in self._stage.env.errors_since(self._errors_told):
            self._journal.fault(error)
        self._errors_told = self._stage.env.error_cursor


async def _file(request: web.Request) -> web.Response:
    try:
        path, content_type = _FILES[request.match_info["file"]]
        text = path.read_text(encoding="utf-8")
    except (KeyError, FileNotFoundError):
        raise web.HTTPNotFound from None
    return web.Response(text=text, content_type=content_type, charset="utf-8")


def _done() -> web.Response:
    return web.json_response({})


def _place_json(place: Place) -> dict[str, Any]:
    return {
        "id": str(place.id),
        "kind": place.kind,
        "name": place.name,
        "topic": place.topic,
        "messages": place.messages,
    }
