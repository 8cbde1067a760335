"""The pages one looks at: login, the list, a family's one screen, an attachment, the offer form."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from starlette.responses import JSONResponse, Response

from bot.desk import gate, offer
from bot.desk.book import Card, File, Inbox
from bot.desk.gate import Call
from bot.desk.offer import Form
from bot.desk.words import DONE, N_, PLACES
from casework.municipality import Person, Role
from casework.summary import Line, Section, State, Summary

# domain.md §3 in three columns; reading down and then right keeps its order.
COLUMNS = (
    ("urgent", "wishes", "children"),
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
ATTACHMENT_CSP = "sandbox; default-src 'none'; frame-ancestors 'none'"


@dataclass(frozen=True, slots=True)
class Group:
    """A heading of the list with its cards."""

    id: str
    title: str
    cards: tuple[Card, ...]


async def login(call: Call) -> Response:
    """Choose a person of the demo."""
    desk, say = call.desk, call.desk.pages.say
    by_role = {
        say(N_("Wijkteam")): Role.NEIGHBOURHOOD_WORKER,
        say(N_("Sociale Dienst")): Role.CONSULTANT,
    }
    groups = [(title, _with_role(desk.staff(), role)) for title, role in by_role.items()]
    query = call.request.query_params
    return desk.pages.show(
        "login.html", groups=groups, onward=query.get("naar", ""), gone="weg" in query, me=None
    )


def _with_role(people: Sequence[Person], role: Role) -> list[Person]:
    return [person for person in people if person.role is role]


async def work_list(call: Call) -> Response:
    """What needs this person: trouble first, then new, then what was taken up."""
    inbox = await call.desk.book.inbox(call.me)
    return call.desk.pages.show(
        "list.html",
        inbox=inbox,
        groups=_groups(inbox, call),
        stamp=await call.desk.book.stamp(call.me),
        **_shared(call),
    )


def _groups(inbox: Inbox, call: Call) -> list[Group]:
    say = call.desk.pages.say
    trouble = tuple(card for card in inbox.cards if card.alerts)
    calm = [card for card in inbox.cards if not card.alerts]
    new = [card for card in calm if card.head.state == "new"]
    new.sort(key=lambda card: card.head.reason != "urgent")  # stable: oldest first within
    claimed = tuple(card for card in calm if card.head.state != "new")
    return [
        Group("trouble", say(N_("Er ging iets mis")), trouble),
        Group("new", say(N_("Nieuw")), tuple(new)),
        Group("claimed", say(N_("Opgepakt")), claimed),
    ]


async def stamp(call: Call) -> Response:
    """A short string that changes when the list does; for the page's own script."""
    return JSONResponse({"stamp": await call.desk.book.stamp(call.me)})


async def handoff(call: Call) -> Response:
    """One family on one screen."""
    file = await call.desk.book.file(call.me, call.handoff.id)
    if file is None:
        return gate.not_here(call.desk, call.visit)
    done = DONE.get(call.request.query_params.get("na", ""))
    return call.desk.pages.show(
        "handoff.html",
        file=file,
        call_name=call_name(file.summary),
        header=_section(file.summary, "header"),
        columns=[_column(file.summary, ids) for ids in COLUMNS],
        said=call.desk.pages.say(done, name=_who_has_it(call, file)) if done else "",
        stamp=await call.desk.book.stamp(call.me),
        **_shared(call),
    )


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
    """The open questions by how she left them: overgeslagen, liever niet, niet gevraagd …"""
    groups: dict[str, list[str]] = {}
    for line in lines:
        groups.setdefault(line.state.dutch, []).append(line.label)
    return list(groups.items())


def _who_has_it(call: Call, file: File) -> str:
    return call.desk.name(file.head.claimed_by) if file.head.claimed_by else ""


async def attachment(call: Call) -> Response:
    """A voice note, photo or file, decrypted for its tandem only, and never kept by a browser."""
    wanted = call.request.path_params["attachment"]
    media = await call.desk.book.media(call.me, call.handoff.id, wanted)
    if media is None or media.body is None:
        return gate.not_here(call.desk, call.visit)
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
    return await show_offer(call, offer.blank(secrets.token_urlsafe(18), call.me))


async def show_offer(call: Call, form: Form, status: int = 200) -> Response:
    """The offer form with what was typed and what is wrong with it."""
    head = call.handoff
    owners = [call.desk.person(p) for p in (head.neighbourhood_worker, head.consultant)]
    return call.desk.pages.show(
        "offer.html",
        status=status,
        form=form,
        owners=[person for person in owners if person],
        days=lambda row: offer.days(row, call.desk.calendar, call.now),
        times=lambda row: offer.times(row, call.desk.calendar),
        lengths=offer.LENGTHS,
        places=tuple(PLACES),
        **_shared(call),
    )


def _shared(call: Call) -> dict[str, Any]:
    assert call.visit is not None
    return {
        "me": call.desk.person(call.me),
        "proof": call.visit.form_token,
        "now": call.now,
        "head": call.head,
    }
