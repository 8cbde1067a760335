"""The list of signals, one signal, its letter, and the code that goes back to the creditor."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from datetime import UTC, datetime

import segno
from markupsafe import Markup
from starlette.responses import Response

from bot.desk import fields, told
from bot.desk.arrears import part, words
from bot.desk.arrears.ports import Arrears
from bot.desk.gate import Call, View
from bot.desk.views import shared
from bot.desk.web import see
from bot.service.not_done import Changed
from casework import arrears_file
from casework.arrears import Outcome
from casework.arrears_file import Read, Row, Wrong
from casework.municipality import CASEWORKERS

A_PAGE = 50  # signals
MOST_FAULTS = 200  # that are shown; more is a file to look at anew
_HERE = "/signalen"
_ONE = _HERE + "/{number:int}"


def desk_of(call: Call) -> Arrears:
    """What can be done here."""
    return call.desk.programmes.arrears


async def signals(call: Call) -> Response:
    """What somebody must still do something about, and the ways to bring signals in."""
    return await _listed(call)


async def _listed(
    call: Call, *, given: Mapping[str, str] | None = None,
    wrong: Mapping[str, Wrong] | None = None, status: int = 200,
) -> Response:  # fmt: skip
    found = await desk_of(call).signals()
    query = call.request.query_params
    begins = int(begins) if (begins := query.get("vanaf", "")).isdigit() else 0
    done, me = query.get("na", ""), call.desk.person(call.me)
    return call.desk.pages.show(
        "arrears/list.html",
        status=status,
        bills=[part.bill(call, one) for one in found[begins : begins + A_PAGE]],
        count=len(found),
        before=max(0, begins - A_PAGE) if begins else None,
        after=begins + A_PAGE if begins + A_PAGE < len(found) else None,
        opens=me is not None and me.role in CASEWORKERS,
        given=given or {},
        wrong={name: why.value for name, why in (wrong or {}).items()},
        said=call.desk.pages.say(words.SAID[done]) if done in words.SAID else "",
        **shared(call),
    )


async def add(call: Call) -> Response:
    """One signal by hand."""
    given = {name: call.fields.get(name, "").strip()[:400] for name in words.FIELDS}
    found = arrears_file.row(given, call.today)
    if not isinstance(found, Row):
        return await _listed(call, given=given, wrong=found, status=422)
    taken = await desk_of(call).take(call.me, [found])
    return see(f"{_HERE}?na={'bewaard' if taken.new else 'bekend'}")


async def bring_in(call: Call) -> Response:
    """A creditor's file: what is good is kept, what is not is told row by row."""
    read = await asyncio.to_thread(arrears_file.read, call.upload, call.today)
    taken = await desk_of(call).take(call.me, read.rows)
    refused = not read.rows and bool(read.faults)
    return call.desk.pages.show(
        "arrears/report.html",
        status=422 if refused else 200,
        read=read,
        rows=_bad_rows(read),
        faults=read.faults[:MOST_FAULTS],
        more=max(0, len(read.faults) - MOST_FAULTS),
        new=taken.new,
        known=taken.known[:MOST_FAULTS],
        known_count=len(taken.known),
        **shared(call),
    )


def _bad_rows(read: Read) -> int:
    return len({fault.row for fault in read.faults})


async def signal(call: Call) -> Response:
    """One signal, with where its people live."""
    return await _shown(call, call.request.query_params.get("na", ""))


async def _shown(call: Call, done: str, status: int = 200) -> Response:
    sheet = await desk_of(call).sheet(call.number, call.me)
    return call.desk.pages.show(
        "arrears/signal.html",
        status=status,
        sheet=sheet,
        bill=part.bill(call, sheet.signal),
        history=[(one, datetime.fromtimestamp(one.at, UTC)) for one in sheet.steps],
        day=lambda on: part.day(call, on),
        once=fields.once(),
        said=call.desk.pages.say(words.SAID[done]) if done in words.SAID else "",
        **shared(call),
    )


async def letter(call: Call) -> Response:
    """The letter, ready to print: its code stands here and nowhere else."""
    try:
        made = await desk_of(call).letter(call.number, call.me, call.mark, _seen(call))
    except Changed:
        return await _shown(call, "veranderd", 409)
    say = call.desk.pages.say
    drawn = segno.make(made.link, error="m").svg_inline(omitsize=True, title=say(words.SQUARE))
    return call.desk.pages.show(
        "arrears/letter.html",
        letter=made,
        square=Markup(drawn),  # noqa: S704  made of our own link, not of anybody's words
        back=f"{_HERE}/{call.number}",
    )


async def step(call: Call) -> Response:
    """What came of it."""
    number, sent = call.number, call.fields
    try:
        code = sent.get("uitkomst", "")
        outcome = Outcome(code) if code else None
        await desk_of(call).become(number, call.me, sent.get("staat", ""), _seen(call), outcome)
    except Changed:
        return see(f"{_HERE}/{number}?na=veranderd")
    except ValueError:
        return see(f"{_HERE}/{number}?na=fout")
    return see(f"{_HERE}/{number}?na=genoteerd")


async def outcomes(call: Call) -> Response:
    """Reference, code and day as a CSV: nothing else leaves for a creditor."""
    rows = [("referentie", "uitkomst", "datum"), *await desk_of(call).outcomes()]
    headers = {"content-disposition": 'attachment; filename="uitkomsten.csv"'}
    return Response(arrears_file.written(rows), media_type="text/csv", headers=headers)


def _seen(call: Call) -> int:
    """The version that stood on the page; one that never was when the form does not say."""
    given = call.fields.get("versie", "")
    return int(given) if given.isdigit() and len(given) < 10 else -1


def _here(view: View) -> View:
    """Only where the municipality does this."""

    async def there(call: Call) -> Response:
        if not desk_of(call).runs:
            return told.not_here(call.desk, call.visit)
        return await view(call)

    return there


ROUTES: tuple[tuple[str, str, str, View], ...] = (
    ("signals", "GET", _HERE, _here(signals)),
    ("signal_add", "POST", _HERE, _here(add)),
    ("signals_import", "POST", _HERE + "/inlezen", _here(bring_in)),
    ("outcomes", "GET", _HERE + "/uitkomsten.csv", _here(outcomes)),
    ("signal", "GET", _ONE, _here(signal)),
    ("signal_letter", "POST", _ONE + "/brief", _here(letter)),
    ("signal_step", "POST", _ONE + "/stap", _here(step)),
)
TABLES = {  # for the templates
    "BILL_KINDS": words.KINDS,
    "BILL_STATES": words.STATES,
    "BILL_OUTCOMES": words.OUTCOMES,
    "BILL_FIELDS": words.FIELDS,
    "BILL_COLUMNS": words.COLUMNS,
    "BILL_WRONG": words.WRONG,
}
