"""The pages of signals: one of them, its letter, and the code that goes back to the creditor."""

from __future__ import annotations

from datetime import UTC, datetime

from starlette.responses import Response

from bot.desk import fields, told
from bot.desk.arrears import bringing, listed, part, words
from bot.desk.arrears.listed import HERE, TICK, desk_of
from bot.desk.gate import Call, View
from bot.desk.printed import print_ready
from bot.desk.views import shared
from bot.desk.web import see
from bot.service.not_done import Changed, NotToday
from casework import arrears_file
from casework.arrears import Outcome
from dialogs.language.guard import mask

SHORTEST, LONGEST = 10, 300  # characters of a reason
_ONE = HERE + "/{number:int}"


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
        why=call.fields.get("waarom", "")[:LONGEST] if call.form else "",
        longest=LONGEST,
        said=call.desk.pages.say(words.SAID[done]) if done in words.SAID else "",
        **shared(call),
    )


async def letter(call: Call) -> Response:
    """The letter, ready to print: its code stands here and nowhere else."""
    why = _reason(call)
    if why is None:
        return await _shown(call, "omdat", 422)
    try:
        made = await desk_of(call).letter(call.number, call.me, call.mark, _seen(call), why)
    except Changed:
        return await _shown(call, "veranderd", 409)
    except NotToday:
        return await _shown(call, "vandaag", 422)
    return print_ready(call, [made], f"{HERE}/{call.number}")


def _reason(call: Call) -> str | None:
    """Why a letter goes out on another day; "" when she did not ask for that, None without words.

    It stands on one line, without numbers that we never keep.
    """
    if call.fields.get("toch") != "ja":
        return ""
    typed = mask(" ".join(call.fields.get("waarom", "").split())[:LONGEST])
    return typed if len(typed) >= SHORTEST else None


async def letters(call: Call) -> Response:
    """Letters for all the signals that were ticked, on one page to print."""
    chosen = {
        int(name.removeprefix(TICK)): int(seen)
        for name, seen in call.fields.items()
        if name.startswith(TICK) and name.removeprefix(TICK).isdecimal() and seen.isdecimal()
    }
    if not chosen:
        return see(f"{HERE}?na=kies")
    batch = await desk_of(call).letters(chosen, call.me, call.mark)
    left = (("missed", batch.missed), ("early", batch.early), ("over", batch.over))
    days = call.desk.municipality.arrears
    said = [
        call.desk.pages.say(
            words.LEFT_OUT[why], n=len(ids), first=days.first_day, last=days.last_day
        )
        for why, ids in left
        if ids
    ]
    return print_ready(call, batch.letters, HERE, left_out=said)


async def step(call: Call) -> Response:
    """What came of it."""
    number, sent = call.number, call.fields
    try:
        code = sent.get("uitkomst", "")
        outcome = Outcome(code) if code else None
        await desk_of(call).become(number, call.me, sent.get("staat", ""), _seen(call), outcome)
    except Changed:
        return see(f"{HERE}/{number}?na=veranderd")
    except ValueError:
        return see(f"{HERE}/{number}?na=fout")
    return see(f"{HERE}/{number}?na=genoteerd")


async def outcomes(call: Call) -> Response:
    """Reference, code and day of one creditor as a CSV: nothing else leaves for it."""
    whose = call.request.query_params.get("schuldeiser", "")
    rows = [("referentie", "uitkomst", "datum"), *await desk_of(call).outcomes(whose)]
    headers = {"content-disposition": 'attachment; filename="uitkomsten.csv"'}
    return Response(arrears_file.written(rows), media_type="text/csv", headers=headers)


def _seen(call: Call) -> int:
    """The version that stood on the page; one that never was when the form does not say."""
    given = call.fields.get("versie", "")
    return int(given) if given.isdecimal() and len(given) < 10 else -1


def _here(view: View) -> View:
    """Only where the municipality does this."""

    async def there(call: Call) -> Response:
        if not desk_of(call).runs:
            return told.not_here(call.desk, call.visit)
        return await view(call)

    return there


ROUTES: tuple[tuple[str, str, str, View], ...] = (
    ("signals", "GET", HERE, _here(listed.signals)),
    ("signal_add", "POST", HERE, _here(bringing.add)),
    ("signals_import", "POST", HERE + "/inlezen", _here(bringing.look)),
    ("signals_keep", "POST", HERE + "/bewaren", _here(bringing.keep)),
    ("outcomes", "GET", HERE + "/uitkomsten.csv", _here(outcomes)),
    ("signal_letters", "POST", HERE + "/brieven", _here(letters)),
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
