"""Letters with one-time links, ready to print: each on a side of its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import segno
from markupsafe import Markup
from starlette.responses import Response

from bot.desk.gate import Call
from bot.desk.words import N_
from bot.service.paper import Letter, Way

SQUARES: Mapping[str, str] = {
    "web": N_("Vierkante code die de chat opent"),
    "telegram": N_("Vierkante code die de chat in Telegram opent"),
    "desk": N_("Vierkante code die de pagina opent waar je inlogt"),
}


def print_ready(
    call: Call, made: Sequence[Letter], back: str, left_out: Sequence[str] = ()
) -> Response:
    """Each letter on a side of its own, with a square for each way in.

    `left_out`: for what no letter was made, in sentences.
    """
    return call.desk.pages.show(
        "letters.html",
        letters=[(one, [square(call, way) for way in one.ways]) for one in made],
        left_out=left_out,
        back=back,
    )


def square(call: Call, way: Way) -> Markup:
    """This way in, for a telephone to read."""
    title = call.desk.pages.say(SQUARES[way.name])
    drawn = segno.make(way.link, error="m").svg_inline(omitsize=True, title=title)
    return Markup(drawn)  # noqa: S704  made of our own link, not of anybody's words
