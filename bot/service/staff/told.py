"""What a parent reads of her people: their message, and that a promise was not kept."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

from bot.service import rights, wording
from bot.service.house import House
from bot.service.work import Work
from dialogs.library import step_text
from dialogs.model import Text
from storage import handoffs, promises, staff_texts

SCRIPT, STEP = "colleague", "message"
APOLOGY = "broken_promise"
GONE = {"weg": "ja"}  # nothing to say any more
Args = Mapping[str, str]


def facts(house: House, author: str, text: str) -> dict[str, str]:
    """The {placeholders} of a message: who it is from, with her place, and the words."""
    name, place = rights.person(house, author)
    return {"naam1": name, "afdeling": place, "bericht": text}


def as_she_gets_it(house: House, author: str, text: str, form: str) -> str:
    """The message as it stands on her screen, in her form of address."""
    script = house.library.script(SCRIPT)
    said: Text = step_text(script, script.step(STEP)).filled(**facts(house, author, text))
    return house.wording.plain(said, form)


async def staff_message(work: Work, args: Args) -> dict[str, str]:
    """The message with this id, if it is to her."""
    number = args.get("message", "")
    found = await staff_texts.get(work.tx, int(number)) if number.isdecimal() else None
    if found is None or found.family_id != work.conversation.family_id:
        return GONE
    if found.state == staff_texts.TAKEN_BACK:
        return GONE
    return facts(work.house, found.author, found.text)


async def broken_promise(work: Work, args: Args) -> dict[str, str]:
    """What she was promised, and before when she hears from us after all, if that can be said."""
    number = args.get("promise", "")
    found = await promises.get(work.tx, int(number)) if number.isdecimal() else None
    if found is None or found.family_id != work.conversation.family_id or found.kept_at:
        return GONE
    calendar, now = work.house.calendar, work.at
    said = {"moment": calendar.full(datetime.fromtimestamp(found.due_at, UTC), now)}
    ids = [one.id for one in await handoffs.of_family(work.tx, found.family_id)]
    ahead = [one for one in await promises.waited_for(work.tx, ids) if one.due_at > now.timestamp()]
    if not ahead:
        return said | {"opnieuw": "nee"}
    due = calendar.full(datetime.fromtimestamp(ahead[0].due_at, UTC), now)
    next_one = wording.HEARD_BY.filled(moment=due)
    return said | {"belofte": work.house.wording.plain(next_one, work.session.form)}
