"""She leaves an idea, without her name unless she wants it there; and hears what came of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from bot.service import handoffs
from bot.service.arranging.tips import IDEAS
from bot.service.work import Work
from casework.effects import LeaveIdea, SignIdea
from casework.requests import begins
from storage import requests
from storage.requests import PARENT, NewRequest, Request

IDEA, NAME, ANSWER = "idea", "name", "answer"  # what is known of one
LONGEST = 500  # characters
QUOTED = 80  # of her idea, when it is told back to her
_ASKED, _CALL_NAME = "ideas.ask", "intake.call_name"


async def leave(work: Work, deed: LeaveIdea) -> None:
    """Into the box. What she only spoke is a task for her people, who can listen to it."""
    tx = await work.direct()
    if not deed.words:
        said = work.session.answers.get(_ASKED)
        if said is None or not said.attachments:
            return
        why = handoffs.Reason(work.conversation.family_id, "message", work.key())
        handoff = await handoffs.bring(tx, work.house, why, work.at)
        await handoffs.add_task(tx, handoff, IDEA, f"task:{work.key()}", work.at)
        return
    new = NewRequest(
        key=f"idea:{work.key()}",
        municipality=work.house.municipality.id,
        programme=IDEAS,
        family_id=work.conversation.family_id,
        state=begins(IDEAS),
        brought_by=PARENT,
        facts={IDEA: deed.words[:LONGEST]},
    )
    await requests.add(tx, new, work.at.timestamp())


async def sign(work: Work, _deed: SignIdea) -> None:
    """Her name may stand with the idea that she left last, as she is called in the chat."""
    tx = await work.direct()
    said = work.session.answers.get(_CALL_NAME)
    hers = await _of_family(work)
    if said is None or not said.words or not hers:
        return
    signed = replace(hers[-1], facts={**hers[-1].facts, NAME: said.words})
    await requests.save(tx, signed, PARENT, work.at.timestamp(), was=signed.state)


async def answered(work: Work, args: Mapping[str, str]) -> dict[str, str]:
    """Her idea and the answer to it, to tell her."""
    hers = await _of_family(work)
    found = next((one for one in hers if str(one.id) == args.get("request")), None)
    if found is None or not found.facts.get(ANSWER):
        return {"loopt": "nee"}
    idea = " ".join(str(found.facts[IDEA]).split())
    shown = idea if len(idea) <= QUOTED else f"{idea[:QUOTED].rsplit(' ', 1)[0]} …"
    return {"loopt": "ja", "idee_tekst": shown, "antwoord": str(found.facts[ANSWER])}


async def _of_family(work: Work) -> list[Request]:
    found = await requests.of_family(work.tx, work.conversation.family_id)
    return [one for one in found if one.programme == IDEAS]
