"""What holds in every step, one readable case each."""

from __future__ import annotations

import pytest

from dialogs.effects import CancelTimers, Interrupt, RecordAnswer, Say, SetTimer, WithdrawAnswer
from dialogs.model import Depth, Intent
from tests.dialogs.stand_in import Chat


@pytest.fixture
def chat() -> Chat:
    """A parent at the question about her district (3 of 14)."""
    chat = Chat()
    chat.start()
    chat.taps("Beginnen", "Gelezen, verder", "Nederlands", "Zeg maar je")
    chat.types("ik heet samira")
    return chat


def test_name_is_taken_from_a_sentence(chat: Chat) -> None:
    assert chat.recorded() == {"call_name": ("answered", ("Samira",))}
    assert chat.last.text.startswith("Vraag 3 van 14")


def test_more_than_five_choices_are_paged_and_typing_reaches_all(chat: Chat) -> None:
    chat.taps("Meer keuzes")
    assert [b.label for b in chat.last.answers] == [
        "Dubbeldam", "Sterrenburg", "Weet ik niet", "Meer keuzes",
    ]  # fmt: skip
    assert chat.last.update
    chat.types("wielwijk")
    assert chat.recorded() == {"district": ("answered", ("wielwijk",))}


def test_back_returns_and_the_new_answer_replaces_the_old(chat: Chat) -> None:
    chat.taps("Terug")
    assert chat.step == "call_name"
    chat.types("Fatima")
    assert chat.recorded() == {"call_name": ("answered", ("Fatima",))}
    assert chat.step == "district"


def test_back_at_the_start_says_so() -> None:
    chat = Chat()
    chat.start()
    chat.taps("Terug")
    assert chat.last.text.startswith("Dit is de eerste vraag.")


def test_skip_and_decline_are_kept_apart(chat: Chat) -> None:
    chat.taps("Overslaan")
    assert chat.recorded() == {"district": ("skipped", ())}
    chat.taps("Zeg ik liever niet")
    assert chat.recorded() == {"mood_today": ("declined", ())}


def test_two_skips_in_a_row_offer_the_short_route_once(chat: Chat) -> None:
    chat.taps("Overslaan", "Overslaan")
    assert chat.step == "short_gentle"
    chat.taps("Alle vragen")
    assert chat.step == "urgent_now"
    chat.taps("Overslaan", "Overslaan")
    assert chat.step == "fit"


def test_a_full_head_hides_optional_questions(chat: Chat) -> None:
    chat.types("Crabbehof", "vol")
    assert chat.session
    assert chat.session.depth is Depth.SHORT
    assert "Dan houd ik het kort" in chat.said[-2].text
    assert chat.step == "urgent_now"
    chat.taps("Niets hiervan")
    assert chat.step == "contact"
    assert "Vraag 6 van 6" in chat.last.text


def test_pause_with_a_moment_and_coming_back(chat: Chat) -> None:
    chat.taps("Pauze", "vanavond 19:00")
    assert chat.deeds() == [("pause_until", {"moment": "2026-11-23T19:00"})]
    assert "vanavond 19:00 stuur ik je" in chat.last.text
    assert chat.session
    assert chat.session.state == "paused"
    chat.later(days=3)
    chat.timer("paused")
    assert chat.last.text.startswith("Hoi Samira. Je vroeg om dit bericht. We waren bij vraag 3")
    chat.taps("Verder")
    assert chat.step == "district"


def test_words_written_during_a_pause_are_kept(chat: Chat) -> None:
    chat.taps("Pauze", "Nee, ik kom zelf")
    chat.types("mijn zoon is ziek vandaag")
    assert chat.recorded() == {"note_1": ("answered", ("mijn zoon is ziek vandaag",))}
    assert chat.step == "resume"


def test_stop_ends_reminders_not_help(chat: Chat) -> None:
    chat.types("stop")
    assert Interrupt(Intent.STOP) in chat.effects
    assert any(isinstance(e, CancelTimers) and "unfinished" in e.kinds for e in chat.effects)
    assert chat.session
    assert chat.session.state == "stopped"
    chat.taps("Toch verder")
    assert chat.step == "district"


