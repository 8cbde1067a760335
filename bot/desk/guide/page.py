"""*Schrijfwijzer*: the rules with examples, and a sentence to try, which is kept nowhere."""

from __future__ import annotations

import asyncio

from starlette.responses import Response

from bot.desk.acting.hints import Hint
from bot.desk.gate import Call, View
from bot.desk.guide import rules

PATH = "/schrijfwijzer"


async def show(call: Call) -> Response:
    """The rules, and an empty field."""
    return await _page(call, "", None)


async def attempt(call: Call) -> Response:
    """What the checker finds in the sentence that was sent; it goes back into the field only."""
    text = call.fields.get("zin", "").strip()[: rules.LONGEST]
    found = await asyncio.to_thread(rules.tried, text) if text else None
    return await _page(call, text, found)


ROUTES: tuple[tuple[str, str, str, View], ...] = (
    ("guide", "GET", PATH, show),
    ("guide_try", "POST", PATH, attempt),
)


async def _page(call: Call, text: str, found: list[Hint] | None) -> Response:
    assert call.visit is not None
    return call.desk.pages.show(
        "guide.html",
        me=call.desk.person(call.me),
        proof=call.visit.form_token,
        text=text,
        found=found,
        longest=rules.LONGEST,
        limits=rules.limits(),
        blame=rules.blame(),
        pairs=rules.pairs(),
        examples=await asyncio.to_thread(rules.examples),
    )
