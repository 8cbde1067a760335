"""Voice notes, photos and files in the web chat."""

from __future__ import annotations

import re

import pytest

from tests.bot.channels.web_parent import SITE, Parent, photo


@pytest.fixture
def parent() -> Parent:
    return Parent()


def test_a_photo_is_kept_without_its_place_and_she_is_told(parent: Parent) -> None:
    parent.to(4)
    assert b"GEHEIM" in photo(place=True)
    parent.send(text="Een brief", files={"file": ("a.jpg", photo(place=True), "image/jpeg")})
    assert "Je foto is bewaard." in parent.words
    item = parent.line.items[-1]
    assert (item.kind, item.text, item.media.kind) == ("media", "Een brief", "photo")  # type: ignore[union-attr]
    [(name, (kind, mime, body))] = parent.line.files.items()
    assert (kind, mime, name) == ("photo", "image/jpeg", item.media.attachment)  # type: ignore[union-attr]
    assert b"GEHEIM" not in body


def test_a_voice_note_is_kept(parent: Parent) -> None:
    parent.to(4)
    parent.send(
        seconds="12", files={"file": ("stem", b"\x1a\x45\xdf\xa3" + b"0" * 99, "video/webm")}
    )
    assert "Je spraakbericht is bewaard." in parent.words
    assert parent.line.items[-1].media.seconds == 12  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("name", "body", "mime", "says"),
    [
        (
            "a.exe",
            b"MZ" + b"0" * 100,
            "application/octet-stream",
            "Dit soort bestand lukt hier niet",
        ),
        ("a.jpg", b"\xff\xd8\xff" + b"0" * 100, "image/jpeg", "Deze foto kan ik niet openen"),
        ("a.pdf", b"%PDF-" + b"0" * (10 * 1024 * 1024 + 1), "application/pdf", "groter dan 10 MB"),
        ("a.pdf", b"%PDF-" + b"0" * (12 * 1024 * 1024), "application/pdf", "groter dan 10 MB"),
    ],
)
def test_a_file_we_do_not_take_is_refused_kindly_and_her_words_stay(
    parent: Parent, name: str, body: bytes, mime: str, says: str
) -> None:
    parent.to(4)
    count = len(parent.line.items)
    parent.send(text="Mijn woorden", files={"file": (name, body, mime)})
    assert parent.page.status_code == 422
    assert says in parent.words
    assert "meenemen naar je gesprek" in parent.words
    assert "Mijn woorden" in parent.page.text
    assert (len(parent.line.items), parent.line.files) == (count, {})


PHOTO = {"file": ("a.jpg", photo(), "image/jpeg")}


def test_a_photo_takes_unsent_ticks_and_words_along(parent: Parent) -> None:
    parent.to(3)
    parent.send(files=PHOTO, picked=["food", "home"], text="de brief", press="")
    item = parent.line.items[-1]
    assert (item.kind, item.text, item.picked) == ("media", "de brief", ("food", "home"))


def test_a_button_takes_a_chosen_photo_along(parent: Parent) -> None:
    parent.to(3)
    parent.send(files=PHOTO, picked=["food"], press="3:ok")
    item = parent.line.items[-1]
    assert (item.kind, item.press, item.picked) == ("press", "3:ok", ("food",))
    assert item.media
    assert list(parent.line.files) == [item.media.attachment]
    assert "Je foto is bewaard." in parent.words


@pytest.mark.parametrize("way", ["skip", "decline", "unknown"])
def test_who_gives_no_answer_sends_nothing_else_either(parent: Parent, way: str) -> None:
    parent.to(4)
    parent.send(files=PHOTO, text="half getypt", press=f"4:i.{way}")
    assert (parent.line.items[-1].text, parent.line.files) == ("", {})
    assert parent.page.status_code == 200


def test_a_refused_file_leaves_her_ticks_and_words_on_the_page(parent: Parent) -> None:
    parent.to(3)
    wrong = {"file": ("a.exe", b"MZ" + b"0" * 100, "application/octet-stream")}
    parent.send(files=wrong, picked=["home"], text="Mijn woorden")
    assert parent.page.status_code == 422
    assert re.findall(r'value="(\w+)" checked', parent.page.text) == ["home"]
    assert "Mijn woorden</textarea>" in parent.page.text


def test_an_empty_form_leaves_her_ticks_on_the_page(parent: Parent) -> None:
    parent.to(3)
    parent.send(picked=["letter"])
    assert "Ik zie nog geen antwoord" in parent.words
    assert re.findall(r'value="(\w+)" checked', parent.page.text) == ["letter"]


def test_a_file_never_touches_the_disk(parent: Parent, monkeypatch: pytest.MonkeyPatch) -> None:
    parent.to(4)
    monkeypatch.setattr("tempfile.TemporaryFile", lambda *_, **__: pytest.fail("on disk"))
    body = b"%PDF-" + b"0" * (5 * 1024 * 1024)
    parent.send(files={"file": ("a.pdf", body, "application/pdf")})
    assert "Je bestand is bewaard." in parent.words


def test_the_same_file_sent_again_is_one_file(parent: Parent) -> None:
    parent.to(4)
    fields = parent.fields()
    file = {"file": ("a.jpg", photo(), "image/jpeg")}
    for _ in range(2):
        parent.web.post("/chat", data=fields, files=file, headers=SITE)
    assert len(parent.line.files) == 1