@pytest.mark.parametrize("said", ["stuur me geen berichten meer", "geen appjes meer"])
def test_no_more_messages_ends_reminders_and_says_how_to_stop_whole(chat: Chat, said: str) -> None:
    chat.types(said)
    assert Interrupt(Intent.REMINDERS_OFF) in chat.effects
    assert "Ik stuur geen herinneringen meer." in chat.last.text
    assert "Typ: stop." in chat.last.text
    assert chat.step == "district"
    chat.types("stop")
    assert Interrupt(Intent.STOP) in chat.effects


def test_calling_asks_a_number_once_and_never_again(chat: Chat) -> None:
    chat.taps("Ik wil bellen", "Bel mij")
    assert chat.step == "call_phone"
    chat.types("06 12 34 56 78")
    assert chat.recorded() == {"contact": ("answered", ("+31612345678",))}
    assert ("request_call", {}) in chat.deeds()
    chat.taps("Verder")
    assert chat.step == "district"
    chat.types("Crabbehof", "veel te vol")
    chat.taps("3 vragen", "Niets hiervan")
    assert chat.step == "contact_times"


def test_a_person_can_be_reached_before_anything_else() -> None:
    chat = Chat()
    chat.intends(Intent.CALL)
    assert "078 000 00 00" in chat.last.text


def test_unclear_twice_keeps_the_words_and_goes_on(chat: Chat) -> None:
    chat.types("bij de brug rechts")
    assert "Dat begrijp ik nog niet goed." in chat.last.text
    assert "Je kunt bijvoorbeeld typen: Crabbehof" in chat.last.text
    assert chat.recorded() == {"note_1": ("answered", ("bij de brug rechts",))}
    chat.types("bij de brug rechts")
    answer = next(e.answer for e in chat.effects if isinstance(e, RecordAnswer))
    assert (answer.step, answer.status.value, answer.words) == (
        "district",
        "unclear",
        "bij de brug rechts",
    )
    assert chat.step == "mood_today"


def test_stale_press_shows_the_current_question(chat: Chat) -> None:
    old = chat.button("Crabbehof")
    chat.types("Wielwijk")
    chat.press(old)
    assert chat.last.text.startswith("Die knop hoort bij een eerdere vraag.")
    assert chat.step == "mood_today"
    assert not chat.recorded()


def test_changing_an_answer_opens_and_withdraws_what_hangs_on_it(chat: Chat) -> None:
    chat.types(
        "Crabbehof",
        "rustig",
        "niets",
        "geld",
        "alleen",
        "geen kinderen",
        "niet nodig",
        "achter",
        "huur",
    )
    assert chat.step == "strengths"
    chat.types("aanpassen")
    chat.taps("Meer keuzes", "Meer keuzes")
    chat.taps("Geld")
    assert chat.step == "money_worry"
    chat.types("het gaat")
    assert WithdrawAnswer("intake", "arrears_kind") in chat.effects
    assert chat.step == "strengths"
    chat.types("wijzig", "geld")
    chat.types("achter")
    assert chat.step == "arrears_kind"
    assert chat.last.text.startswith("Er komt één vraag bij.")
    chat.types("zorg")
    assert chat.step == "strengths"


def test_ticks_survive_a_look_at_the_menu(chat: Chat) -> None:
    chat.types("Crabbehof", "rustig")
    chat.taps("Te weinig eten")
    assert chat.last.update
    assert chat.last.boxes[0].picked
    chat.taps("Meer", "Terug naar de vraag")
    assert chat.last.boxes[0].picked
    chat.taps("Klaar")
    assert chat.recorded() == {"urgent_now": ("answered", ("food",))}


def test_no_more_than_two_wishes(chat: Chat) -> None:
    chat.types("Crabbehof", "rustig", "niets", "geld, werk en school")
    assert chat.last.text.startswith("Kies er niet meer dan 2.")
    chat.types("geld en werk")
    assert chat.recorded() == {"relief_wish": ("answered", ("money", "work"))}


