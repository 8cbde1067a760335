"""Calls to a system of the town, each with a hard end, and what its answer means for a post."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from pyreqwest.client import Client, ClientBuilder
from pyreqwest.exceptions import BuilderError, RequestError

from bot.channels import cancelling
from bot.service import logs
from bot.service.backoff import Backoff
from bot.service.ports import Outcome, Refused, RetryAt, Sent

CONNECT = 5.0  # seconds to reach the system
EXCHANGE = 4.0  # seconds for one call: a post takes six at most, within what a delivery allows
LONGEST_REST = 3600.0  # seconds: no system may ask us to wait longer
GONE = 410  # it wants no more of these
log = logs.get()


class NoAnswer(OSError):
    """The call did not get there, or no whole answer came back."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back. `rest` is how many seconds it asks us to wait."""

    status: int
    body: bytes = b""
    rest: float = 0.0

    @property
    def fine(self) -> bool:
        """Whether it did what we asked."""
        return 200 <= self.status < 300


class Calls:
    """Keep-alive connections to one system."""

    def __init__(self, headers: dict[str, str]) -> None:
        self._headers = {"Content-Type": "application/json", "User-Agent": "Stapje"} | headers
        self._client: Client | None = None

    async def get(self, url: str, query: Mapping[str, str]) -> Answer:
        """Ask. Raises NoAnswer."""
        return await self._call("GET", url, query=query)

    async def post(self, url: str, body: bytes, headers: Mapping[str, str] | None = None) -> Answer:
        """Send JSON. Raises NoAnswer."""
        return await self._call("POST", url, body=body, headers=headers)

    async def _call(
        self,
        verb: str,
        url: str,
        *,
        query: Mapping[str, str] | None = None,
        body: bytes | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Answer:
        try:
            request = self._open().request(verb, url).headers(self._headers | dict(headers or {}))
            request = request.query(dict(query)) if query else request
            request = request.body_bytes(body) if body is not None else request
            with cancelling.Heeded():
                response = await request.timeout(timedelta(seconds=EXCHANGE)).build().send()
                content = bytes(await response.bytes())
        except (RequestError, BuilderError) as error:
            raise NoAnswer(type(error).__name__) from None  # its text may hold the address
        return Answer(response.status, content, _rest(response.headers.get("retry-after")))

    def _open(self) -> Client:
        if self._client is None:
            builder = ClientBuilder().connect_timeout(timedelta(seconds=CONNECT))
            self._client = builder.follow_redirects(False).referer(False).build()
        return self._client


def _rest(said: str | None) -> float:
    """Retry-After in seconds; a date is not looked at, our own pause is as good."""
    return min(float(said), LONGEST_REST) if said and said.isdecimal() else 0.0


def judged(answer: Answer | None, number: int, backoff: Backoff) -> Outcome:
    """Anything but success is tried again later, with longer pauses; until `410 Gone`."""
    if answer is not None and answer.fine:
        backoff.worked(number)
        return Sent()
    status = answer.status if answer else 0
    log.warning("town_not_told", outbox_id=number, reason=f"http_{status}")
    if status == GONE:
        backoff.worked(number)
        return Refused("http_410")
    pause = backoff.failed(number)
    return RetryAt(max(pause, answer.rest) if answer else pause, chat_only=answer is not None)
