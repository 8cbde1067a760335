"""What a script may ask in mid-turn, answered inside the open transaction."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

from bot.service import hearing, rights, talks, wording
from bot.service.found import Args, Found, LookupFn
from bot.service.programmes.lookups import LOOKUPS as OF_PROGRAMMES
from bot.service.staff import getting_back, told
from bot.service.work import Work
from casework import pauses
from casework.appointments import STANDING
from casework.effects import AlarmTier
from casework.phones import spoken
from dialogs.effects import Lookup
from dialogs.model import Option
from storage import appointments, handoffs, slots
from storage.appointments import Appointment
from storage.slots import Slot


async def find(work: Work, wanted: Lookup) -> Found:
    """Answer this look-up. Raises KeyError for one that does not exist."""
    return await LOOKUPS[wanted.name](work, wanted.args)


async def _pause_moments(work: Work, _args: Args) -> Found:
    """Three moments to hear from us again."""
    found = pauses.pause_moments(work.at, work.house.calendar)
    return Found(options=tuple(Option(wall, label) for wall, label in found))


async def _districts(work: Work, _args: Args) -> Found:
    """The parts of town."""
    town = work.house.municipality
    return Found(options=tuple(Option(one.id, one.label) for one in town.districts))


async def _reach_team(work: Work, args: Args) -> Found:
    """Whether somebody answers the telephone and reads along now, and else when.

    `tier` is that of a danger: the team is called for one that is now, a check waits on the desk.
    """
    calendar, form = work.house.calendar, work.session.form
    if calendar.open_now(work.at):
        hours = calendar.open_on(work.today)
        assert hours is not None
        open_ = wording.OPEN_NOW.filled(tot=f"{hours.end:%H:%M}")
        ready = args.get("tier") == AlarmTier.CHECK
        read = wording.READ_READY if ready else wording.READ_NOW
    else:
        opens = calendar.next_open(work.at)
        when = {"dag": calendar.day(opens, work.at), "tijd": calendar.clock(opens)}
        open_, read = wording.OPEN_LATER.filled(**when), wording.READ_LATER.filled(**when)
    say = work.house.wording.plain
    return Found({"open_zin": say(open_, form), "lees_zin": say(read, form)})


async def _promise(work: Work, args: Args) -> Found:
    """Before when she hears from a person; `for` is `call` or `handoff`. And from whom."""
    calendar, town = work.house.calendar, work.house.municipality
    handoff = await hearing.handoff(work)
    if handoff and handoff.promised_by and args.get("for") != "call":
        moment = datetime.fromtimestamp(handoff.promised_by, UTC)
    else:
        moment = calendar.promised_by(work.at, town.promise, call=args.get("for") == "call")
    text = wording.HEARD_BY.filled(moment=calendar.full(moment, work.at))
    return Found(
        {"belofte": work.house.wording.plain(text, work.session.form)}
        | hearing.names(work, handoff)
    )


async def _my_tandem(work: Work, _args: Args) -> Found:
    """The names of her two people."""
    return Found(hearing.names(work, await hearing.handoff(work)))


async def _next_contact(work: Work, args: Args) -> Found:
    """When she hears from a person: her talk, else what was promised; and whether one is there."""
    talk, reach = await _appointment(work, {}), await _reach_team(work, args)
    if sentence := talk.facts["afspraak_zin"]:
        return Found(dict(reach.facts) | {"wanneer_zin": sentence})
    return Found(dict(reach.facts) | await hearing.next_contact(work))


async def _open_slots(work: Work, _args: Args) -> Found:
    """The times that the tandem offers her now, at most three."""
    free: list[Slot] = []
    for handoff in await handoffs.of_family(work.tx, work.conversation.family_id):
        if handoff.state != "closed":
            free += await slots.open_slots(work.tx, handoff.id, work.at.timestamp())
    free = sorted(free, key=lambda slot: slot.starts_at)[:MOST_SLOTS]
    options = tuple(Option(str(slot.id), talks.label(work.house, slot)) for slot in free)
    return Found(await _about(work, free), options)


MOST_SLOTS = 3


async def _about(work: Work, free: list[Slot]) -> dict[str, str]:
    """Who offers these times and where they are."""
    form = work.session.form
    if not free:
        return {"naam1": await hearing.first(work), "hoe_zin": ""}
    ways = {talks.where(work.house, slot, form) for slot in free}
    how = ways.pop() if len(ways) == 1 else work.house.wording.plain(wording.MIXED, form)
    return {"naam1": talks.name(work.house, free[0].person), "hoe_zin": how}


async def _slot_free(work: Work, args: Args) -> Found:
    """Whether this time can still be hers, and what it is."""
    slot = await _hers(work, args.get("slot", ""))
    if slot is None:
        return Found({"free": "nee"})
    later = slot.starts_at > work.at.timestamp()
    free = later and await slots.is_free(work.tx, slot.id)
    about = talks.facts(work.house, slot, work.session.form, work.at)
    return Found(about | {"free": "ja" if free else "nee", "vorige_zin": await _instead(work)})


async def _instead(work: Work) -> str:
    """That a talk she had makes room for the new one; "" when she had none."""
    hers = await appointments.of_family(work.tx, work.conversation.family_id)
    found = _chosen(hers, {}, work.at)
    if found is None:
        return ""
    moment = datetime.fromtimestamp(found.starts_at, UTC)
    text = wording.INSTEAD.filled(dag=work.house.calendar.day(moment, work.at))
    return work.house.wording.plain(text, work.session.form)


async def _hers(work: Work, slot_id: str) -> Slot | None:
    """The slot with this id if it was offered to this family."""
    if not slot_id.isdecimal() or (slot := await slots.get(work.tx, int(slot_id))) is None:
        return None
    handoff = await handoffs.get(work.tx, slot.handoff_id)
    return slot if handoff and handoff.family_id == work.conversation.family_id else None


async def _appointment(work: Work, args: Args) -> Found:
    """A talk of hers, by its id, by the slot she took, or the next one."""
    hers = await appointments.of_family(work.tx, work.conversation.family_id)
    found = _chosen(hers, args, work.at)
    if found is None:
        nothing = {"state": "none", "afspraak_zin": ""}
        return Found(nothing | hearing.names(work, await hearing.handoff(work)))
    about = talks.facts(work.house, found, work.session.form, work.at)
    known = wording.KNOWN_TALK.filled(**about)
    sentence = work.house.wording.plain(known, work.session.form)
    about |= {"appointment": str(found.id), "state": found.state, "afspraak_zin": sentence}
    return Found(about)


def _chosen(hers: list[Appointment], args: Args, now: datetime) -> Appointment | None:
    if number := args.get("appointment"):
        return next((one for one in hers if str(one.id) == number), None)
    if slot := args.get("slot"):
        return next((one for one in hers if one.key == slot_key(slot)), None)
    standing = [one for one in hers if one.state in STANDING]
    return next((one for one in standing if one.starts_at > now.timestamp()), None)


def slot_key(slot: int | str) -> str:
    """The key of the appointment that came of a slot."""
    return f"slot:{slot}"


async def _official(work: Work, args: Args) -> Found:
    """Where to ask for what this chat cannot do, and the moment she asked, which may count."""
    calendar, wanted = work.house.calendar, OFFICIAL.get(args.get("request", ""), "")
    asked = {"datum": calendar.day(work.item.at, work.at), "tijd": calendar.clock(work.item.at)}
    link = next((one for one in work.house.municipality.links if one.id == wanted), None)
    if link is None:
        return Found(asked)
    return Found(asked | {"wat": link.label, "link": link.url, "nr": spoken(link.phone)})


OFFICIAL: Mapping[str, str] = {  # kind of request → id of a link in the municipality's file
    "benefit": "bijstand",
    "special_benefit": "bijzondere_bijstand",
    "debt_help": "schuldhulp",
    "complaint": "klacht",
    "objection": "bezwaar",
}


async def _may_erase(work: Work, _args: Args) -> Found:
    """Whether all may be erased now."""
    return Found(await rights.may_erase(work))


async def _erased(work: Work, _args: Args) -> Found:
    """Whether it is."""
    return Found(await rights.erased(work))


async def _readers(work: Work, _args: Args) -> Found:
    """Who looked."""
    return Found(await rights.readers(work))


async def _own_copy(work: Work, _args: Args) -> Found:
    """Where all that is kept of her stands."""
    return Found(await rights.own_copy(work))


async def _staff_message(work: Work, args: Args) -> Found:
    """What one of her people wrote to her."""
    return Found(await told.staff_message(work, args))


async def _later_day(work: Work, _args: Args) -> Found:
    """When her people get in touch again."""
    return Found(await getting_back.told(work))


async def _broken_promise(work: Work, args: Args) -> Found:
    """What we did not keep, when somebody reads along, and what can still be promised."""
    open_now = await _reach_team(work, args)
    return Found(dict(open_now.facts) | await told.broken_promise(work, args))


LOOKUPS: Mapping[str, LookupFn] = {
    **OF_PROGRAMMES,
    "pause_moments": _pause_moments,
    "districts": _districts,
    "reach_team": _reach_team,
    "promise": _promise,
    "my_tandem": _my_tandem,
    "next_contact": _next_contact,
    "open_slots": _open_slots,
    "slot_free": _slot_free,
    "appointment": _appointment,
    "official": _official,
    "may_erase": _may_erase,
    "erased": _erased,
    "readers": _readers,
    "own_copy": _own_copy,
    "staff_message": _staff_message,
    "later_day": _later_day,
    "broken_promise": _broken_promise,
}
