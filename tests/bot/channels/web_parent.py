"""A parent with a browser, and what she may send."""

from __future__ import annotations

import io
import re
from typing import Any

from PIL import Image
from starlette.testclient import TestClient

from tests.bot.channels.web_stand_in import StandIn, app, deps

SITE = {"sec-fetch-site": "same-origin"}
XSS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "'-alert(1)-'",
    "javascript:alert(1)",
    "{{7*7}}${7*7}<svg/onload=alert(1)>",
    "</textarea><script>alert(1)</script>",
    "**<b onmouseover=alert(1)>**",
    'https://x.nl/"onclick=alert(1)',
    "<!--<script>",
    "\u202e<i>",
)


class Parent:
    """Somebody with a browser, who fills in the form that is on the page."""

    def __init__(self, **changes: Any) -> None:
        self.deps = deps(**changes)
        self.line: StandIn = self.deps.line  # type: ignore[assignment]
        base = self.deps.public_url or "http://testserver"
        self.web = TestClient(app(self.deps), base_url=base)
        self.page = self.web.get("/")

    def fields(self, form: str = "") -> dict[str, str]:
        """The hidden fields of the first form with this action, or of the first with a key."""
        parts = re.findall(r'<form[^>]*action="([^"]*)"[^>]*>(.*?)</form>', self.page.text, re.S)
        for action, inside in parts:
            found = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', inside))
            if (not form and "key" in found) or (form and action == form):
                return found
        raise AssertionError(f"no form {form}")

    def send(self, to: str = "/chat", files: Any = None, **fields: Any) -> None:
        whole = self.fields(to) | fields
        self.page = self.web.post(to, data=whole, files=files, headers=SITE)

    def begin(self) -> Parent:
        self.send("/begin")
        assert self.page.status_code == 200
        return self

    def to(self, turn: int) -> Parent:
        """Answer up to this question."""
        if not self.line.items:
            self.begin()
        while self.turn < turn:
            self.send(press=f"{self.turn}:i.skip")
        return self

    @property
    def turn(self) -> int:
        return int(re.search(r'data-turn="(\d+)"', self.page.text)[1])  # type: ignore[index]

    @property
    def address(self) -> str:
        return self.line.items[0].address

    @property
    def words(self) -> str:
        """The page without its tags."""
        return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", self.page.text))


def photo(place: bool = False) -> bytes:
    picture, out = Image.new("RGB", (40, 30), "red"), io.BytesIO()
    exif = Image.Exif()
    if place:
        exif[0x010F] = "GEHEIM-TOESTEL"
        exif.get_ifd(0x8825)[1] = "N"
    picture.save(out, "JPEG", exif=exif)
    return out.getvalue()