def test_voice_is_an_answer_to_an_open_question_and_kept_beside_others(chat: Chat) -> None:
    chat.sends("voice")
    assert "note_1" in chat.recorded()
    assert chat.step == "district"
    assert "Een mens luistert ernaar" in chat.last.text


def test_masked_number_is_explained(chat: Chat) -> None:
    chat.types("mijn nummer is ▒▒▒")
    assert chat.last.text.startswith("Ik zag een nummer")
    assert not chat.recorded()


def test_silence_offers_the_short_route_once_and_a_stale_timer_does_nothing(chat: Chat) -> None:
    assert chat.session
    timer = next(e for e in chat.effects if isinstance(e, SetTimer))
    assert (timer.kind, timer.turn) == ("silence", chat.session.turn)
    assert chat.timer("silence", timer.turn - 1) == []
    chat.timer("silence", timer.turn)
    assert chat.step == "short_gentle"
    chat.taps("Alle vragen")
    assert chat.step == "district"
    assert not any(isinstance(e, SetTimer) for e in chat.effects)


def test_start_again_half_way_offers_to_go_on(chat: Chat) -> None:
    chat.start()
    assert chat.step == "resume"
    chat.taps("Opnieuw", "Ja, opnieuw")
    assert chat.step == "language_form"
    assert any(isinstance(e, WithdrawAnswer) for e in chat.effects)


def test_reminder_lies_on_top_and_the_question_comes_back(chat: Chat) -> None:
    chat.timer("day_before", appointment="7")
    assert "heb je een afspraak met Sanne" in chat.last.text
    chat.timer("morning_of", appointment="7")
    assert len([f for f in chat.session.frames if f.topic]) == 1  # type: ignore[union-attr]
    chat.taps("Tot straks")
    assert ("confirm_appointment", {"appointment": "7"}) in chat.deeds()
    assert chat.step == "district"


def test_her_name_typed_while_a_reminder_came_between_is_kept(chat: Chat) -> None:
    """The reminder cannot make anything of it, and she saw another question when she typed."""
    chat.timer("day_before", appointment="7")
    chat.types("Noor")
    assert "Ik bewaar wat je schreef." in chat.last.text
    assert chat.recorded()["note_1"] == ("answered", ("Noor",))


def test_missed_talk_is_rebooked_in_two_taps() -> None:
    chat = Chat()
    chat.start("appointment", entry="missed", topic="appointment:7")
    assert "Dat kan gebeuren" in chat.last.text
    chat.taps("Nieuwe dag", "di 24 nov 10:00")
    assert ("book_appointment", {"slot": "1"}) in chat.deeds()
    assert any(isinstance(e, Say) and e.file == "ics:7" for e in chat.effects)


def test_after_the_end_words_go_to_the_team(chat: Chat) -> None:
    chat.types("Crabbehof", "veel te vol")
    chat.taps("3 vragen", "Niets hiervan", "Overslaan", "Overslaan", "Klopt, versturen")
    assert "Sanne en Karim lezen dit" in chat.last.text
    assert chat.session
    assert chat.session.state == "done"
    chat.types("ik ben ook nog verhuisd")
    assert ("tell_team", {"kind": "message"}) in chat.deeds()
    assert "note_1" in chat.recorded()


def test_answers_can_be_seen_and_changed_after_sending(chat: Chat) -> None:
    chat.types("Crabbehof", "veel te vol")
    chat.taps("3 vragen", "Niets hiervan", "Overslaan", "Overslaan", "Klopt, versturen")
    chat.taps("Mijn antwoorden")
    assert "Naam: Samira" in chat.last.text
    chat.taps("Iets aanpassen", "Naam")
    chat.types("Fatima")
    assert chat.recorded() == {"call_name": ("answered", ("Fatima",))}
    assert ("tell_team", {"kind": "changed"}) in chat.deeds()
    assert chat.session
    assert chat.session.state == "done"


