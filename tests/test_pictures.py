"""Every page of the desk has its picture in the documentation, wide and on a phone."""

from __future__ import annotations

import re

from bot.desk.app import ROUTES
from tests.pictures import ALBUM, EXCUSED, PICTURES, SHOTS, SIZES, picture_of

LARGEST = 120 * 1024  # bytes of one picture
OTHERS = {"summary", "chat-phone", "copy", "copy-phone", "erase-phone"}  # beside the desk's pages


def test_every_page_that_can_be_opened_has_a_picture_or_an_excuse() -> None:
    pages = {name for name, method, *_ in ROUTES if method == "GET"}
    assert pages - set(SHOTS) - set(EXCUSED) == set()
    assert set(EXCUSED) <= pages - set(SHOTS)
    assert set(SHOTS) <= {name for name, *_ in ROUTES}


def test_the_pictures_are_there_and_no_others() -> None:
    made = {picture_of(route, size).stem for route in (*SHOTS, "handoff-dark") for size in SIZES}
    assert {path.stem for path in PICTURES.iterdir()} == made | OTHERS
    shown = set(re.findall(r"pictures/([a-z_-]+)\.png", ALBUM.read_text("utf-8")))
    assert shown == {name for name in made if "dark" not in name}


def test_no_picture_is_large() -> None:
    assert [p.name for p in PICTURES.iterdir() if p.stat().st_size > LARGEST] == []
