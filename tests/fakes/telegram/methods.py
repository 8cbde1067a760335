"""The methods of the Bot API that answer at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from tests.fakes.telegram.errors import bad
from tests.fakes.telegram.rules import (
    LONGEST_CAPTION,
    LONGEST_TEXT,
    chat_of,
    markup,
    need,
    number,
    shown_text,
)
from tests.fakes.telegram.state import Bot, Chat, Json, Webhook, World

Files = Mapping[str, tuple[str, bytes]]  # part name → file name, body
Method = Callable[[World, Bot, Json, Files], Any]
DELETABLE = 48 * 3600  # seconds


def send_message(world: World, bot: Bot, params: Json, files: Files) -> Json:
    """Show a text."""
    chat = chat_of(bot, params)
    shown = shown_text(params, "text", LONGEST_TEXT)
    content = {"text": shown} | markup(params)
    _pace(world, chat)
    return _show(world, bot, chat, content)


def send_document(world: World, bot: Bot, params: Json, files: Files) -> Json:
    """Show an uploaded file, with a caption."""
    chat = chat_of(bot, params)
    caption = shown_text(params, "caption", LONGEST_CAPTION)
    name, body = _upload(params, files)
    content: Json = markup(params)
    if caption:
        content["caption"] = caption
    file_id = f"file{len(bot.files) + 1}"
    bot.files[file_id] = (f"documents/{name}", body, len(body))
    content["document"] = {
        "file_id": file_id,
        "file_unique_id": f"u{file_id}",
        "file_name": name,
        "file_size": len(body),
    }
    _pace(world, chat)
    return _show(world, bot, chat, content)


def edit_message_text(world: World, bot: Bot, params: Json, files: Files) -> Json:
    """Change text and buttons."""
    message = _own(bot, params)
    content = {"text": shown_text(params, "text", LONGEST_TEXT)} | markup(params)
    if "text" not in message:
        raise bad("there is no text in the message to edit")
    return _change(world, bot, params, message, content)


def edit_reply_markup(world: World, bot: Bot, params: Json, files: Files) -> Json:
    """Change or take off the buttons."""
    message = _own(bot, params)
    kept = {name: message[name] for name in ("text", "caption", "document") if name in message}
    return _change(world, bot, params, message, kept | markup(params))


def delete_message(world: World, bot: Bot, params: Json, files: Files) -> bool:
    """Take a message away, not older than 48 hours."""
    chat = chat_of(bot, params)
    message = chat.messages.get(number(params, "message_id"))
    if message is None:
        raise bad("message to delete not found")
    if world.now() - message["date"] > DELETABLE:
        raise bad("message can't be deleted for everyone")
    del chat.messages[message["message_id"]]
    return True


def answer_callback(world: World, bot: Bot, params: Json, files: Files) -> bool:
    """End the spinner on a button, in time."""
    callback = str(need(params, "callback_query_id"))  # a form carries it as a number
    asked = bot.presses.pop(callback, None)
    if asked is None or world.now() - asked > world.answer_within:
        raise bad("query is too old and response timeout expired or query ID is invalid")
    if len(params.get("text") or "") > 200:
        raise bad("MESSAGE_TOO_LONG")
    bot.answered.append(dict(params))
    return True


def get_file(world: World, bot: Bot, params: Json, files: Files) -> Json:
    """Where to download a file of at most 20 MB."""
    file_id = need(params, "file_id")
    if file_id not in bot.files:
        raise bad("wrong file_id or the file is temporarily unavailable")
    path, _, size = bot.files[file_id]
    if size > 20 * 1024 * 1024:
        raise bad("file is too big")
    return {
        "file_id": file_id,
        "file_unique_id": f"u{file_id}",
        "file_size": size,
        "file_path": f"{file_id}/{path}",
    }


def get_me(world: World, bot: Bot, params: Json, files: Files) -> Json:
    """Who this bot is."""
    groups = {"can_join_groups": True, "can_read_all_group_messages": False}
    return bot.json() | groups | {"supports_inline_queries": False}


def set_webhook(world: World, bot: Bot, params: Json, files: Files) -> bool:
    """Deliver to this address from now on; ends a running getUpdates."""
    url = params.get("url", "")
    if not url:
        return delete_webhook(world, bot, params, files)
    if not str(url).startswith(("http://", "https://")):
        raise bad("bad webhook: An HTTPS URL must be provided for webhook")
    most = int(params.get("max_connections", 40))
    if not 1 <= most <= 100:
        raise bad("max_connections is invalid")
    allowed = tuple(params.get("allowed_updates") or ())
    bot.webhook = Webhook(url, params.get("secret_token", ""), allowed, most)
    _end_poll(bot, "Conflict: terminated by setWebhook request")
    _drop(bot, params)
    world.on_update(bot)
    return True


def delete_webhook(world: World, bot: Bot, params: Json, files: Files) -> bool:
    """Back to getUpdates."""
    bot.webhook = None
    _drop(bot, params)
    return True


def get_webhook_info(world: World, bot: Bot, params: Json, files: Files) -> Json:
    """What is set and how much waits."""
    world.forget_old(bot)
    waiting = {"pending_update_count": len(bot.updates), "has_custom_certificate": False}
    if bot.webhook is None:
        return {"url": ""} | waiting
    hook = bot.webhook
    info = {"url": hook.url, "max_connections": hook.max_connections} | waiting
    return info | ({"last_error_message": hook.last_error} if hook.last_error else {})


def keep_setting(world: World, bot: Bot, params: Json, files: Files) -> bool:
    """Commands and menu button: kept for the tests to look at."""
    for command in params.get("commands") or ():
        name = command.get("command", "")
        if not (1 <= len(name) <= 32 and name.replace("_", "").isalnum() and name.islower()):
            raise bad("BOT_COMMAND_INVALID")
        if not 1 <= len(command.get("description", "")) <= 256:
            raise bad("BOT_COMMAND_DESCRIPTION_INVALID")
    bot.settings |= params
    return True


METHODS: dict[str, Method] = {
    "sendmessage": send_message,
    "senddocument": send_document,
    "editmessagetext": edit_message_text,
    "editmessagereplymarkup": edit_reply_markup,
    "deletemessage": delete_message,
    "answercallbackquery": answer_callback,
    "getfile": get_file,
    "getme": get_me,
    "setwebhook": set_webhook,
    "deletewebhook": delete_webhook,
    "getwebhookinfo": get_webhook_info,
    "setmycommands": keep_setting,
    "setchatmenubutton": keep_setting,
}


def _pace(world: World, chat: Chat) -> None:
    if world.limits:
        world.limits.check(chat.id, world.now())


def _show(world: World, bot: Bot, chat: Chat, content: Json) -> Json:
    number = bot.message_id()
    head = {"message_id": number, "from": bot.json(), "chat": chat.json()}
    chat.messages[number] = head | {"date": int(world.now())} | content
    chat.arrived.set()
    return chat.messages[number]


def _own(bot: Bot, params: Json) -> Json:
    chat = chat_of(bot, params)
    message = chat.messages.get(number(params, "message_id"))
    if message is None:
        raise bad("message to edit not found")
    if not message["from"]["is_bot"]:
        raise bad("message can't be edited")
    return message


def _change(world: World, bot: Bot, params: Json, message: Json, content: Json) -> Json:
    head = {name: message[name] for name in ("message_id", "from", "chat", "date")}
    before = {name: value for name, value in message.items() if name not in (*head, "edit_date")}
    if before == content:
        raise bad(
            "message is not modified: specified new message content and reply markup are exactly "
            "the same as a current content and reply markup of the message"
        )
    message.clear()
    message |= head | content | {"edit_date": int(world.now())}
    chat_of(bot, params).arrived.set()
    return message


def _upload(params: Json, files: Files) -> tuple[str, bytes]:
    given = params.get("document")
    part = str(given).removeprefix("attach://") if given else "document"
    if part not in files:
        raise bad("there is no document in the request")
    return files[part]


def _drop(bot: Bot, params: Json) -> None:
    if params.get("drop_pending_updates"):
        bot.updates.clear()


def _end_poll(bot: Bot, reason: str) -> None:
    if bot.poll is not None and not bot.poll.done():
        bot.poll.set_result(reason)
