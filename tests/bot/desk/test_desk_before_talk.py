"""What she said about a talk stands beside that talk, and not beside the next one."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.desk import views
from casework.summary import Line, Section, State, Trace
from tests.bot.desk import standin
from tests.bot.desk.standin import NOW, OURS


def said(step: str, days: int, script: str = "appointment") -> Line:
    """A line that she gave so many days ago."""
    trace = Trace(script, 1, step, "", NOW - timedelta(days=days))
    return Line(step, State.ANSWERED, trace, ("de huur",))


async def test_only_what_was_asked_about_this_talk_stands_beside_it() -> None:
    file = await standin.busy().file("sanne", OURS)
    assert file
    talk = replace(file.talks[0], agreed_at=NOW - timedelta(days=2))
    asked = (said("topic", 1), said("urgent", 1), said("plan", 5), said("topic", 1, "intake"))
    blank = Line("x", State.NOT_ASKED, Trace("appointment", 1, "x", ""))
    told = replace(file.summary, sections=(Section("practical", "", (*asked, blank)),))
    found = views.before_talk(replace(file, summary=told), talk)
    assert [line.label for line in found] == ["topic", "urgent"]