def test_changing_an_intake_answer_under_a_reminder(chat: Chat) -> None:
    chat.timer("day_before", appointment="7")
    chat.types("aanpassen")
    chat.taps("Naam")
    chat.types("Fatima")
    assert chat.step == "day_before"
    assert not chat.deeds()


def test_after_something_urgent_her_number_is_asked_once(chat: Chat) -> None:
    chat.types("Crabbehof", "rustig", "geen eten meer")
    assert chat.step == "urgent_told"
    chat.taps("Verder")
    assert chat.step == "urgent_phone"
    chat.types("06 12 34 56 78")
    assert chat.recorded() == {"contact": ("answered", ("+31612345678",))}
    for _ in range(8):
        chat.intends(Intent.SKIP)
        assert chat.step != "contact"


def test_weet_ik_niet_is_kept_apart_from_skipping(chat: Chat) -> None:
    chat.types("Crabbehof", "weet ik niet")
    assert chat.recorded() == {"mood_today": ("unknown", ())}


def test_labels_that_are_typed_work_everywhere(chat: Chat) -> None:
    chat.types("Crabbehof", "rustig")
    chat.taps("Te weinig eten")
    chat.types("klaar")
    assert chat.recorded() == {"urgent_now": ("answered", ("food",))}
    chat.taps("Verder", "Overslaan")
    chat.types("geld")
    chat.types("stop")
    chat.types("mijn antwoorden")
    assert chat.step == "answers"


def test_ticks_stay_when_she_also_types(chat: Chat) -> None:
    chat.types("Crabbehof", "rustig", "niets")
    chat.taps("Hulp met geld")
    chat.types("me ex betaalt niks meer")
    assert chat.last.boxes[0].picked
    assert chat.recorded() == {"note_1": ("answered", ("me ex betaalt niks meer",))}
    chat.taps("Klaar")
    assert chat.recorded() == {"relief_wish": ("answered", ("money",))}


def test_a_sentence_is_no_name_and_no_district() -> None:
    chat = Chat()
    chat.start()
    chat.taps("Beginnen", "Gelezen, verder", "Nederlands", "Zeg maar je")
    chat.types("ik wil dit niet invullen nu")
    assert chat.recorded() == {"note_1": ("answered", ("ik wil dit niet invullen nu",))}
    chat.types("Samira", "heb deurwaarders aan de deur")
    assert chat.step == "district"


def test_without_a_number_no_call_is_promised_on_it(chat: Chat) -> None:
    chat.taps("Ik wil bellen", "Bel mij")
    chat.types("wat eten we", "hoe laat is het")
    assert "nog geen nummer" in chat.last.text


def test_asking_who_reads_this_loses_no_question_about_her_number(chat: Chat) -> None:
    chat.taps("Ik wil bellen", "Bel mij")
    chat.types("wie leest dit")
    assert "twee mensen" in chat.last.text
    assert "welk nummer" in chat.last.text
    chat.types("0612345678")
    assert "+31612345678" in str(chat.recorded())


def test_a_question_about_an_appointment_does_not_outlive_it() -> None:
    chat = Chat()
    chat.start("first_talk", topic="handoff:1")
    chat.taps("di 24 nov 10:00")
    assert chat.step == "day_before"
    chat.timer("day_before", appointment="7")
    chat.taps("Andere dag", "Nu even niet")
    assert chat.step == "idle"


def test_erasing_is_asked_once_and_done_with_her_yes(chat: Chat) -> None:
    chat.types("alles wissen")
    assert chat.deeds() == []
    chat.taps("Ja, wis alles")
    assert chat.deeds() == [("erase_everything", {})]


def test_what_the_law_holds_is_brought_to_a_person(chat: Chat) -> None:
    chat.lookups["may_erase"] = ({"mag": "nee", "mensen_zin": ""}, ())
    chat.types("alles wissen")
    assert chat.deeds() == [("tell_team", {"kind": "erase"})]
    chat.taps("Verder")
    assert chat.last.turn > 0
