"""`python -m bench.rivals.form BASE TOKEN FILE`: an aiogram form of 17 questions on SQLite.

State machine and filters as aiogram's own guide has them. Each turn writes the state and the
answer in one commit with synchronous=FULL, straight through sqlite3, before it answers.
"""

from __future__ import annotations

import asyncio
import json
import sqlite3
import sys

from aiogram import Dispatcher, F
from aiogram.filters import CommandStart
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message

from bench.rivals.echo import bot

QUESTIONS = 17
TYPED = (3, 12, 13)  # questions that want words
QUESTION = (
    "Vraag {n} van 17\n\nEerst even over jou. Hoe vol zit je hoofd vandaag? Elk antwoord is goed. "
    "Ik pas mijn vragen aan."
)
ANSWERS = ("Rustig", "Gaat wel", "Vol", "Zeg ik liever niet")
dispatcher = Dispatcher()


class Form(StatesGroup):
    """Where she is; the number of the question is in the data."""

    asking = State()


class Book:
    """The file: one row per chat, one per answer."""

    def __init__(self, path: str) -> None:
        self._file = sqlite3.connect(path)
        self._file.executescript(
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
            "CREATE TABLE IF NOT EXISTS state (chat INTEGER PRIMARY KEY, data TEXT);"
            "CREATE TABLE IF NOT EXISTS answer (chat INTEGER, question INTEGER, said TEXT);"
        )

    def keep(self, chat: int, data: dict[str, object], said: str) -> None:
        """State and answer, in one commit."""
        with self._file:
            self._file.execute(
                "INSERT OR REPLACE INTO state VALUES (?, ?)", (chat, json.dumps(data))
            )
            self._file.execute("INSERT INTO answer VALUES (?, ?, ?)", (chat, data["n"], said))


@dispatcher.message(CommandStart())
async def start(message: Message, state: FSMContext, book: Book) -> None:
    """Begin."""
    await state.set_state(Form.asking)
    await state.set_data({"n": 0})
    await go_on(message, state, book, "")


@dispatcher.callback_query(Form.asking, F.data.contains(":c."))
async def tapped(query: CallbackQuery, state: FSMContext, book: Book) -> None:
    """She chose."""
    await query.answer()
    if isinstance(query.message, Message):
        await go_on(query.message, state, book, query.data or "")


@dispatcher.message(Form.asking, F.text)
async def typed(message: Message, state: FSMContext, book: Book) -> None:
    """She wrote."""
    await go_on(message, state, book, message.text or "")


async def go_on(message: Message, state: FSMContext, book: Book, said: str) -> None:
    """Keep what she said and ask the next question; after the last the first again."""
    data = await state.get_data()
    number = data["n"] % QUESTIONS + 1
    data = await state.update_data({"n": number, f"q{data['n']}": said})
    book.keep(message.chat.id, data, said)
    await message.answer(QUESTION.format(n=number), reply_markup=keyboard(number))


def keyboard(number: int) -> InlineKeyboardMarkup:
    """The answers, one a row, and the ways out."""
    rows = [[button(answer, f"{number}:c.{at}")] for at, answer in enumerate(ANSWERS)]
    ways = [button("Overslaan", f"{number}:i.skip"), button("Terug", f"{number}:i.back")]
    return InlineKeyboardMarkup(inline_keyboard=[*([] if number in TYPED else rows), ways])


def button(label: str, press: str) -> InlineKeyboardButton:
    """One button."""
    return InlineKeyboardButton(text=label, callback_data=press)


if __name__ == "__main__":
    asyncio.run(dispatcher.start_polling(bot(sys.argv[1], sys.argv[2]), book=Book(sys.argv[3])))
