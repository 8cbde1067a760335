"""What the escalation officer sees and does: her list, one request at a time, and the ledger.

She sees the request and the parts of the summary that went along, until it is over; no thread, no
way to reach the parent, no other family.
"""

from __future__ import annotations

from starlette.responses import Response

from bot.desk.breakthrough import forms, words
from bot.desk.breakthrough.forms import Typed
from bot.desk.breakthrough.page import faces
from bot.desk.breakthrough.ports import Deciding
from bot.desk.gate import Call, View
from bot.desk.programme_forms import careful, seen_if_told
from bot.desk.views import shared
from bot.desk.web import see
from bot.service.programmes.breakthroughs.kept import ASKED, NotNow
from casework.breakthrough import near
from casework.municipality import Role

_HERE = "/opgeschaald/{handoff:str}"
_ONE = _HERE + "/{number:int}"


def deciding(call: Call) -> Deciding:
    """The officer's side."""
    return call.desk.programmes.breakthroughs.deciding


async def waiting(call: Call) -> Response:
    """Everything that is with her, without a name."""
    sheets = await deciding(call).waiting(call.me)
    return call.desk.pages.show(
        "escalated.html",
        sheets=sheets,
        soon=sum(one.state == ASKED and near(one.ask.due_on, call.today) for one in sheets),
        said=_said(call),
        **faces(call),
        **shared(call),
    )


async def one(call: Call) -> Response:
    """One request."""
    return await _show(call, Typed())


async def ledger(call: Call) -> Response:
    """The money, year by year, without a word of a family."""
    return await _ledger(call, "", "")


async def spend(call: Call) -> Response:
    """What a breakthrough really cost, also when it is long over."""
    typed = call.fields.get("euro", "").strip()
    try:
        cents = forms.cents(typed)
    except ValueError:
        return await _ledger(call, typed, "empty", status=422)
    try:
        wrong = await deciding(call).spend(call.me, call.number, cents)
    except NotNow as refused:
        return await _ledger(call, typed, str(refused), status=422)
    if wrong is not None:
        return await _ledger(call, typed, wrong.value, status=422)
    return see("/doorbraken?na=uitgegeven")


async def _ledger(call: Call, typed: str, wrong: str, status: int = 200) -> Response:
    """The ledger; `wrong`: why the sum that was typed for one of them was not kept."""
    me = call.desk.person(call.me)
    return call.desk.pages.show(
        "breakthrough/ledger.html",
        status=status,
        ledgers=await deciding(call).ledgers(),
        writes=me is not None and me.role is Role.ESCALATION_OFFICER,
        typed=typed,
        at=call.number if wrong else None,
        wrong=wrong,
        said=_said(call),
        **faces(call),
        **shared(call),
    )


async def question(call: Call) -> Response:
    """Ask the tandem something first."""
    typed = Typed(text=call.fields.get("vraag", ""))
    try:
        await deciding(call).question(call.me, *_place(call), typed.text, seen_if_told(call))
    except NotNow as wrong:
        return await _refused(call, typed, "text", str(wrong))
    return _back(call, "vraag")


async def grant(call: Call) -> Response:
    """Yes, with the order and the money."""
    sent = call.fields
    typed = Typed(order=sent.get("besluit", ""), euros=sent.get("euro", "").strip())
    try:
        cents = forms.cents(typed.euros)
    except ValueError:
        return await _refused(call, typed, "cents", "empty")
    try:
        wrong = await deciding(call).grant(
            call.me, *_place(call), cents, typed.order, seen_if_told(call)
        )
    except NotNow as wrong_:
        return await _refused(call, typed, "order", str(wrong_))
    if wrong is not None:
        return await _refused(call, typed, "cents", wrong.value)
    return _back(call, "ja")


async def decline(call: Call) -> Response:
    """No, and why."""
    typed = Typed(reason=call.fields.get("reden", ""))
    try:
        await deciding(call).decline(call.me, *_place(call), typed.reason, seen_if_told(call))
    except NotNow as wrong:
        return await _refused(call, typed, "reason", str(wrong))
    return see("/opgeschaald?na=nee")


async def finish(call: Call) -> Response:
    """It happened, or not after all."""
    happened = call.fields.get("gelukt") != "nee"
    typed = Typed(spent=call.fields.get("echt", "").strip())
    try:
        spent = forms.spent(typed.spent) if happened else None
    except ValueError:
        return await _refused(call, typed, "spent", "empty")
    try:
        await deciding(call).finish(
            call.me, *_place(call), happened=happened, seen=seen_if_told(call), spent=spent
        )
    except NotNow as wrong:
        return await _refused(call, typed, "spent", str(wrong))
    return see(f"/opgeschaald?na={'klaar' if happened else 'terug'}")


async def _refused(call: Call, typed: Typed, field: str, code: str) -> Response:
    if code == "over":
        return _back(call, "voorbij")
    return await _show(call, forms.mistaken(typed, field, code), status=422)


async def _show(call: Call, typed: Typed, status: int = 200) -> Response:
    room, head = deciding(call), call.handoff
    sheet = await room.sheet(call.me, head.id)
    parts = await call.desk.book.escalated(call.me, head.id, sheet.ask.parts)
    years = await room.ledgers()
    return call.desk.pages.show(
        "breakthrough/decide.html",
        status=status,
        sheet=sheet,
        parts=parts,
        year=next((one.year for one in years if one.year.year == call.now.year), None),
        entry=next((row for one in years for row in one.entries if row.id == sheet.grant_id), None),
        typed=typed,
        said=_said(call),
        **faces(call),
        **shared(call),
    )


def _said(call: Call) -> str:
    done = call.request.query_params.get("na", "")
    return call.desk.pages.say(words.SAID[done], name="") if done in words.SAID else ""


def _place(call: Call) -> tuple[str, int]:
    return call.handoff.id, call.number


def _back(call: Call, what: str) -> Response:
    return see(f"/opgeschaald/{call.handoff.id}?na={what}")


def _careful(view: View) -> View:
    return careful(view, _back)


ROUTES: tuple[tuple[str, str, str, View], ...] = (
    ("escalated", "GET", "/opgeschaald", _careful(waiting)),
    ("ledger", "GET", "/doorbraken", _careful(ledger)),
    ("ledger_spent", "POST", "/doorbraken/{number:int}/uitgegeven", _careful(spend)),
    ("escalated_one", "GET", _HERE, _careful(one)),
    ("escalated_question", "POST", _ONE + "/vraag", _careful(question)),
    ("escalated_grant", "POST", _ONE + "/ja", _careful(grant)),
    ("escalated_decline", "POST", _ONE + "/nee", _careful(decline)),
    ("escalated_finish", "POST", _ONE + "/klaar", _careful(finish)),
)
