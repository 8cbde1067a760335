"""What people do in Telegram: type, tap, speak, send, edit, block."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import Any

from tests.fakes.telegram.state import PRESS_LIFE, Bot, Chat, Json, World


@dataclass(slots=True)
class User:
    """A person in one chat with one bot. In a group `chat` is not her own."""

    world: World
    bot: Bot
    id: int
    chat: Chat
    name: str = "Noor"
    is_bot: bool = False

    def json(self) -> Json:
        """As a User object."""
        return {
            "id": self.id,
            "is_bot": self.is_bot,
            "first_name": self.name,
            "language_code": "nl",
        }

    def says(self, text: str, **extra: Any) -> int:
        """Type a text; returns its message id."""
        entities: Json = {}
        if text.startswith("/"):
            end = len(text.split(maxsplit=1)[0])
            entities = {"entities": [{"type": "bot_command", "offset": 0, "length": end}]}
        return self._sends({"text": text} | entities | extra)

    def starts(self, code: str = "") -> int:
        """Open the bot, by a deep link when there is a code."""
        return self.says(f"/start {code}".strip())

    def forwards(self, text: str) -> int:
        """Forward somebody's message."""
        origin = {
            "type": "hidden_user",
            "date": int(self.world.now()),
            "sender_user_name": "Iemand",
        }
        return self.says(text, forward_origin=origin)

    def sends_voice(self, seconds: int = 4, body: bytes = b"OggS fake") -> int:
        """Send a voice note."""
        file = self._file("voice/file.oga", body)
        return self._sends({"voice": file | {"duration": seconds, "mime_type": "audio/ogg"}})

    def sends_photo(self, body: bytes = b"\xff\xd8\xff fake", caption: str = "") -> int:
        """Send a photo in two sizes, smallest first as Telegram does."""
        small = self._file("photos/small.jpg", body[:4]) | {"width": 90, "height": 90}
        large = self._file("photos/large.jpg", body) | {"width": 800, "height": 800}
        return self._sends({"photo": [small, large]} | ({"caption": caption} if caption else {}))

    def sends_document(
        self, name: str, mime: str, body: bytes = b"%PDF- fake", size: int | None = None
    ) -> int:
        """Send a file; `size` may say more bytes than there are."""
        file = self._file(f"documents/{name}", body, size)
        return self._sends({"document": file | {"file_name": name, "mime_type": mime}})

    def sends_video(self, seconds: int = 3, body: bytes = b"fake") -> int:
        """Send a video."""
        file = self._file("videos/file.mp4", body)
        sizes = {"width": 90, "height": 90, "duration": seconds, "mime_type": "video/mp4"}
        return self._sends({"video": file | sizes})

    def sends_sticker(self) -> int:
        """Send a sticker."""
        file = self._file("stickers/file.webp", b"fake")
        about = {"type": "regular", "width": 9, "height": 9, "is_animated": False}
        return self._sends({"sticker": file | about | {"is_video": False, "emoji": "🌱"}})

    def sends_location(self) -> int:
        """Share where she is."""
        return self._sends({"location": {"latitude": 51.81, "longitude": 4.69}})

    def sends_contact(self) -> int:
        """Share a contact."""
        return self._sends({"contact": {"phone_number": "+31600000000", "first_name": "Iemand"}})

    def sends(self, **content: Any) -> int:
        """Send any other kind of message, as raw fields."""
        return self._sends(content)

    def edits(self, message_id: int, text: str) -> int:
        """Change what she typed; returns the edit date."""
        message = self.chat.messages[message_id]
        before = int(message.get("edit_date") or message["date"])
        date = max(int(self.world.now()), before + 1)
        message |= {"text": text, "edit_date": date}
        self.world.push(self.bot, {"edited_message": dict(message)}, f"m:{self.chat.id}")
        return date

    def presses(
        self,
        button: int | str = 0,
        *,
        message_id: int = 0,
        data: str = "",
        inaccessible: bool = False,
    ) -> str:
        """Tap a button (its index, label or part of it) of the last message with buttons.

        `data` and `message_id` tap what is not on the screen any more. Returns the callback id.
        """
        message = self.chat.messages.get(message_id) or self._last_with_buttons(data)
        pressed = data or _button(message, button)["callback_data"]
        callback = f"{self.bot.id}{self.bot.next_update}{self.id}"
        self.bot.presses[callback] = self.world.now()
        seen = {
            "chat": self.chat.json(),
            "message_id": message_id or message["message_id"],
            "date": 0,
        }
        body = {
            "id": callback,
            "from": self.json(),
            "chat_instance": str(self.chat.id),
            "message": seen if inaccessible else dict(message),
            "data": pressed,
        }
        self.world.push(self.bot, {"callback_query": body}, f"c:{self.id}", PRESS_LIFE)
        return callback

    def blocks(self) -> None:
        """Block the bot: it gets 403 from now on."""
        self.chat.state = "blocked"

    def unblocks(self) -> None:
        """Let the bot speak again."""
        self.chat.state = "open"

    @property
    def sees(self) -> list[Json]:
        """The bot's messages in this chat, oldest first."""
        return self.chat.shown()

    async def waits(self, count: int = 1, seconds: float = 10.0) -> list[Json]:
        """Wait until the bot has shown so many messages. Raises TimeoutError."""
        async with asyncio.timeout(seconds):
            while len(self.sees) < count:
                self.chat.arrived.clear()
                await self.chat.arrived.wait()
        return self.sees

    def _last_with_buttons(self, data: str) -> Json:
        for message in reversed(self.sees):
            if message.get("reply_markup", {}).get("inline_keyboard"):
                return message
        if data:
            return {"message_id": 1, "chat": self.chat.json(), "date": 0}
        raise LookupError("no message with buttons")

    def _sends(self, content: Json) -> int:
        number = self.bot.message_id()
        head = {"message_id": number, "from": self.json(), "chat": self.chat.json()}
        message = head | {"date": int(self.world.now())} | content
        self.chat.messages[number] = message
        self.world.push(self.bot, {"message": dict(message)}, f"m:{self.chat.id}")
        return number

    def _file(self, path: str, body: bytes, size: int | None = None) -> Json:
        number = f"file{len(self.bot.files) + 1}"
        said = len(body) if size is None else size
        self.bot.files[number] = (path, body, said)
        return {"file_id": number, "file_unique_id": f"u{number}", "file_size": said}


def buttons(message: Json) -> list[Json]:
    """The buttons under a message, row by row."""
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return [button for row in rows for button in row]


def _button(message: Json, wanted: int | str) -> Json:
    found = buttons(message)
    if isinstance(wanted, int):
        return found[wanted]
    exact = [b for b in found if b["text"] == wanted]
    return (exact or [b for b in found if wanted in b["text"]])[0]
