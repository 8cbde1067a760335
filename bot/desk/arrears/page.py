"""The list of signals, one signal, its letter, and the code that goes back to the creditor."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime

from starlette.responses import Response

from bot.desk import fields, told
from bot.desk.arrears import part, words
from bot.desk.arrears.ports import Arrears
from bot.desk.gate import Call, View
from bot.desk.printed import print_ready
from bot.desk.views import shared
from bot.desk.web import see
from bot.service.not_done import Changed
from casework import arrears_file
from casework.arrears import Outcome
from casework.arrears_file import Read, Row, Wrong
from casework.municipality import CASEWORKERS

A_PAGE = 50  # signals
_TICK = "brief-"  # before the number of a signal that gets a letter
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
    if brought := query.get("inlezing", ""):
        found = [one for one in found if str(one.brought_at) == brought]
    return call.desk.pages.show(
        "arrears/list.html",
        status=status,
        bills=[part.bill(call, one) for one in found[begins : begins + A_PAGE]],
        count=len(found),
        brought=brought,
        once=fields.once(),
        creditors=await desk_of(call).creditors(),
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
    if isinstance(found, Row) and not found.creditor:
        found = {"creditor": Wrong.MISSING}
    if not isinstance(found, Row):
        return await _listed(call, given=given, wrong=found, status=422)
    taken = await desk_of(call).take(call.me, [found])
    return see(f"{_HERE}?na={'bewaard' if taken.new else 'bekend'}")


async def bring_in(call: Call) -> Response:
    """A creditor's file: what is good is kept, what is not is told row by row."""
    read = await asyncio.to_thread(arrears_file.read, call.upload, call.today)
    whose = arrears_file.fits("creditor", call.fields.get("schuldeiser", "").strip())
    rows = [one if one.creditor else replace(one, creditor=whose) for one in read.rows]
    if any(not one.creditor for one in rows):
        return see(f"{_HERE}?na=wie")
    taken = await desk_of(call).take(call.me, rows)
    refused = not read.rows and bool(read.faults)
    return call.desk.pages.show(
        "arrears/report.html",
        status=422 if refused else 200,
        read=read,
        rows=_bad_rows(read),
        faults=read.faults[:MOST_FAULTS],
        more=max(0, len(read.faults) - MOST_FAULTS),
        new=taken.new,
        brought=taken.at,
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
    return print_ready(call, [made], f"{_HERE}/{call.number}")


async def letters(call: Call) -> Response:
    """Letters for all the signals that were ticked, on one page to print."""
    chosen = {
        int(name.removeprefix(_TICK)): int(seen)
        for name, seen in call.fields.items()
        if name.startswith(_TICK) and name.removeprefix(_TICK).isdigit() and seen.isdigit()
    }
    if not chosen:
        return see(f"{_HERE}?na=kies")
    batch = await desk_of(call).letters(chosen, call.me, call.mark)
    return print_ready(call, batch.letters, _HERE, missed=batch.missed)


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
    """Reference, code and day of one creditor as a CSV: nothing else leaves for it."""
    whose = call.request.query_params.get("schuldeiser", "")
    rows = [("referentie", "uitkomst", "datum"), *await desk_of(call).outcomes(whose)]
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
    ("signal_letters", "POST", _HERE + "/brieven", _here(letters)),
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
