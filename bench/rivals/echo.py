"""`python -m bench.rivals.echo BASE TOKEN`: a bare aiogram bot that says what it hears."""

from __future__ import annotations

import asyncio
import sys

from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import Message

dispatcher = Dispatcher()


@dispatcher.message()
async def echo(message: Message) -> None:
    """Say it back."""
    await message.answer(message.text or "?")


def bot(base: str, token: str) -> Bot:
    """A bot on this server."""
    return Bot(token, session=AiohttpSession(api=TelegramAPIServer.from_base(base)))


if __name__ == "__main__":
    asyncio.run(dispatcher.start_polling(bot(sys.argv[1], sys.argv[2])))
