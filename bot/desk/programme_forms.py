"""What the forms of the programmes have in common. ValueError for what is no answer."""

from __future__ import annotations

from collections.abc import Callable

from starlette.responses import Response

from bot.desk import told
from bot.desk.gate import Call, View
from bot.desk.web import see
from bot.service.not_done import Changed
from casework import budget

Back = Callable[[Call, str], Response]  # to the page, with the code of what it says there


def careful(view: View, back: Back, here: Callable[[Call], bool] = lambda _call: True) -> View:
    """A form that makes no sense, or one that came just after another's, changes nothing.

    `here`: whether this municipality has such a page at all.
    """

    async def answer(call: Call) -> Response:
        if not here(call):
            return told.not_here(call.desk, call.visit)
        try:
            return await view(call)
        except Changed:
            return back(call, "veranderd")
        except ValueError:
            return back(call, "fout")

    return answer


def to_family(call: Call, page: str, done: str, refused: str = "") -> Response:
    """To this page of the family, which says what was done; or why it was not."""
    query = f"reden={refused}" if refused else f"na={done}"
    return see(f"/overdracht/{call.handoff.id}/{page}?{query}")


def seen(call: Call) -> int:
    """The version that stood on the page."""
    return int(call.fields.get("versie", ""))


def seen_if_told(call: Call) -> int | None:
    """The version that stood on the page; None when the form does not say."""
    given = call.fields.get("versie", "")
    return int(given) if given.isdecimal() else None


def cents(text: str) -> int:
    """`1200` or `10,71` euros in cents, more than nothing."""
    if not (amount := budget.cents(text)):
        raise ValueError(text)
    return amount
