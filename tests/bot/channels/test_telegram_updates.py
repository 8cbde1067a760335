"""Every kind of update a parent can cause, and the bad input that must not stop the others."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from bot.channels.parents_telegram import read, translate
from bot.service.ports import PARENTS_TELEGRAM, Incoming, Malformed, Media
from tests.fakes.telegram import World, spec
from tests.fakes.telegram.state import Chat
from tests.fakes.telegram.user import User

NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
TOKEN = "111:x"


@pytest.fixture
def noor() -> User:
    world = World(now=NOW.timestamp, spec=spec.load())
    bot = world.bot(TOKEN)
    chat = bot.chats.setdefault(7, Chat(7))
    return User(world, bot, 7, chat)


def last(user: User) -> Incoming | None:
    """The last update, held against the description of the Bot API, and translated."""
    update = user.bot.updates[-1].update
    if user.world.spec:
        assert user.world.spec.value("Update", update) == []
    return translate(update, NOW)


def incoming(**differs: Any) -> Incoming:
    known: dict[str, Any] = {"channel": PARENTS_TELEGRAM, "address": "7", "at": NOW}
    return Incoming(**(known | differs))


def test_a_text(noor: User) -> None:
    number = noor.says("  Ja hoor 🌱 ")
    assert last(noor) == incoming(key=f"m:7:{number}:0", kind="text", text="  Ja hoor 🌱 ")


def test_five_thousand_characters_are_kept_whole(noor: User) -> None:
    noor.says("é" * 5000)
    found = last(noor)
    assert found
    assert len(found.text) == 5000


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("/start", ""),
        ("/start WIJK-1", "WIJK-1"),
        ("/start@stapje_bot x", "x"),
        ("/START a", "a"),
    ],
)
def test_start_with_and_without_a_code(noor: User, typed: str, code: str) -> None:
    number = noor.says(typed)
    assert last(noor) == incoming(key=f"m:7:{number}:0", kind="start", code=code)


@pytest.mark.parametrize(
    ("typed", "command"),
    [
        ("/pauze", "pauze"),
        ("/Stop", "stop"),
        ("/bellen@stapje_bot graag", "bellen"),
        ("/dansen", "dansen"),
        ("/", ""),
        ("/ hoi", "hoi"),
        ("/" + "x" * 90, "x" * 32),
    ],
)
def test_commands_known_and_unknown(noor: User, typed: str, command: str) -> None:
    noor.says(typed)
    found = last(noor)
    assert found
    assert (found.kind, found.command, found.text) == ("command", command, typed)


def test_a_forwarded_message_is_a_text_even_when_it_looks_like_a_command(noor: User) -> None:
    noor.forwards("/stop")
    found = last(noor)
    assert found
    assert (found.kind, found.text) == ("text", "/stop")


def test_an_edited_message_has_a_key_of_its_own_per_edit(noor: User) -> None:
    number = noor.says("Ja")
    dates = [noor.edits(number, "Nee"), noor.edits(number, "Toch ja")]
    keys = [translate(p.update, NOW) for p in noor.bot.updates]
    assert [item.key for item in keys if item] == [
        f"m:7:{number}:0",
        f"m:7:{number}:{dates[0]}",
        f"m:7:{number}:{dates[1]}",
    ]
    assert last(noor) == incoming(key=f"m:7:{number}:{dates[1]}", kind="edited", text="Toch ja")


def test_a_press(noor: User) -> None:
    noor.chat.messages[50] = _question(noor)
    callback = noor.presses("Nee")
    expected = incoming(key=f"c:{callback}", kind="press", press="4:c.nee", remote_message="50")
    assert last(noor) == expected


def test_a_press_on_a_message_too_old_to_be_shown(noor: User) -> None:
    callback = noor.presses(data="4:c.ja", message_id=50, inaccessible=True)
    expected = incoming(key=f"c:{callback}", kind="press", press="4:c.ja", remote_message="50")
    assert last(noor) == expected


def _question(noor: User) -> dict[str, Any]:
    rows = [[{"text": t, "callback_data": f"4:c.{t.lower()}"}] for t in ("Ja", "Nee")]
    head = {"message_id": 50, "date": int(NOW.timestamp()), "from": noor.bot.json()}
    return head | {
        "chat": noor.chat.json(),
        "text": "Lukt het?",
        "reply_markup": {"inline_keyboard": rows},
    }


def test_a_voice_note(noor: User) -> None:
    noor.sends_voice(seconds=12, body=b"OggS1234")
    found = last(noor)
    assert found
    assert found.kind == "media"
    assert found.media == Media("voice", remote="file1", mime="audio/ogg", size=8, seconds=12)


def test_a_photo_in_its_largest_size_with_what_she_wrote_under_it(noor: User) -> None:
    noor.sends_photo(b"\xff\xd8\xff 123456", caption="De brief")
    found = last(noor)
    assert found
    assert (found.kind, found.text) == ("media", "De brief")
    assert found.media == Media("photo", remote="file2", mime="image/jpeg", size=10)


def test_a_document_says_its_type_and_its_size_however_large(noor: User) -> None:
    noor.sends_document("a.exe", "application/x-msdownload", size=3_000_000_000)
    found = last(noor)
    assert found
    assert found.media == Media(
        "file", remote="file1", mime="application/x-msdownload", size=3_000_000_000
    )


def test_a_video_is_a_file(noor: User) -> None:
    noor.sends_video(seconds=3)
    found = last(noor)
    assert found
    assert found.media == Media("file", remote="file1", mime="video/mp4", size=4, seconds=3)


@pytest.mark.parametrize("what", ["sends_sticker", "sends_location", "sends_contact"])
def test_what_we_cannot_use_is_said_to_be_so(noor: User, what: str) -> None:
    getattr(noor, what)()
    found = last(noor)
    assert found
    assert (found.kind, found.text) == ("unsupported", "")


def test_a_kind_of_message_from_the_future_is_unsupported(noor: User) -> None:
    noor.sends(hologram={"size": 3})
    found = translate(noor.bot.updates[-1].update, NOW)
    assert found
    assert found.kind == "unsupported"


def test_what_telegram_writes_itself_is_ignored(noor: User) -> None:
    noor.sends(message_auto_delete_timer_changed={"message_auto_delete_time": 86400})
    assert last(noor) is None


@pytest.mark.parametrize("kind", ["group", "supergroup", "channel"])
def test_groups_are_ignored_on_purpose(noor: User, kind: str) -> None:
    noor.chat.kind = kind
    noor.says("hoi")
    assert translate(noor.bot.updates[-1].update, NOW) is None
    noor.presses(data="1:c.ja", message_id=3, inaccessible=True)
    assert translate(noor.bot.updates[-1].update, NOW) is None


def test_other_bots_are_ignored_on_purpose(noor: User) -> None:
    noor.is_bot = True
    noor.says("hoi")
    assert last(noor) is None
    noor.presses(data="1:c.ja", message_id=3, inaccessible=True)
    assert last(noor) is None


def test_an_update_of_a_kind_we_never_asked_for_is_ignored() -> None:
    answer = {"poll_id": "1", "option_ids": [0], "option_persistent_ids": ["a"]}
    assert translate({"update_id": 1, "poll_answer": answer}) is None
    assert translate({"update_id": 1}) is None


@pytest.mark.parametrize(
    "raw",
    [
        None,
        [],
        "hoi",
        {},
        {"update_id": "x"},
        {"update_id": 1, "message": "hoi"},
        {"update_id": 1, "message": {"message_id": 1, "date": 0, "text": 5}},
        {"update_id": 1, "message": {"message_id": 1, "date": 0, "chat": {"id": "?"}}},
        {"update_id": 1, "callback_query": {"id": "1", "data": "1:ok"}},
        {"update_id": 1, "message": {
            "message_id": 1, "date": 0, "chat": {"id": 1, "type": "private"}, "text": "\ud83c",
        }},
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_set_aside_whole(raw: Any) -> None:
    found = read(raw)
    assert isinstance(found, Malformed)
    assert json.loads(found.body) == raw
    assert found.reason in {"ValidationError", "UnicodeEncodeError"}
    assert read(raw) == found  # the same again has the same key


def test_one_malformed_update_among_fifty(noor: User) -> None:
    for number in range(49):
        noor.says(f"antwoord {number}")
    raws: list[Any] = [pending.update for pending in noor.bot.updates]
    raws.insert(17, {"update_id": 9999, "message": {"text": "geheim"}})
    items = [read(raw, NOW) for raw in raws]
    assert [i for i, item in enumerate(items) if isinstance(item, Malformed)] == [17]
    assert [item.text for item in items if isinstance(item, Incoming)] == [
        f"antwoord {number}" for number in range(49)
    ]
