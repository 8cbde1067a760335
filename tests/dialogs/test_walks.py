"""Hypothesis walks every shipped script: each ends or waits, can be saved, never loops, and a
person is at most two taps away everywhere."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from casework.childcare_steps import BY_ID
from dialogs.authoring.shelf import load_shipped
from dialogs.effects import Say
from dialogs.events import TimerFired
from dialogs.library import DANGER, EVERYWHERE
from dialogs.model import Depth, Intent, Kind
from tests.dialogs.stand_in import Chat

WORDS = st.sampled_from(
    ["", "ja", "nee", "weet niet", "2", "👍", "hoi", "overslaan", "terug", "liever niet", "stop",
     "pauze", "help", "mijn antwoorden", "aanpassen", "verder", "opnieuw", "alles behalve dat",
     "0612345678", "rot op", "x" * 5000, "▒▒▒", "menu", "{bot} <b>&", "kinderen"]
) | st.text(st.characters(codec="utf-8", exclude_characters="{"), max_size=40)  # fmt: skip
STEPS = [step for step in BY_ID if step not in ("route", "quote")]  # of childcare
MOVE = st.one_of(
    st.tuples(st.just("tap"), st.integers(0, 30)),
    st.tuples(st.just("type"), WORDS),
    st.tuples(st.just("stale"), st.integers(0, 30)),
    st.tuples(st.just("intent"), st.sampled_from(sorted(Intent))),
    st.tuples(st.just("voice"), st.just(0)),
    st.tuples(
        st.just("timer"),
        st.sampled_from(["silence", "unfinished", "paused", "day_before", "missed"]),
    ),
    st.tuples(st.just("step"), st.sampled_from(STEPS)),
)
STARTS = [  # every shipped script, at its beginning and wherever a timer or her people begin it
    (script.id, entry)
    for script in load_shipped()
    for entry in ("", *script.entries)
    if script.id not in (EVERYWHERE, DANGER)  # these lie on top of the others
]
OFFERED = [choice.id for choice in load_shipped().script("offers").step("menu").choices]


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.sampled_from(STARTS), st.lists(MOVE, max_size=40))
def test_every_walk_waits_with_a_way_on_and_a_person_near(
    start: tuple[str, str], moves: list[tuple[str, object]]
) -> None:
    chat = Chat()
    chat.lookups["offers"] = (
        {"aanbod": "ja", "aanbod_zin": ""} | dict.fromkeys(OFFERED, "ja"),
        (),
    )
    script, entry = start
    chat.start(script, entry=entry)
    _well(chat)
    for how, what in moves:
        _move(chat, how, what)
        _well(chat)


def _move(chat: Chat, how: str, what: object) -> None:
    assert chat.session
    if how == "tap":
        buttons = Chat.buttons(_question(chat))
        chat.press(buttons[int(str(what)) % len(buttons)][1])
    elif how == "stale":
        buttons = Chat.buttons(chat.said[int(str(what)) % len(chat.said)])
        if buttons:
            chat.press(buttons[0][1])
    elif how == "type":
        chat.types(str(what))
    elif how == "intent":
        chat.intends(Intent(str(what)))
    elif how == "voice":
        chat.sends()
    elif how == "step":
        facts = {"plan": "1", "step": str(what)}
        chat.event(TimerFired(chat.at, "childcare_step", 0, facts, "childcare:1"))
    else:
        kind = str(what)
        facts = {"appointment": "7"} if kind in ("day_before", "missed") else {}
        chat.timer(kind, chat.session.turn if kind == "silence" else 0, **facts)


def _question(chat: Chat):  # type: ignore[no-untyped-def]
    return next(m for m in reversed(chat.said) if m.turn)


def _well(chat: Chat) -> None:
    """The promises of every state."""
    session = chat.session
    assert session is not None
    assert session.frames, "a parent never stands nowhere"
    question = _question(chat)
    assert question.turn == session.turn
    buttons = Chat.buttons(question)
    assert question.entry != "none" or buttons, "there is always a way on"
    assert all(len(press) <= 64 for _, press in buttons)
    assert len(question.answers) <= 5
    presses = {press.partition(":")[2] for _, press in buttons}
    calling = session.frames[-1].step.startswith("call")
    assert "i.call" in presses or "i.menu" in presses or calling, chat.step
    assert all("{" not in m.text or "<b>" in m.text for m in chat.said[-1:]), chat.said[-1].text
    assert sum(1 for e in chat.effects if isinstance(e, Say)) <= 5, "never a flood"
    assert len(session.frames) <= 6
    assert not session.pending


def test_a_person_is_two_taps_away_in_every_step() -> None:
    """From each step of each script as it is asked: a button for a person, or one in the menu."""
    checked = 0
    for script in load_shipped():
        for step in script.steps:
            if step.kind in (Kind.SAY, Kind.LOOKUP) or script.id == "everywhere":
                continue
            chat = Chat()
            chat.start(script.id)
            assert chat.session
            run = _standing(chat, script.id, step.id)
            labels = [label for label, _ in Chat.buttons(run)]
            assert "Ik wil bellen" in labels, f"{script.id}/{step.id}"
            checked += 1
    assert checked >= 30


def _standing(chat: Chat, script: str, step: str):  # type: ignore[no-untyped-def]
    from dialogs.run import Run

    run = Run(load_shipped(), chat.session, chat.at)  # type: ignore[arg-type]
    run.change(frames=())
    run.push(script, step, facts={"childcare": "ja"})
    run.ask()
    from dialogs.render import render

    say = next(e for e in run.effects if isinstance(e, Say))
    return render(say, lambda _, m: m, {})


def test_shortest_route_asks_three_questions() -> None:
    chat = Chat()
    chat.start()
    chat.taps("Beginnen", "Gelezen, verder", "Nederlands", "Zeg maar je")
    chat.types("Samira", "Crabbehof")
    chat.taps("Veel te vol", "3 vragen")
    assert chat.session
    assert chat.session.depth is Depth.CORE
    asked = []
    for _ in range(9):
        if chat.step == "summary_check":
            break
        asked.append(chat.step)
        chat.intends(Intent.SKIP)
    assert asked == ["urgent_now", "contact", "contact_times"]
    chat.taps("Klopt, versturen")
    assert ("send_handoff", {"district": "crabbehof", "checked": "ja"}) in chat.deeds()
