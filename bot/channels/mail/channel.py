"""The mail channel: one SMTP exchange per mail, a few at a time, each with a hard end.

A mail whose fate is unknown goes again under the same Message-ID: mail servers and calendar
programs know it by that, and a mail that is lost would be silence.
"""

from __future__ import annotations

import asyncio
import ssl
from dataclasses import dataclass

import aiosmtplib

from bot.channels.mail.letter import compose
from bot.outlet_settings import Smtp
from bot.service import logs, posts
from bot.service.backoff import Backoff
from bot.service.house import House
from bot.service.ports import Media, Outcome, Outgoing, Refused, RetryAt, Sent

AT_ONCE = 4  # connections: mail servers refuse more
PATIENCE = 6.0  # seconds to wait for one of them
EXCHANGE = 20.0  # seconds; with the wait above less than a delivery allows
SOON = 2.0  # seconds: the others were first
# The mail or its receiver, and not the moment: trying again would not help.
FINAL = frozenset({501, 510, 511, 512, 513, 541, 550, 551, 552, 553, 554, 555, 556})
log = logs.get()


@dataclass(frozen=True, slots=True)
class _Answer:
    """The code that decided, 0 when there was none; `here` False: we did not even get in."""

    code: int
    here: bool = True


class Mail:
    """Sends posts to colleagues. `sender` is the address in From."""

    name = posts.MAIL

    def __init__(self, server: Smtp, sender: str, house: House) -> None:
        self._server, self._sender, self._house = server, sender, house
        self._room = asyncio.Semaphore(AT_ONCE)
        self._backoff = Backoff()
        self._tls: ssl.SSLContext | None = None

    async def send(self, out: Outgoing) -> Outcome:
        """Mail one post; see `Channel.send`."""
        post = posts.load(out.message)
        to = next((p for p in self._house.municipality.people if p.id == post.to), None)
        if to is None or not to.email:
            return Refused("no_address")
        now = self._house.clock.now()
        if now.timestamp() - post.at > posts.GIVE_UP[self.name]:
            return Refused("too_late")
        try:
            await asyncio.wait_for(self._room.acquire(), PATIENCE)
        except TimeoutError:
            return RetryAt(SOON)
        try:
            # Calendar files load a fifth of a second of library the first time.
            body = await asyncio.to_thread(compose, self._house, post, to, self._sender, now)
            return self._judged(out, await self._exchange(to.email, body))
        finally:
            self._room.release()

    async def fetch(self, media: Media) -> bytes:
        """Nothing comes in by mail. Raises OSError."""
        raise OSError("mail takes no files")

    def _judged(self, out: Outgoing, answer: _Answer) -> Outcome:
        """Only a refusal of the mail itself is final."""
        if 200 <= answer.code < 300:
            self._backoff.worked(out.outbox_id)
            return Sent()
        log.warning("mail_not_taken", outbox_id=out.outbox_id, reason=f"smtp_{answer.code}")
        if answer.here and answer.code in FINAL:
            self._backoff.worked(out.outbox_id)
            return Refused(f"smtp_{answer.code}")
        return RetryAt(self._backoff.failed(out.outbox_id), chat_only=answer.here)

    async def _exchange(self, to: str, body: bytes) -> _Answer:
        """One connection, one mail."""
        here, client = False, await self._client()
        try:
            async with asyncio.timeout(EXCHANGE):
                await client.connect()
                here = True
                await client.sendmail(self._sender, [to], body)
        except aiosmtplib.SMTPRecipientsRefused as refused:
            return _Answer(refused.recipients[0].code)
        except aiosmtplib.SMTPResponseException as refused:
            return _Answer(refused.code, here)
        except (aiosmtplib.SMTPException, OSError, TimeoutError, ValueError) as error:
            log.warning("mail_server_away", error=type(error).__name__)
            return _Answer(0, here)
        finally:
            client.close()
        return _Answer(250)

    async def _client(self) -> aiosmtplib.SMTP:
        server = self._server
        if self._tls is None:
            self._tls = await asyncio.to_thread(_context, server)
        return aiosmtplib.SMTP(
            hostname=server.host,
            port=server.port,
            username=server.user or None,
            password=server.password or None,
            local_hostname=self._sender.rpartition("@")[2],  # not this machine's name
            use_tls=server.tls,
            start_tls=server.start_tls,
            tls_context=self._tls,
            timeout=EXCHANGE,
        )


def _context(server: Smtp) -> ssl.SSLContext:
    """Strict where we asked for encryption; a relay that merely offers it need not prove itself."""
    context = ssl.create_default_context()
    if not (server.tls or server.user):
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    return context
