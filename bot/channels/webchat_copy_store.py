"""Her own copy over the real storage: by her chat here, or by a link that works once."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import timedelta

from bot.channels.webchat_ports import Unavailable
from bot.service import copies as made
from bot.service.copies import Copy
from bot.service.house import House
from bot.service.ports import WEB
from bot.service.rights import LINK
from storage import attachments, copies, sessions
from storage.attachments import Kept
from storage.database import Database
from storage.trouble import TROUBLE
from storage.tx import Tx

PAGE = "copy-page"  # what the keyed hash of an opened copy's token is for
OPEN_FOR = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class StoredCopies:
    """`Copies` over storage. Whatever the database raises becomes Unavailable."""

    database: Database
    house: House

    async def exchange(self, link: str) -> str:
        """A link's token for the token of a page that stays open a while; "" when it was used."""
        now, token = self.house.clock.now(), secrets.token_urlsafe(32)
        try:
            async with self.database.writing() as tx:
                digest = tx.vault.hash(LINK, link)
                family_id = await copies.find(tx, digest, now.timestamp())
                if family_id is None:
                    return ""
                until = (now + OPEN_FOR).timestamp()
                await copies.put(tx, family_id, tx.vault.hash(PAGE, token), until)
        except TROUBLE as error:
            raise Unavailable from error
        return token

    async def by_page(self, token: str) -> Copy | None:
        """The copy behind an opened page; None when its time is over."""
        return await self._copy("", token)

    async def by_chat(self, address: str) -> Copy | None:
        """The copy of who chats from this address."""
        return await self._copy(address, "")

    async def file(self, address: str, token: str, name: str) -> Kept | None:
        """One file of hers with its bytes; None when it is not hers."""
        try:
            async with self.database.reading() as tx:
                family_id = await self._family(tx, address, token)
                found = await attachments.get(tx, name) if family_id else None
        except TROUBLE as error:
            raise Unavailable from error
        return found if found and found.family_id == family_id else None

    async def _copy(self, address: str, token: str) -> Copy | None:
        try:
            async with self.database.reading() as tx:
                family_id = await self._family(tx, address, token)
                if family_id is None:
                    return None
                return await made.of_family(tx, self.house, family_id, self.house.clock.now())
        except TROUBLE as error:
            raise Unavailable from error

    async def _family(self, tx: Tx, address: str, token: str) -> str | None:
        if address:
            found = await sessions.by_address(tx, WEB, address)
            return found.family_id if found else None
        digest = tx.vault.hash(PAGE, token)
        return await copies.find(tx, digest, self.house.clock.now().timestamp())
