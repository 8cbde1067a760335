"""The one screen: reading order, every expected line, visible blanks, traces."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from casework.summary import (
    OTHER,
    SECTIONS,
    About,
    Attached,
    Given,
    Line,
    State,
    Summary,
    Told,
    Trace,
    build,
)
from dialogs.authoring.shelf import load_shipped
from dialogs.model import Kind, Script, Step

NOW = datetime(2026, 6, 9, 12, 0, tzinfo=UTC)
EARLIER = NOW - timedelta(hours=3)
ABOUT = About("1.0", promised_by=NOW + timedelta(days=2), told=(Told("Sanne belt", EARLIER),))


def step(name: str, section: str, *sees: str) -> Step:
    return Step(name, Kind.TEXT, f"Vraag {name}?", name.title(), section, frozenset(sees))


SCRIPT = Script(
    "intake",
    3,
    "Intake",
    (
        step("welcome", ""),
        step("call_name", "header", "tandem"),
        step("mood_today", "wellbeing", "tandem"),
        step("urgent_now", "urgent", "tandem"),
        step("wishes", "wishes", "tandem", "coordinator"),
        step("money_worry", "money", "tandem"),
        step("arrears", "money", "tandem"),
        step("counted", "children", "coordinator"),
        step("goal", "goal"),
    ),
)


def said(name: str, section: str, **more: object) -> Given:
    answer = Given(
        script="intake",
        version=3,
        step=name,
        label=name.title(),
        section=section,
        question=f"Vraag {name}?",
        status=State.ANSWERED,
        at=EARLIER,
    )
    return replace(answer, **more)  # type: ignore[arg-type]  # the tests name real fields


def summary(*answers: Given, now: datetime = NOW) -> Summary:
    return build([SCRIPT], answers, ABOUT, now)


def shown(made: Summary) -> list[str]:
    return [
        f"{part.id}: {line.label}: {line.text}" for part in made.sections for line in part.lines
    ]


def test_the_whole_screen_in_reading_order() -> None:
    made = summary(
        said("wishes", "wishes", labels=("Geld", "Iets anders"), words="een nacht slapen"),
        said("urgent_now", "urgent", labels=("Eten",)),
        said("call_name", "header", words="Fatma", value=("Fatma",)),
        said("mood_today", "wellbeing", labels=("Vol",)),
        said("money_worry", "money", status=State.DECLINED),
        said("goal", "goal", attachments=(Attached("a1", "voice", 12),)),
    )
    assert shown(made) == [
        "header: Call_Name: “Fatma”",
        "urgent: Urgent_Now: Eten",
        "wishes: Wishes: Geld, Iets anders: “een nacht slapen”",
        "children: Kinderen en opvang: niet gevraagd",
        "money: Money_Worry: liever niet",
        "money: Arrears: niet gevraagd",
        "home: Wonen: niet gevraagd",
        "wellbeing: Mood_Today: Vol",
        "work: Werk en leren: niet gevraagd",
        "network: Wie en wat al helpt: niet gevraagd",
        "goal: Goal: ingestuurd",
        "practical: Voor het gesprek: niet gevraagd",
    ]
    assert [line.label for line in made.open] == [
        "Kinderen en opvang",
        "Money_Worry",
        "Arrears",
        "Wonen",
        "Werk en leren",
        "Wie en wat al helpt",
        "Voor het gesprek",
    ]
    assert made.promised_by == ABOUT.promised_by
    assert made.told == ABOUT.told
    assert made.provenance.scripts == (("intake", 3),)


def test_words_that_may_mean_danger_stand_above_nothing_urgent() -> None:
    made = summary(
        said("urgent_now", "urgent", labels=("Niets hiervan",)),
        said("signal_1", "urgent", script="everywhere", words="ik kan niet meer"),
    )
    steps = [line.trace.step for line in made.section("urgent").lines]
    assert steps == ["signal_1", "urgent_now"]


def test_each_line_carries_its_trace() -> None:
    line = summary(said("call_name", "header", words="Fatma", version=2)).line("call_name")
    assert line is not None
    assert line.trace == Trace("intake", 2, "call_name", "Vraag call_name?", EARLIER)
    blank = summary().line("call_name")
    assert blank == Line(
        "Call_Name", State.NOT_ASKED, Trace("intake", 3, "call_name", "Vraag call_name?")
    )


def test_what_she_typed_stands_beside_how_it_was_read() -> None:
    phone = said("goal", "goal", value=("+31612345678",), words="06-12345678 graag")
    line = summary(phone).line("goal")
    assert line is not None
    assert line.parts == ("06 12 34 56 78",)
    assert line.text == "06 12 34 56 78: “06-12345678 graag”"


def test_a_skipped_question_shows_no_choice() -> None:
    skipped = said("goal", "goal", status=State.SKIPPED, labels=("Overslaan",), value=("skip",))
    line = summary(skipped).line("goal")
    assert line is not None
    assert (line.text, line.parts) == ("overgeslagen", ())


def test_provenance_names_the_versions_she_answered() -> None:
    made = summary(said("goal", "goal", words="x", version=2))
    assert made.provenance.scripts == (("intake", 2),)
    assert summary().provenance.scripts == (("intake", 3),)


def test_the_mood_is_true_for_a_day() -> None:
    answer = said("mood_today", "wellbeing", labels=("Veel te vol",), words="het is teveel")
    fresh = summary(answer, now=EARLIER + timedelta(hours=24)).line("mood_today")
    stale = summary(answer, now=EARLIER + timedelta(hours=24, seconds=1)).line("mood_today")
    assert fresh is not None
    assert stale is not None
    assert (fresh.said_today, fresh.state) == (True, State.ANSWERED)
    assert (stale.state, stale.parts, stale.words) == (State.EXPIRED, (), "")
    assert stale.text == "ouder dan 24 uur, niet meer getoond"


def test_a_newer_answer_replaces_the_older() -> None:
    old = said("call_name", "header", words="Fatma", at=EARLIER - timedelta(1))
    new = said("call_name", "header", words="Mevrouw B.")
    for order in ((old, new), (new, old)):
        line = summary(*order).line("call_name")
        assert line is not None
        assert line.words == "Mevrouw B."


def test_answers_the_script_no_longer_asks_for_stay_visible() -> None:
    made = summary(
        said("old_money", "money", words="huur", version=1), said("odd", "", words="hallo")
    )
    assert [line.words for line in made.section("money").lines] == ["", "", "huur"]
    assert [line.words for line in made.section(OTHER).lines] == ["hallo"]


def test_what_is_only_counted_is_not_shown() -> None:
    made = summary(said("counted", "children", labels=("2",)))
    assert made.line("counted") is None


def test_the_shipped_intake_fills_every_section_it_can() -> None:
    intake = load_shipped().script("intake")
    named = {one.section for one in intake.steps if one.section}
    assert named <= set(SECTIONS)
    assert {"header", "urgent", "wishes", "children", "money", "goal", "practical"} <= named
    made = build([intake], [], ABOUT, NOW)
    assert [part.id for part in made.sections] == list(SECTIONS)
    assert all(line.state is State.NOT_ASKED for part in made.sections for line in part.lines)


def test_a_follow_up_that_does_not_apply_is_not_called_unasked() -> None:
    intake = load_shipped().script("intake")

    def shown_for(**more: object) -> set[str]:
        answer = said("money_worry", "money", **more)
        made = build([intake], [answer], ABOUT, NOW)
        return {line.trace.step for part in made.sections for line in part.lines}

    assert "arrears_kind" in shown_for(value=("behind",), labels=("Ja",))
    assert "arrears_kind" not in shown_for(value=("fine",), labels=("Nee",))
    assert "children_0_1" in shown_for(value=("fine",))  # nobody asked about children yet


answers = st.builds(
    said,
    st.sampled_from(["call_name", "mood_today", "wishes", "goal", "gone", "elsewhere"]),
    st.sampled_from([*SECTIONS, "", "unknown"]),
    status=st.sampled_from([s for s in State if s not in (State.NOT_ASKED, State.EXPIRED)]),
    at=st.datetimes(datetime(2026, 6, 1), datetime(2026, 6, 9), timezones=st.just(UTC)),
    words=st.text(max_size=8),
    script=st.sampled_from(["intake", "checkin"]),
)


@given(st.lists(answers, max_size=12))
def test_no_answer_is_ever_hidden_and_none_is_shown_twice(given_answers: list[Given]) -> None:
    made = summary(*given_answers)
    lines = [line for part in made.sections for line in part.lines]
    traced = [(line.trace.script, line.trace.step) for line in lines if line.trace.at]
    assert sorted(traced) == sorted({(one.script, one.step) for one in given_answers})
    expected = {(SCRIPT.id, one.id) for one in SCRIPT.steps if one.section and one.id != "counted"}
    assert expected <= {(line.trace.script, line.trace.step) for line in lines}
    assert all(part.lines for part in made.sections)
    assert all(line.text for line in lines if line.state is not State.ANSWERED)
