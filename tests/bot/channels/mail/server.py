"""A real SMTP server on this machine that can be slow, away, or say no."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import Any

from aiosmtpd.smtp import SMTP, Envelope, Session


@dataclass
class Office:
    """What came in. `says` answers RCPT and DATA; None takes the mail."""

    port: int = 0
    mails: list[EmailMessage] = field(default_factory=list)
    says: Callable[[str, int], str | None] = lambda step, count: None
    slow: float = 0.0  # seconds before a mail is taken
    hold: asyncio.Event | None = None  # no mail is taken before this is set
    open: int = 0
    most_open: int = 0
    counts: dict[str, int] = field(default_factory=dict)

    async def handle_EHLO(  # noqa: N802  the library's name
        self, server: SMTP, session: Session, envelope: Envelope, hostname: str,
        responses: list[str],
    ) -> list[str]:  # fmt: skip
        session.host_name = hostname
        self.open += 1
        self.most_open = max(self.open, self.most_open)
        return responses

    async def handle_QUIT(  # noqa: N802  the library's name
        self, server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        return "221 Bye"

    async def handle_RCPT(  # noqa: N802  the library's name
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: Any
    ) -> str:
        envelope.rcpt_tos.append(address)
        return self._said("RCPT") or "250 OK"

    async def handle_DATA(  # noqa: N802  the library's name
        self, server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        if self.slow:
            await asyncio.sleep(self.slow)
        if self.hold is not None:
            await self.hold.wait()
        refused = self._said("DATA")
        self.open -= 1
        if refused is not None:
            return refused
        assert isinstance(envelope.content, bytes)
        mail = message_from_bytes(envelope.content, policy=default)
        assert isinstance(mail, EmailMessage)
        assert envelope.rcpt_tos == [mail["To"]]
        self.mails.append(mail)
        return self._said("AFTER") or "250 OK"

    def _said(self, step: str) -> str | None:
        self.counts[step] = self.counts.get(step, 0) + 1
        return self.says(step, self.counts[step])

    def ids(self) -> list[str]:
        """The Message-ID of each mail, in the order they came."""
        return [mail["Message-ID"] for mail in self.mails]


@asynccontextmanager
async def office(port: int = 0) -> AsyncIterator[Office]:
    """The server, on this loop."""
    found = Office()

    def serve() -> SMTP:
        return SMTP(found, hostname="mail.test", enable_SMTPUTF8=False)

    server = await asyncio.get_running_loop().create_server(serve, "127.0.0.1", port)
    found.port = server.sockets[0].getsockname()[1]
    try:
        yield found
    finally:
        server.close()
        await server.wait_closed()
