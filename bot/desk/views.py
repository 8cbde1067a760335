"""The pages one looks at: a family's one screen, an attachment, the offer form."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from starlette.responses import JSONResponse, Response

from bot.desk import dialling, fields, offer, told
from bot.desk.acting.words import HANDLED
from bot.desk.arrears import part as arrears_part
from bot.desk.baby import part as baby
from bot.desk.book import File, Talk
from bot.desk.breakthrough import part as breakthrough
from bot.desk.child_package import part as children
from bot.desk.childcare import part
from bot.desk.coaching import part as coaching
from bot.desk.gate import Call
from bot.desk.offer import Form
from bot.desk.web import see
from bot.desk.words import DONE, LATER, PLACES, TOLD_LATER
from casework.appointments import CORRECTED, STANDING
from casework.summary import Line, Section, State, Summary

# domain.md §3 in three columns, after how to reach her and what is urgent; reading down and then
# right keeps its order.
COLUMNS = (
    ("wishes", "children"),
    ("money", "home", "wellbeing", "work", "network"),
    ("goal", "practical", "other"),
)
SHOWN_AS_IS: Mapping[str, str] = {  # what a browser may play or draw; the rest is only saved
    "audio/ogg": "ogg",
    "audio/mpeg": "mp3",
    "audio/mp4": "m4a",
    "audio/webm": "webm",
    "audio/wav": "wav",
    "image/jpeg": "jpg",
    "image/png": "png",
    "image/webp": "webp",
}
SAVED_ONLY = {"application/pdf": "pdf"}
PLACE = "contact_place"  # its choices are named as the kinds of place
ASKED_BEFORE = "appointment"  # the script that asks about a talk
WISHES = ("contact_times", PLACE, "contact_how")
ATTACHMENT_CSP = "sandbox; default-src 'none'; frame-ancestors 'none'"


async def stamp(call: Call) -> Response:
    """A short string that changes when the list does; for the page's own script."""
    return JSONResponse({"stamp": await call.desk.book.stamp(call.me)})


@dataclass(frozen=True, slots=True)
class Refused:
    """A small form of the family's page that is not right yet, as it was typed."""

    deed: str
    why: str  # a code of HANDLED
    fields: Mapping[str, str]


async def handoff(call: Call) -> Response:
    """One family on one screen."""
    return await show_family(call)


async def show_family(call: Call, refused: Refused | None = None) -> Response:
    """That screen; with `refused` that form stands open, with why and all that was typed."""
    known = await call.desk.book.stamp_of(call.handoff.id)  # first: nothing is missed
    file = await call.desk.book.file(call.me, call.handoff.id)
    if file is None:
        return told.not_here(call.desk, call.visit)
    return call.desk.pages.show(
        "handoff.html",
        status=422 if refused else 200,
        refused=refused,
        file=file,
        known=known,
        call_name=call_name(file.summary),
        safe_number=dialling.safe_number(file.summary),
        header=_section(file.summary, "header"),
        urgent=_section(file.summary, "urgent"),
        columns=[_column(file.summary, ids) for ids in COLUMNS],
        said=_said(call, file, call.request.query_params.get("na", "")),
        stamp=await call.desk.book.stamp(call.me),
        looks_in=call.looks_in,
        care=await part.of_family(call),
        packages=await baby.of_family(call),
        children=await children.of_family(call),
        stuck=await breakthrough.of_family(call),
        coaching=await coaching.of_family(call),
        bills=await arrears_part.of_family(call),
        look_ins=await call.desk.glass.of_handoff(call.handoff.id),
        **shared(call),
    )


def _said(call: Call, file: File, done: str) -> str:
    """What to say once after a form; in quiet hours also when the parent hears of it."""
    if done not in DONE:
        return call.desk.pages.say(HANDLED[done]) if done in HANDLED else ""
    say, calendar = call.desk.pages.say, call.desk.calendar
    said = say(DONE[done], name=_who_has_it(call, file))
    if done not in TOLD_LATER or not calendar.quiet(call.now):
        return said
    moment = calendar.full(calendar.next_allowed(call.now), call.now)
    return f"{said} {say(LATER, moment=moment)}"


def talk_ahead(file: File, now: datetime) -> bool:
    """Whether a talk is planned that did not begin yet: open times are a reserve then."""
    return any(t.state in STANDING and t.starts_at > now for t in file.talks)


