"""What Discord makes of a message's parts: components get ids, files get addresses."""

from __future__ import annotations

import mimetypes
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from tests.wire.objects import Json

if TYPE_CHECKING:
    from tests.wire.world import World

# Components of a message, as keys of Discord's own types.
ROW, BUTTON, STRING_SELECT, TEXT_INPUT = 1, 2, 3, 4
SECTION, TEXT, THUMBNAIL, GALLERY, FILE, SEPARATOR, CONTAINER, LABEL = 9, 10, 11, 12, 13, 14, 17, 18
SELECTS = frozenset({STRING_SELECT, 5, 6, 7, 8})
UPLOAD_SCHEME = "attachment://"


@dataclass(frozen=True)
class Upload:
    """A file of a multipart request; `number` is the one in its field's name."""

    number: int
    filename: str
    content: bytes


class Renderer:
    """Turns one message's request parts into what Discord shows and sends back."""

    def __init__(self, world: World, channel_id: int, uploads: Sequence[Upload]) -> None:
        self._world = world
        self._channel_id = channel_id
        self._uploads = {upload.number: upload for upload in uploads}
        self._by_name: dict[str, Json] = {}
        self._last_id = 0

    def attachments(self, body: Json, kept: Sequence[Json] = ()) -> list[Json]:
        """The message's attachments: those kept by id, then the uploaded ones."""
        described = body.get("attachments")
        if described is None:
            described = [{"id": attachment["id"]} for attachment in kept]
            described += [{"id": number} for number in self._uploads]
        known = {int(attachment["id"]): attachment for attachment in kept}
        result: list[Json] = []
        for each in described:
            number = int(each["id"])
            if number in known:
                result.append(known[number])
            elif number in self._uploads:
                result.append(stored(self._world, self._channel_id, self._uploads[number], each))
        self._by_name = {attachment["filename"]: attachment for attachment in result}
        return result

    def embeds(self, embeds: Sequence[Json]) -> list[Json]:
        """Embeds as Discord stores them, with addresses in place of `attachment://`."""
        return [self._embed(embed) for embed in embeds]

    def components(self, components: Sequence[Json]) -> list[Json]:
        """Components as Discord stores them: an id each, its defaults written out."""
        return [self._component(component) for component in components]

    def _embed(self, embed: Json) -> Json:
        rendered: Json = {"type": "rich"}
        rendered |= {key: value for key, value in embed.items() if value is not None}
        for key in ("image", "thumbnail"):
            if key in rendered:
                rendered[key] = {**rendered[key], "url": self._address(rendered[key]["url"])}
        for key in ("author", "footer"):
            if (icon := rendered.get(key, {}).get("icon_url")) is not None:
                rendered[key] = {**rendered[key], "icon_url": self._address(icon)}
        return rendered

    def _component(self, component: Json) -> Json:
        kind = component["type"]
        rendered = {key: value for key, value in component.items() if value is not None}
        self._last_id += 1
        rendered["id"] = component.get("id") or self._last_id
        if "components" in component:
            rendered["components"] = [self._component(each) for each in component["components"]]
        for key in ("accessory", "component"):
            if component.get(key):
                rendered[key] = self._component(component[key])
        if kind in SELECTS:
            rendered.setdefault("min_values", 1)
            rendered.setdefault("max_values", 1)
            # Only a modal's select knows `required`.
            rendered.pop("required", None)
        elif kind == CONTAINER:
            rendered.setdefault("accent_color", None)
            rendered.setdefault("spoiler", False)
        elif kind == SEPARATOR:
            rendered.setdefault("spacing", 1)
            rendered.setdefault("divider", True)
        elif kind == THUMBNAIL:
            rendered |= self._media_item(component)
        elif kind == GALLERY:
            rendered["items"] = [self._media_item(item) for item in component["items"]]
        elif kind == FILE:
            media = self._media(component["file"]["url"])
            spoiler = bool(component.get("spoiler"))
            name = component["file"]["url"].rsplit("/", 1)[-1]
            rendered |= {"file": media, "name": name, "size": None, "spoiler": spoiler}
        return rendered

    def _media_item(self, item: Json) -> Json:
        return {
            "media": self._media(item["media"]["url"]),
            "description": item.get("description"),
            "spoiler": bool(item.get("spoiler")),
        }

    def _media(self, url: str) -> Json:
        address = self._address(url)
        media: Json = {"id": str(self._world.new_id()), "url": address, "proxy_url": address}
        media |= {"width": None, "height": None, "content_type": None}
        attachment = self._by_name.get(url.removeprefix(UPLOAD_SCHEME))
        if url.startswith(UPLOAD_SCHEME) and attachment is not None:
            media |= {"attachment_id": attachment["id"], "content_type": attachment["content_type"]}
        return media

    def _address(self, url: str) -> str:
        if not url.startswith(UPLOAD_SCHEME):
            return url
        attachment = self._by_name.get(url.removeprefix(UPLOAD_SCHEME))
        # Discord shows nothing for a name that no file has; the address then leads nowhere.
        return attachment["url"] if attachment else f"{self._world.base_url}/attachments/none"


def stored(world: World, place: int, upload: Upload, described: Json) -> Json:
    """Keeps a file under an address of `place`'s, and returns it as Discord describes it."""
    attachment_id = world.new_id()
    filename = described.get("filename") or upload.filename
    path = f"/attachments/{place}/{attachment_id}/{quote(filename)}"
    world.uploads[path] = upload.content
    attachment: Json = {
        "id": str(attachment_id),
        "filename": filename,
        "size": len(upload.content),
        "url": world.base_url + path,
        "proxy_url": world.base_url + path,
        "content_type": mimetypes.guess_type(filename)[0] or "application/octet-stream",
    }
    if described.get("description"):
        attachment["description"] = described["description"]
    return attachment
