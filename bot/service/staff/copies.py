"""The part of her own copy that her people made: what they wrote, promised and did."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

from dialogs.language.guard import mask
from dialogs.model import Text
from storage import acts, promises, staff_texts
from storage.handoffs import Handoff
from storage.promises import Promise
from storage.tx import Tx

Row = dict[str, Any]
KINDS: Mapping[str, Text] = {
    "note": Text("woorden van het team", "copy"),
    "message": Text("bericht aan jou", "copy"),
    "call": Text("telefoon", "copy"),
    "draft": Text("nog niet af", "copy"),
    "correction": Text("verbetering van een antwoord", "copy"),
}
STATES: Mapping[str, Text] = {
    "kept": Text("bewaard", "copy"),
    "waiting": Text("nog niet verstuurd", "copy"),
    "posted": Text("onderweg", "copy"),
    "sent": Text("verstuurd", "copy"),
    "unsure": Text("misschien niet aangekomen", "copy"),
    "failed": Text("niet aangekomen", "copy"),
    "taken_back": Text("teruggenomen", "copy"),
    "spoke": Text("jullie spraken elkaar", "copy"),
    "no_answer": Text("niemand nam op", "copy"),
}
PROMISED: Mapping[str, Text] = {
    "kept": Text("gelukt", "copy"),
    "late": Text("later gelukt", "copy"),
    "broken": Text("niet gelukt", "copy"),
    "open": Text("loopt nog", "copy"),
}
ACTS: Mapping[str, Text] = {
    "message": Text("schreef jou", "copy"),
    "taken_back": Text("nam een bericht terug", "copy"),
    "note": Text("schreef iets op voor het team", "copy"),
    "call": Text("belde", "copy"),
    "correction": Text("verbeterde een antwoord", "copy"),
    "handed": Text("gaf het aan een collega", "copy"),
    "task": Text("schreef een taak op", "copy"),
    "outcome": Text("schreef op wat een gesprek bracht", "copy"),
    "closed": Text("sloot het af", "copy"),
    "reopened": Text("opende het weer", "copy"),
    "covered": Text("een collega neemt het over", "copy"),
    "handed_back": Text("je eigen mens is er weer", "copy"),
    "claimed": Text("pakte het op", "copy"),
    "childcare_day": Text("koos een dag voor een stap naar opvang", "copy"),
    "childcare_moved": Text("liet je plek in een andere maand beginnen", "copy"),
    "offered": Text("gaf tijden om te kiezen", "copy"),
    "withdrew": Text("nam tijden terug", "copy"),
    "held": Text("schreef op: gesproken", "copy"),
    "missed": Text("schreef op: gemist", "copy"),
    "cancelled": Text("zegde een gesprek af", "copy"),
    "task_done": Text("deed een taak", "copy"),
    "alert_seen": Text("zag een melding", "copy"),
    "released": Text("zette herinneringen weer aan", "copy"),
    "invited": Text("maakte een link naar deze chat", "copy"),
}


class Teller(Protocol):
    """Says codes and moments in her words."""

    def say(self, table: Mapping[str, Text], code: str) -> str:
        """The words for this code."""

    def at(self, seconds: float | None) -> str:
        """A local moment."""

    def name(self, person: str) -> str:
        """A colleague's name."""


async def of_family(
    tx: Tx, tell: Teller, family_id: str, brought: list[Handoff]
) -> dict[str, list[Row]]:
    """What her people wrote, promised and did, oldest first."""
    promised = [one for each in brought for one in await promises.of_handoff(tx, each.id)]
    return {
        "geschreven": [
            {
                "van": tell.name(one.author),
                "soort": tell.say(KINDS, one.kind),
                "tekst": mask(one.text),
                "staat": tell.say(STATES, one.state),
                "wanneer": tell.at(one.created_at),
            }
            for one in await staff_texts.of_family(tx, family_id)
        ],
        "beloften": [
            {
                "gemaakt_op": tell.at(one.made_at),
                "beloofd_voor": tell.at(one.due_at),
                "staat": tell.say(PROMISED, _stand(one)),
                "klaar_op": tell.at(one.kept_at),
            }
            for one in promised
        ],
        "gedaan": [
            {
                "wie": tell.name(one.actor),
                "wat": tell.say(ACTS, one.what),
                "wanneer": tell.at(one.at),
            }
            for one in await acts.of_family(tx, family_id)
        ],
    }


def _stand(one: Promise) -> str:
    if one.kept_at is None:
        return "open" if one.broken_at is None else "broken"
    return "kept" if one.broken_at is None else "late"