def to_correct(file: File) -> Talk | None:
    """The talk noted last, while nothing new is planned: a wrong press can be put right."""
    latest = max(file.talks, key=lambda talk: talk.starts_at, default=None)
    return latest if latest is not None and latest.state in CORRECTED else None


def before_talk(file: File, talk: Talk) -> list[Line]:
    """What she said when she was asked about this very talk, not about one before it."""
    lines = (line for section in file.summary.sections for line in section.lines)
    asked = (line for line in lines if line.trace.script == ASKED_BEFORE)
    return [one for one in asked if one.trace.at is not None and one.trace.at >= talk.agreed_at]


def call_name(summary: Summary) -> str:
    """What to call her; "" when she did not say."""
    line = summary.line("call_name")
    said = line is not None and line.state in (State.ANSWERED, State.UNCLEAR)
    return (", ".join(line.parts) or line.words) if line is not None and said else ""


def _section(summary: Summary, section_id: str) -> Section | None:
    return next((s for s in summary.sections if s.id == section_id), None)


def _column(summary: Summary, ids: Sequence[str]) -> list[Section]:
    return [section for i in ids if (section := _section(summary, i)) is not None]


def blanks(lines: Sequence[Line]) -> list[tuple[str, list[str]]]:
    """The open questions by how she left them: overgeslagen, liever niet …

    What was not asked is not listed again: each section ends with its own.
    """
    groups: dict[str, list[str]] = {}
    for line in lines:
        if line.state is State.NOT_ASKED:
            continue
        groups.setdefault(line.state.dutch, []).append(line.label)
    return list(groups.items())


def _who_has_it(call: Call, file: File) -> str:
    return call.desk.name(file.head.claimed_by) if file.head.claimed_by else ""


async def attachment(call: Call) -> Response:
    """A voice note, photo or file, decrypted for its tandem only, and never kept by a browser."""
    wanted = call.request.path_params["attachment"]
    media = await call.desk.book.media(call.me, call.handoff.id, wanted)
    if media is None or media.body is None:
        return told.not_here(call.desk, call.visit)
    known = media.mime in SHOWN_AS_IS or media.mime in SAVED_ONLY
    ending = SHOWN_AS_IS.get(media.mime) or SAVED_ONLY.get(media.mime, "bin")
    way = "inline" if media.mime in SHOWN_AS_IS else "attachment"
    headers = {
        "content-disposition": f'{way}; filename="{media.kind}-{wanted[:8]}.{ending}"',
        "content-security-policy": ATTACHMENT_CSP,
    }
    mime = media.mime if known else "application/octet-stream"
    return Response(media.body, media_type=mime, headers=headers)


async def offer_form(call: Call) -> Response:
    """The empty form to offer times with."""
    return await show_offer(call, None)


async def show_offer(call: Call, form: Form | None, status: int = 200) -> Response:
    """The offer form with her wishes, what was typed, and what is wrong with it."""
    head = call.handoff
    file = await call.desk.book.file(call.me, head.id)  # notes the look: her wishes are on it
    if file is None:
        return told.not_here(call.desk, call.visit)
    if not file.chat:
        return see(f"/overdracht/{head.id}?na=geen-chat")
    if head.state == "closed" and form is None:
        return see(f"/overdracht/{head.id}?na=eerst-open")
    if form is None:
        form = offer.blank(fields.once(), call.me, _wished_place(file.summary))
    owners = [call.desk.person(p) for p in (head.neighbourhood_worker, head.consultant)]
    return call.desk.pages.show(
        "offer.html",
        status=status,
        form=form,
        wishes=_wishes(file.summary),
        owners=[person for person in owners if person],
        days=lambda row: offer.days(row, call.desk.calendar, call.now),
        times=lambda row: offer.times(row, call.desk.calendar),
        lengths=offer.LENGTHS,
        places=tuple(PLACES),
        **shared(call),
    )


def _wishes(summary: Summary) -> list[Line]:
    """What she said about when, where and how to talk."""
    found = (summary.line(step) for step in WISHES)
    return [line for line in found if line is not None and line.state is not State.NOT_ASKED]


def _wished_place(summary: Summary) -> str:
    line = summary.line(PLACE)
    return line.value[0] if line is not None and line.value else ""


def shared(call: Call) -> dict[str, Any]:
    """What every page of somebody who is logged in knows."""
    assert call.visit is not None
    return {
        "me": call.desk.person(call.me),
        "proof": call.visit.form_token,
        "now": call.now,
        "head": call.head,
    }
