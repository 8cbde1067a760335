"""The parents' bot against the local Bot API: what it sends, takes in, and what goes wrong."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from bot.channels.parents_telegram import ParentsTelegram
from bot.channels.telegram_http import NotSent
from bot.service.ports import (
    Document,
    Incoming,
    Malformed,
    Media,
    Outgoing,
    Refused,
    RetryAt,
    Sent,
    Unreachable,
    Unsure,
)
from dialogs.render import Box, Button, Message
from tests.bot.channels.telegram_rigs import NOOR, PARENTS, TelegramRig, parents_rig
from tests.fakes.telegram import CUT, DELAY, DROP, REFUSE, Limits, World, buttons, spec

QUESTION = Message("Lukt het?", 4, answers=(Button("Ja", "4:c.ja"), Button("Nee", "4:c.nee")))
PICKS = Message(
    "Wat past?",
    5,
    boxes=(Box("Eten", "food", "5:x.food", False), Box("Huur", "rent", "5:x.rent", False)),
    answers=(Button("Klaar", "5:ok"),),
)


@pytest.fixture
async def rig() -> AsyncIterator[TelegramRig]:
    async with parents_rig() as made:
        yield made


def out(message: Message, **how: object) -> Outgoing:
    return replace(Outgoing(1, str(NOOR), message), **how)  # type: ignore[arg-type]  # fields by name


async def sent(rig: TelegramRig, outgoing: Outgoing) -> Sent:
    outcome = await rig.channel.send(outgoing)
    assert isinstance(outcome, Sent), outcome
    return outcome


async def test_a_question_has_its_buttons_and_no_preview(rig: TelegramRig) -> None:
    got = await sent(rig, out(QUESTION))
    (message,) = rig.user.sees
    assert got.remote == str(message["message_id"])
    assert [b["callback_data"] for b in buttons(message)] == ["4:c.ja", "4:c.nee"]
    (call,) = rig.fake.calls("sendMessage")
    assert call.params["link_preview_options"] == {"is_disabled": True}


async def test_a_long_text_comes_in_parts_with_the_buttons_under_the_last(rig: TelegramRig) -> None:
    long = replace(QUESTION, text="Dit is een zin met <tekens>. " * 300)
    got = await sent(rig, out(long))
    parts = rig.user.sees
    assert len(parts) == 3
    assert " ".join(rig.shown()) == long.text.strip()
    assert [len(buttons(part)) for part in parts] == [0, 0, 2]
    assert got.remote == str(parts[-1]["message_id"])


async def test_a_long_text_that_was_stopped_half_way_goes_on_there(rig: TelegramRig) -> None:
    long = out(replace(QUESTION, text="Dit is een zin. " * 600))
    rig.fake.world.limits = Limits(chat_rate=1.0, chat_burst=2.0)
    outcome = await rig.channel.send(long)
    assert outcome == RetryAt(1.0)
    assert len(rig.user.sees) == 2
    rig.fake.world.limits = None
    await sent(rig, long)
    assert " ".join(rig.shown()) == long.message.text.strip()


async def test_ticking_a_box_changes_the_message_she_sees(rig: TelegramRig) -> None:
    first = await sent(rig, out(PICKS))
    ticked = replace(PICKS, boxes=(replace(PICKS.boxes[0], picked=True), PICKS.boxes[1]))
    again = await sent(rig, out(replace(ticked, update=True), edit=first.remote))
    assert again == first
    (message,) = rig.user.sees
    assert [b["text"] for b in buttons(message)] == ["✓ Eten", "☐ Huur", "Klaar"]


async def test_the_same_again_is_fine(rig: TelegramRig) -> None:
    first = await sent(rig, out(PICKS))
    assert await sent(rig, out(replace(PICKS, update=True), edit=first.remote)) == first
    assert rig.fake.calls("editMessageText")[0].status == 400  # "message is not modified"


async def test_a_message_she_deleted_comes_anew(rig: TelegramRig) -> None:
    first = await sent(rig, out(PICKS))
    del rig.user.chat.messages[int(first.remote)]
    again = await sent(rig, out(replace(PICKS, update=True), edit=first.remote))
    assert again.remote != first.remote
    assert rig.shown() == ["Wat past?"]


async def test_an_update_without_a_message_to_change_is_sent(rig: TelegramRig) -> None:
    await sent(rig, out(replace(PICKS, update=True)))
    assert rig.shown() == ["Wat past?"]


async def test_an_answered_question_keeps_one_button_with_the_answer(rig: TelegramRig) -> None:
    first = await sent(rig, out(QUESTION))
    await sent(rig, out(Message("Ja"), close=first.remote))
    (message,) = rig.user.sees
    assert message["text"] == "Lukt het?"
    assert buttons(message) == [{"text": "✓ Ja", "callback_data": "0:i.resume"}]


async def test_a_message_takes_the_buttons_off_another_on_its_way(rig: TelegramRig) -> None:
    first = await sent(rig, out(QUESTION))
    rig.fake.fault(REFUSE, method="editMessageReplyMarkup", status=429, retry_after=1)
    again = await sent(rig, out(PICKS, marks=(first.remote, "Ja")))
    async with asyncio.timeout(5):
        while buttons(rig.user.sees[0])[0]["text"] != "✓ Ja":  # the second try
            rig.user.chat.arrived.clear()
            await rig.user.chat.arrived.wait()
    assert again.remote == str(rig.user.sees[1]["message_id"])
    assert len(buttons(rig.user.sees[1])) == 3
    await sent(rig, out(QUESTION, marks=("1", "Ja")))  # a message that is gone
    assert len(rig.user.sees) == 3


async def test_closing_what_is_closed_or_gone_is_fine(rig: TelegramRig) -> None:
    first = await sent(rig, out(QUESTION))
    close = out(Message("Ja"), close=first.remote)
    assert await sent(rig, close) == await sent(rig, close) == first
    del rig.user.chat.messages[int(first.remote)]
    await sent(rig, close)
    await sent(rig, out(Message("Ja"), close="web-1f"))  # she answered in the web chat


async def test_an_invitation_comes_with_its_text(rig: TelegramRig) -> None:
    file = Document("afspraak.ics", "text/calendar", b"BEGIN:VCALENDAR\r\n")
    await sent(rig, out(replace(QUESTION, text="**Tot dan**"), document=file))
    (message,) = rig.user.sees
    assert message["caption"] == "Tot dan"
    assert message["document"]["file_name"] == "afspraak.ics"
    assert len(buttons(message)) == 2
    assert rig.user.bot.files[message["document"]["file_id"]][1] == file.body


async def test_a_text_too_long_for_a_caption_goes_first(rig: TelegramRig) -> None:
    file = Document("a.ics", "text/calendar", b"x")
    await sent(rig, out(Message("Dit is een zin. " * 100), document=file))
    assert [len(shown) > 1024 for shown in rig.shown()] == [True, False]
    assert "document" in rig.user.sees[1]


async def test_a_file_is_fetched(rig: TelegramRig) -> None:
    rig.user.sends_voice(body=b"OggS spoken")
    assert await rig.channel.fetch(Media("voice", remote="file1")) == b"OggS spoken"


async def test_a_file_too_large_is_an_oserror(rig: TelegramRig) -> None:
    rig.user.sends_document("a.pdf", "application/pdf", size=21 * 1024 * 1024)
    with pytest.raises(OSError, match="NotTaken"):
        await rig.channel.fetch(Media("file", remote="file1"))


@pytest.mark.parametrize(
    ("status", "said", "outcome"),
    [
        (400, "Bad Request: can't parse entities: …", Refused("entities")),
        (400, "Bad Request: message is too long", Refused("too_long")),
        (400, "Bad Request: BUTTON_DATA_INVALID", Refused("button")),
        (400, "Bad Request: something new", Refused("bad_request")),
        (400, "Bad Request: chat not found", Unreachable()),
        (400, "Bad Request: PEER_ID_INVALID", Unreachable()),
        (403, "Forbidden: user is deactivated", Unreachable()),
        (400, "Bad Request: query is too old", Sent()),
        (401, "Unauthorized", RetryAt(60.0, chat_only=False)),
        (429, "Too Many Requests", RetryAt(2.0)),
        (500, "Internal Server Error", RetryAt(2.0, chat_only=False)),
        (503, "Service Unavailable", RetryAt(2.0, chat_only=False)),
        (504, "Gateway Timeout", Unsure()),
    ],
)
async def test_what_each_answer_means(
    rig: TelegramRig, status: int, said: str, outcome: object
) -> None:
    rig.fake.fault(REFUSE, status=status, description=said)
    assert await rig.channel.send(out(QUESTION)) == outcome


async def test_an_empty_message_is_refused_without_asking(rig: TelegramRig) -> None:
    assert await rig.channel.send(out(Message("  "))) == Refused("empty")
    assert rig.fake.world.journal == []


async def test_a_line_cut_before_or_after_it_was_taken_is_unsure(rig: TelegramRig) -> None:
    for kind, shown in ((CUT, 0), (DROP, 1)):
        rig.fake.fault(kind)
        assert await rig.channel.send(out(QUESTION)) == Unsure()
        assert len(rig.user.sees) == shown


async def test_what_came_is_committed_and_presses_are_acknowledged(rig: TelegramRig) -> None:
    await sent(rig, out(QUESTION))
    rig.user.says("Nee")
    rig.user.presses("Ja")
    await rig.channel.take([pending.update for pending in rig.user.bot.updates])
    await rig.channel.close()
    assert [i.kind for i in rig.shelf.items if isinstance(i, Incoming)] == ["text", "press"]
    assert len(rig.user.bot.answered) == 1
    assert rig.shelf.batches == [2]


async def test_nothing_is_acknowledged_when_storage_fails(rig: TelegramRig) -> None:
    await sent(rig, out(QUESTION))
    rig.user.presses("Ja")
    rig.shelf.broken = 1
    with pytest.raises(ConnectionError):
        await rig.channel.take([pending.update for pending in rig.user.bot.updates])
    await rig.channel.close()
    assert rig.user.bot.answered == []


async def test_acknowledging_never_holds_up_the_others(rig: TelegramRig) -> None:
    await sent(rig, out(QUESTION))
    rig.user.presses("Ja")
    rig.fake.fault(DELAY, method="answerCallbackQuery", seconds=3.0)
    async with asyncio.timeout(2.0):
        await rig.channel.take([pending.update for pending in rig.user.bot.updates])


async def test_a_press_too_old_to_acknowledge_still_counts(rig: TelegramRig) -> None:
    await sent(rig, out(QUESTION))
    rig.user.presses("Ja")
    rig.fake.world.answer_within = -1.0
    await rig.channel.take([pending.update for pending in rig.user.bot.updates])
    await rig.channel.close()
    assert len(rig.shelf.items) == 1
    assert rig.fake.calls("answerCallbackQuery")[0].status == 400


async def test_what_is_not_json_is_set_aside(rig: TelegramRig) -> None:
    await rig.channel.take([b"{half", {"update_id": 3, "message": 7}])
    assert [item.reason for item in rig.shelf.items if isinstance(item, Malformed)] == [
        "NotJson",
        "ValidationError",
    ]


async def test_start_up_sets_the_menu_in_dutch(rig: TelegramRig) -> None:
    await rig.channel.ask()
    said = {c["command"]: c["description"] for c in rig.user.bot.settings["commands"]}
    assert said["bellen"] == "Ik wil bellen"


@pytest.mark.parametrize("webhook", [False, True])
async def test_telegram_tells_what_the_bot_is_called(rig: TelegramRig, *, webhook: bool) -> None:
    if webhook:
        await rig.channel.be_called("https://stapje.example/telegram/telegram", "geheim-1")
    else:
        await rig.channel.ask()
    assert isinstance(rig.channel, ParentsTelegram)
    await asyncio.gather(*rig.channel._kindnesses)
    assert rig.shelf.name == rig.user.bot.username


async def test_without_its_name_the_bot_works_on(rig: TelegramRig) -> None:
    assert isinstance(rig.channel, ParentsTelegram)
    rig.fake.fault(REFUSE, status=500, description="Internal")
    await rig.channel._introduce()
    assert rig.shelf.name == ""


async def test_a_webhook_is_set_with_its_secret(rig: TelegramRig) -> None:
    await rig.channel.be_called("https://stapje.example/telegram/telegram", "geheim-1")
    hook = rig.user.bot.webhook
    assert hook
    assert (hook.secret, hook.allowed) == (
        "geheim-1",
        ("message", "edited_message", "callback_query"),
    )


async def test_a_down_server_at_start_up_is_said_without_the_token(rig: TelegramRig) -> None:
    await rig.fake.stop()
    with pytest.raises(NotSent) as raised:
        await rig.channel.ask()
    assert PARENTS.partition(":")[2] not in repr(raised.value)


async def test_telegrams_pace_is_told_apart_per_chat() -> None:
    world = World(spec=spec.load(), limits=Limits(chat_burst=1.0))
    async with parents_rig(world) as rig:
        await sent(rig, out(QUESTION))
        assert await rig.channel.send(out(QUESTION)) == RetryAt(1.0)
        rig.fake.user(PARENTS, 8)
        await sent(rig, replace(out(QUESTION), address="8"))
