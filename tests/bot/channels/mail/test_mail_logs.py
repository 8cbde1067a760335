"""No address, password, token or word gets into the logs, however a mail fails."""

from __future__ import annotations

import logging

import pytest
import structlog

from bot.channels.mail import Mail
from bot.outlet_settings import Smtp
from bot.service import logs
from bot.service.house import House
from bot.service.ports import RetryAt
from tests.bot.channels.mail.server import Office, office
from tests.bot.channels.mail.test_mail import SENDER, house, outgoing, smtp

__all__ = ["house", "smtp"]  # fixtures
SECRETS = ("geheim", "sanne@", "stapje@", "Message-ID", "abc@stapje", "werkplek")


async def trouble(house: House, port: int) -> None:
    """A login that is refused, a mail that may be taken, and a server that is away."""
    server = Smtp("127.0.0.1", port, "stapje", "geheim")
    assert isinstance(await Mail(server, SENDER, house).send(outgoing()), RetryAt)
    await Mail(Smtp("127.0.0.1", port), SENDER, house).send(outgoing())
    async with office() as gone:
        away = Smtp("127.0.0.1", gone.port)
    assert isinstance(await Mail(away, SENDER, house).send(outgoing()), RetryAt)


@pytest.mark.parametrize("answer", ["421 sanne@dordrecht.example", "550 sanne@x", None])
async def test_what_a_mail_server_says_is_not_logged(
    house: House, smtp: Office, answer: str | None, capsys: pytest.CaptureFixture[str]
) -> None:
    logs.configure(logging.DEBUG)
    logging.getLogger().setLevel(logging.DEBUG)  # the libraries at their most talkative
    structlog.configure(cache_logger_on_first_use=False)  # later tests have another stderr
    smtp.says = lambda step, count: answer
    try:
        await trouble(house, smtp.port)
    finally:
        structlog.reset_defaults()
        logging.getLogger().handlers.clear()
        logging.getLogger().setLevel(logging.WARNING)
    said = "".join(capsys.readouterr())
    assert "mail_server_away" in said
    assert [secret for secret in SECRETS if secret in said] == []
