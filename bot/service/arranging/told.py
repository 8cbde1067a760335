"""What scripts look up about what is arranged, and what the clock tells the team of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from bot.service import handoffs, hearing, wording
from bot.service.arranging import near, nearby, tips, unanswered, whom
from bot.service.arranging.deeds import REASON, SILENT, help_in_time, hers, silences
from bot.service.arranging.following import known, offsets
from bot.service.arranging.keys import silent_key
from bot.service.ports import CLOCK
from bot.service.programmes.coaching import told as coaching
from bot.service.work import Work
from casework import reminders as policy
from casework.childcare import ASK_AGAIN, Due, dated
from casework.childcare_limits import asked_again_on
from casework.childcare_steps import DUTCH
from casework.fitting import Fit, Fitting, fitting
from casework.requests import ended
from dialogs import overview
from dialogs.language import dates
from dialogs.library import choice_text, label_text
from dialogs.model import Answer, Status, Text
from storage import childcare, requests
from storage.childcare import Plan
from storage.handoffs import Handoff
from storage.requests import Request
from storage.tx import Tx

Args = Mapping[str, str]
OFFERS, MENU = "offers", "menu"  # the step whose buttons begin a flow
MOST_REASONS = 2  # more is a list, and not a sentence
CARE = "childcare"
CARE_FACTS = ("area", "travel", "care_now", "old_bill", "digid", "benefit_now")  # seldom change
ONCE_MORE = frozenset({"baby_package"})  # asked anew when what was asked is over
FINISHED = "check"  # a flow whose step of this name was answered is done


async def told(work: Work) -> bool:
    """A step of her people is near, or she did not answer about one of hers: a task on the desk.

    True when that is what came due.
    """
    facts = work.item.facts
    if facts.get("kind") != policy.CHILDCARE_DUE or work.row.channel != CLOCK:
        return False
    tx = await work.direct()
    plan = await hers(work, int(facts["plan"]))
    steps = await childcare.steps(tx, plan.id) if plan else []
    if plan and any(one.step == facts["step"] and not one.done_on for one in steps):
        why = handoffs.Reason(plan.family_id, REASON, work.key())
        handoff = await handoffs.bring(tx, work.house, why, work.at)
        if unanswered.SILENT in facts:
            await _silent(work, tx, handoff, plan)
        else:
            await near.put(tx, work.house, handoff, facts, work.at)
    return True


async def _silent(work: Work, tx: Tx, handoff: Handoff, plan: Plan) -> None:
    """She was asked often enough: somebody may call her. It stands there once for a step."""
    step = work.item.facts["step"]
    if await silences(tx, plan, step):
        return
    due = work.house.calendar.promised_by(work.at, work.house.municipality.promise)
    key = silent_key(plan.id, step, work.key())
    words = await whom.beside(tx, work.house, plan, DUTCH[step])
    await handoffs.add_task(tx, handoff, SILENT, key, work.at, words=words, due=due)


async def step(work: Work, args: Args) -> dict[str, str]:
    """A step of hers: whether it is still open, for which child, its day, the first and last day.

    `nog`, where she says "not yet": she is asked in a week, has until the last day (`tot`), or that
    day is past (`voorbij`). `hulp`: whether help as the town promises it is in time.
    """
    plan_id = args.get("plan", "")
    row = await hers(work, int(plan_id)) if plan_id.isdecimal() else None
    if row is None:
        return {"loopt": "nee"}
    plan = await known(work.tx, work.house, row)
    found = dated(plan, offsets(work.house), work.house.calendar)
    due = next((one for one in found if one.step.id == args.get("step")), None)
    facts = {"loopt": "ja" if due and due.open else "nee", "naam1": await hearing.first(work)}
    facts |= {
        "dag": _said(work, due.on if due else None),
        "eerste_dag": _said(work, plan.first_day),
    }
    facts["keer"] = str(unanswered.times_of(work.item.facts))
    facts["kind_zin"] = await whom.sentence(work.tx, work.house, row, work.session.form)
    return facts | {"uiterste_zin": _stop(work, plan.lost_after)} | _limit(work, due)


def _limit(work: Work, due: Due | None) -> dict[str, str]:
    last = due.last if due else None
    in_time = due is None or help_in_time(work, due)
    facts = {"uiterste_dag": _said(work, last), "hulp": "ja" if in_time else "nee", "nog": "week"}
    if due is None or last is None:
        return facts
    again = asked_again_on(due, work.today, work.house.calendar)
    if again is None or again < work.today + ASK_AGAIN:
        facts["nog"] = "tot" if work.today < last else "voorbij"
    return facts


def _said(work: Work, day: date | None) -> str:
    today = work.today
    return dates.day(day, today) if day else ""


def _stop(work: Work, last: date | None) -> str:
    if last is None:
        return ""
    text = wording.BEFORE_STOP.filled(dag=_said(work, last))
    return work.house.wording.plain(text, work.session.form)


async def before(work: Work, args: Args) -> dict[str, str]:
    """What she told before, by question, to have her confirm it: `kinderen: intake.children`."""
    return {name: shown(work, work.session.answers.get(key)) for name, key in args.items()}


async def care_before(work: Work) -> dict[str, str]:
    """What she told when she first asked for childcare, to confirm instead of asking it again."""
    answers = work.session.answers
    keys = ("intake.care_now" if name == "care_now" else f"{CARE}.{name}" for name in CARE_FACTS)
    given = (answers[key] for key in keys if key in answers and shown(work, answers[key]))
    said = " ".join(f"{_reason(work, answer)}." for answer in given)
    return {"eerder": said, "nakijken": "ja" if said else "nee"}


def shown(work: Work, answer: Answer | None) -> str:
    """An answer as she saw it; "" without one."""
    if answer is None or answer.status is not Status.ANSWERED:
        return ""
    parts = overview.shown(work.house.library, answer)
    said = [one if isinstance(one, str) else _plain(work, one) for one in parts]
    *first, last = said or [""]
    return f"{', '.join(first)} en {last}" if first else last


def _plain(work: Work, text: Text) -> str:
    return work.house.wording.plain(text, work.session.form)


async def offers(work: Work, args: Args) -> dict[str, str]:
    """The flows she may begin, by what fits her; `only`: those that fit by what she said.

    What was asked for her before she finds in her menu, and nobody brings it up.
    """
    today = work.today
    found = fitting(work.house.municipality, work.session.answers, today)
    asked = await requests.of_family(work.tx, work.conversation.family_id)
    known = {one.programme for one in asked}
    open_ = [one for one in found if _begins(work, one, asked)]
    fits = [one for one in open_ if one.fit is Fit.YES and one.programme.id not in known]
    offered = fits if args.get("only") else open_
    facts = {one.programme.flow: "ja" for one in offered}
    if not args.get("only") and await tips.wanted(work):
        facts["tips"] = "ja"
    if not args.get("only") and any(_asked_care(work, one) for one in found):
        facts["childcare_again"] = "ja"
    if not args.get("only") and nearby.hers(work):
        facts["nearby"] = "ja"
    if not args.get("only") and tips.ideas_welcome(work):
        facts["idea"] = "ja"
    if not args.get("only") and await coaching.may_choose(work):
        facts["goal"] = "ja"
    facts["aanbod"] = "ja" if facts else "nee"
    return facts | {"aanbod_zin": _fits(work, fits)}


def _begins(work: Work, one: Fitting, asked: Sequence[Request]) -> bool:
    """Whether it has a flow that she did not finish before, or may begin anew by now.

    Once more: when everything that was asked of it, by whom ever, came to its end.
    """
    programme, flow = one.programme.id, one.programme.flow
    if programme in ONCE_MORE:
        return bool(flow) and all(
            ended(programme, r.state) for r in asked if r.programme == programme
        )
    return bool(flow) and not _finished(work, flow)


def _asked_care(work: Work, one: Fitting) -> bool:
    """Whether she asked for childcare here before: then there is a shorter way to ask again."""
    return one.programme.flow == CARE and _finished(work, CARE)


def _finished(work: Work, flow: str) -> bool:
    done = work.session.answers.get(f"{flow}.{FINISHED}")
    return done is not None and "right" in done.value


def _fits(work: Work, fits: list[Fitting]) -> str:
    """What fits, with what she said that makes it fit."""
    if not fits:
        return ""
    script = work.house.library.script(OFFERS)
    menu = script.step(MENU)
    names = [_plain(work, choice_text(script, menu, one.programme.flow)) for one in fits]
    because = dict.fromkeys(key for one in fits for key in one.because)
    reasons = [_reason(work, work.session.answers[key]) for key in because]
    text = wording.MAY_FIT.filled(wat=", ".join(names), reden=". ".join(reasons[-MOST_REASONS:]))
    return _plain(work, text)


def _reason(work: Work, answer: Answer) -> str:
    script = work.house.library.script(answer.script, answer.version)
    label = _plain(work, label_text(script, script.step(answer.step)))
    return f"{label}: {shown(work, answer)}"
