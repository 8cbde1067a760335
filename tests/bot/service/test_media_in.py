"""Voice notes are kept for the people; pictures over Telegram have a safer way."""

from __future__ import annotations

from dataclasses import replace

from bot.service.fetching import Fetching
from bot.service.house import House
from bot.service.media import LARGEST
from bot.service.ports import Media
from casework.municipality import TelegramMedia
from storage import answers, attachments, sessions
from storage.attachments import Kept
from tests.bot.service.rig import Rig

VOICE = Media("voice", "file-1", mime="audio/ogg", size=2000, seconds=7)
PHOTO = Media("photo", "file-2", mime="image/jpeg", size=2000)


async def hers(rig: Rig) -> list[Kept]:
    """What is kept of her, with its bytes."""
    async with rig.core.database.reading() as tx:
        found = await sessions.by_address(tx, "telegram", "1")
        assert found
        listed = await attachments.of_family(tx, found.family_id)
        opened = [await attachments.get(tx, one.id) for one in listed]
    return [one for one in opened if one]


async def named(rig: Rig) -> None:
    """Up to the question for her name."""
    await rig.gives(rig.item(kind="start"))
    for label in ("Beginnen", "Gelezen, verder", "Nederlands", "Zeg maar je"):
        await rig.taps(label)


async def test_a_voice_note_is_noted_at_once_and_fetched_later(rig: Rig) -> None:
    await named(rig)
    told = await rig.gives(rig.item(kind="media", media=VOICE))
    assert "Een mens luistert ernaar" in told.text
    (noted,) = await hers(rig)
    assert (noted.state, noted.seconds, noted.body) == ("wanted", 7, None)
    fetching = Fetching(rig.core.database, rig.post)
    assert await fetching.tick() == 0  # Telegram is away: later again
    assert (await hers(rig))[0].state == "wanted"
    rig.post.files["file-1"] = b"OggS" + bytes(100)
    assert await Fetching(rig.core.database, rig.post).tick() == 1
    (kept,) = await hers(rig)
    assert (kept.state, kept.body, kept.mime) == ("kept", b"OggS" + bytes(100), "audio/ogg")
    async with rig.core.database.reading() as tx:
        rows = await answers.of_family(tx, kept.family_id)
    assert kept.id in str([row.body["attachments"] for row in rows])


async def test_a_voice_note_that_is_something_else_is_not_kept(rig: Rig) -> None:
    await named(rig)
    await rig.gives(rig.item(kind="media", media=VOICE))
    rig.post.files["file-1"] = b"<html><script>"
    assert await Fetching(rig.core.database, rig.post).tick() == 0
    assert (await hers(rig))[0].state == "failed"


async def test_a_photo_is_refused_kindly_with_the_other_way(rig: Rig) -> None:
    await named(rig)
    asked = rig.post.to("1")[-1]
    told = await rig.gives(rig.item(kind="media", media=PHOTO))
    assert "Dat kan veilig in de webchat" in told.text
    assert "{" not in told.text
    assert await hers(rig) == []
    answered = await rig.says("Samira")  # the question still stands
    assert asked.turn < answered.turn


async def test_words_beside_a_photo_are_not_lost(rig: Rig) -> None:
    await named(rig)
    await rig.gives(rig.item(kind="media", media=PHOTO, text="Samira"))
    texts = [message.text for message in rig.post.to("1")[-2:]]
    assert "webchat" in texts[0]
    assert "In welke wijk" in texts[1]


async def test_a_photo_as_the_first_thing_still_begins(rig: Rig) -> None:
    told = await rig.gives(rig.item(kind="media", media=PHOTO))
    assert "Ik ben een computer" in told.text


async def test_too_big_is_said(rig: Rig) -> None:
    await named(rig)
    told = await rig.gives(rig.item(kind="media", media=replace(VOICE, size=LARGEST + 1)))
    assert "te groot" in told.text


async def test_a_municipality_may_allow_photos(rig: Rig) -> None:
    town = replace(rig.core.house.municipality, telegram_media=TelegramMedia(photo=True))
    house: House = replace(rig.core.house, municipality=town)
    rig.core.turns._house = house
    await named(rig)
    told = await rig.gives(rig.item(kind="media", media=PHOTO))
    assert "Ik bewaar wat je stuurde" in told.text
    assert (await hers(rig))[0].kind == "photo"
