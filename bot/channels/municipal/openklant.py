"""A customer contact with an internal task in Open Klant (klantinteracties 0.9).

What is registered is that a resident asked for help in the chat and that a task waits at our
desk, by its code: no name, no words, no topic (docs/adr). Before anything is made we ask whether
it is there: a try that was not answered may have worked.
"""

from __future__ import annotations

import base64
import hashlib
import json
from datetime import UTC, datetime
from typing import Any

from bot.channels.municipal.calls import Answer, Calls, NoAnswer, judged
from bot.service import handoffs, posts
from bot.service.backoff import Backoff
from bot.service.house import House
from bot.service.ports import Media, Outcome, Outgoing, Refused
from bot.service.posts import Post
from dialogs.model import Text

CHANNEL = "chat"
SUBJECT = Text("Een inwoner vroeg hulp in de chat van {bot}", "openklant")
ACTION = Text("Neem de overdracht op de werkplek van {bot} op", "openklant")
EXPLAINED = Text("Wat de inwoner vertelde, staat alleen op de werkplek: {adres}", "openklant")
_ACTOR = {"codeObjecttype": "team", "codeRegister": "Stapje", "codeSoortObjectId": "gemeente"}


class _Stopped(Exception):
    """Open Klant did not do it; the answer says what it said instead."""

    def __init__(self, answer: Answer) -> None:
        super().__init__(f"status {answer.status}")
        self.answer = answer


class OpenKlant:
    """Registers each new handoff once. `url` ends in `/klantinteracties/api/v1`."""

    name = posts.OPENKLANT

    def __init__(self, url: str, token: str, house: House) -> None:
        self._url, self._house = url, house
        self._calls = Calls({"Authorization": f"Token {token}", "Accept": "application/json"})
        self._backoff = Backoff()
        self._actor = ""

    async def send(self, out: Outgoing) -> Outcome:
        """Register one handoff; see `Channel.send`."""
        post = posts.load(out.message)
        if self._house.clock.now().timestamp() - post.at > posts.GIVE_UP[self.name]:
            return Refused("too_late")
        answer: Answer | None = Answer(201)
        try:
            await self._register(post)
        except _Stopped as stopped:
            answer = stopped.answer
        except (NoAnswer, ValueError, KeyError, TypeError, IndexError):  # or not in its own form
            answer = None
        return judged(answer, out.outbox_id, self._backoff)

    async def fetch(self, media: Media) -> bytes:
        """Nothing comes in this way. Raises OSError."""
        raise OSError("Open Klant takes no files")

    async def _register(self, post: Post) -> None:
        contact = await self._found_or_made(
            "klantcontacten", _number("K", post), self._contact(post)
        )
        task = self._task(post) | {
            "aanleidinggevendKlantcontact": {"uuid": contact},
            "toegewezenAanActoren": [{"uuid": await self._team()}],
        }
        await self._found_or_made("internetaken", _number("T", post), task)

    async def _found_or_made(self, what: str, number: str, new: dict[str, Any]) -> str:
        """Its uuid, by our own reference number."""
        known = await self._ask(what, {"referentienummer": number})
        return known or await self._make(what, new | {"referentienummer": number})

    async def _team(self) -> str:
        """The team as an actor there: known by the town's id, made when it is not there."""
        if not self._actor:
            town = self._house.municipality
            known = await self._ask(
                "actoren",
                {
                    "actoridentificatorObjectId": town.id,
                    "actoridentificatorCodeRegister": _ACTOR["codeRegister"],
                },
            )
            self._actor = known or await self._make(
                "actoren",
                {
                    "naam": f"{town.bot}: {town.team}"[:200],
                    "soortActor": "organisatorische_eenheid",
                    "indicatieActief": True,
                    "actoridentificator": _ACTOR | {"objectId": town.id},
                },
            )
        return self._actor

    async def _ask(self, what: str, query: dict[str, str]) -> str:
        """The uuid of the first that fits; "" when there is none."""
        answer = await self._calls.get(f"{self._url}/{what}", query)
        if not answer.fine:
            raise _Stopped(answer)
        found = json.loads(answer.body)["results"]
        return str(found[0]["uuid"]) if found else ""

    async def _make(self, what: str, new: dict[str, Any]) -> str:
        answer = await self._calls.post(f"{self._url}/{what}", json.dumps(new).encode())
        if not answer.fine:
            raise _Stopped(answer)
        return str(json.loads(answer.body)["uuid"])

    def _contact(self, post: Post) -> dict[str, Any]:
        return {
            "kanaal": CHANNEL,
            "onderwerp": self._house.wording.plain(SUBJECT)[:200],
            "indicatieContactGelukt": True,
            "taal": "nld",
            "vertrouwelijk": True,
            "plaatsgevondenOp": datetime.fromtimestamp(post.at, UTC).isoformat(timespec="seconds"),
        }

    def _task(self, post: Post) -> dict[str, Any]:
        address = handoffs.desk_link(self._house, post.handoff)
        return {
            "gevraagdeHandeling": self._house.wording.plain(ACTION)[:200],
            "toelichting": self._house.wording.plain(EXPLAINED.filled(adres=address))[:1000],
            "status": "te_verwerken",
        }


def _number(kind: str, post: Post) -> str:
    """Ten letters and digits that belong to this post: 45 bits of its key."""
    digest = hashlib.sha256(post.key.encode()).digest()
    return kind + base64.b32encode(digest).decode()[:9]
