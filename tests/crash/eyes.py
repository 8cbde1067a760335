"""What a parent saw: her screens by turn, and which turns a reminder took."""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.crash.book import Book, Screen, screen
from tests.fakes.telegram.state import Chat


@dataclass(slots=True)
class Eyes:
    """Of one parent, on one chat."""

    chat: Chat
    book: Book
    screens: dict[int, Screen] = field(default_factory=dict)  # by turn, as first seen
    top: int = 0  # the newest turn
    overtaken: int = 0  # questions that came after a later one
    reminded: set[int] = field(default_factory=set)  # turns that a reminder took
    _seen: int = 0  # the last message looked at
    _reminders: set[str] = field(default_factory=set)  # as she read them

    @property
    def table(self) -> Screen:
        """The question on the table."""
        return self.screens[self.top]

    def look(self) -> int:
        """Read what is new; tells the newest turn."""
        messages = self.chat.messages
        for number in [n for n in messages if n > self._seen]:
            self._seen = number
            if messages[number]["from"]["is_bot"] and (found := screen(messages[number])):
                self._read(found)
        return self.top

    def after(self, turn: int) -> Screen:
        """What came of this turn: the first screen of a later one."""
        return self.screens[min(later for later in self.screens if later > turn)]

    async def reaches(self, turn: int) -> None:
        """Wait until she saw the question of this turn, or of a later one."""
        while self.look() < turn:
            self.chat.arrived.clear()
            await self.chat.arrived.wait()

    async def changed(self, table: Screen) -> Screen:
        """Wait until this message has other buttons, or a newer question is there."""
        while True:
            now = screen(self.chat.messages[table.message_id])
            if now is not None and now.buttons != table.buttons:
                return now
            if self.look() > table.turn:
                return table
            self.chat.arrived.clear()
            await self.chat.arrived.wait()

    def _read(self, found: Screen) -> None:
        """A reminder that she did not see before took a turn that is none of her doing."""
        if found.turn in self.screens:
            return
        self.overtaken += found.turn < self.top
        self.screens[found.turn] = found
        self.top = max(self.top, found.turn)
        words = self.book.reminder(found.text)
        if words and words not in self._reminders and self.book.bare(found.text):
            self.reminded.add(found.turn)
        self._reminders.add(words)
