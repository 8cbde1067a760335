"""The referrers' forms and their routes; each brings her to the one that is hers."""

from __future__ import annotations

from starlette.responses import Response

from bot.desk.baby.refer import PAGE as BABY
from bot.desk.child_package.refer import PAGE as CHILD
from bot.desk.gate import Call, View
from bot.desk.referring import page
from bot.desk.referring.page import ReferPage
from bot.desk.referring.words import NO_CHAT, REFERRERS

PAGES = (BABY, CHILD)


async def _others(call: Call, this: ReferPage) -> tuple[ReferPage, ...]:
    return tuple([one for one in PAGES if one is not this and await page.may_open(call, one)])


def _form(this: ReferPage) -> View:
    async def view(call: Call) -> Response:
        return await page.form(call, this, await _others(call, this))

    return view


def _send(this: ReferPage) -> View:
    async def view(call: Call) -> Response:
        return await page.send(call, this, await _others(call, this))

    return view


TABLES = {"REFERRERS": REFERRERS, "NO_CHAT": NO_CHAT}  # for the templates
ROUTES: tuple[tuple[str, str, str, View], ...] = (
    ("refer_form", "GET", BABY.path, _form(BABY)),
    ("refer", "POST", BABY.path, _send(BABY)),
    ("refer_child_form", "GET", CHILD.path, _form(CHILD)),
    ("refer_child", "POST", CHILD.path, _send(CHILD)),
)
