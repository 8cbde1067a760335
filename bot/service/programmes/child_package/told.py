"""What scripts look up when it is about a child: what she told, the pass first, how it stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.service import hearing
from bot.service.arranging import tips
from bot.service.arranging import told as arranged
from bot.service.programmes.child_package import asking, words
from bot.service.work import Work
from casework.programmes import Programme
from dialogs.library import choice_text
from dialogs.model import Answer, Status
from storage.requests import Request

Args = Mapping[str, str]
COUNTED = {"one": 1, "two": 2}  # answers to "Hoeveel kinderen zijn …?"; more than that is open
MANY = 99
BEFORE = {"helpt": "intake.strengths", "momenten": asking.TIMES, "plek": asking.PLACE}


async def flow(work: Work, _args: Args) -> dict[str, str]:
    """What she told before, which child it may be about, and what the town puts first."""
    answers = work.session.answers
    asked = await asking.of_family(work.tx, work.conversation.family_id)
    bands = asking.bands_of(answers)
    one = len(bands) == 1
    known = answers.get(asking.CHILDREN)
    told_none = known is not None and known.status is Status.ANSWERED and not bands
    children = len({asking.child(request) for request in asked})
    return {
        **await arranged.before(work, BEFORE),
        "kinderen": _children(work, bands),
        "welk_kind": "nee" if one or told_none else "ja",
        "nog_kind": "ja" if _count(answers, bands) > children else "nee",
        **_first(work),
    }


def _children(work: Work, bands: Sequence[str]) -> str:
    """ "4 tot en met 12 (2 kinderen) en 13 tot en met 17 (1 kind)"; else as she told it."""
    script = work.house.library.script("intake")
    step = script.step("children")
    said = []
    for band in bands:
        label = work.house.wording.plain(choice_text(script, step, band), work.session.form)
        count = arranged.shown(work, work.session.answers.get(f"intake.children_{band[1:]}"))
        said.append(f"{label} ({count})" if count else label)
    if not said:
        return arranged.shown(work, work.session.answers.get(asking.CHILDREN))
    *first, last = said
    return f"{', '.join(first)} en {last}" if first else last


def _count(answers: Mapping[str, Answer], bands: Sequence[str]) -> int:
    """How many children she has with her, as far as she told; many when she did not."""
    total = 0
    for band in bands:
        told = answers.get(f"intake.children_{band[1:]}")
        value = told.value[0] if told and told.value else ""
        total += COUNTED.get(value, MANY)
    return total or MANY


def _first(work: Work) -> dict[str, str]:
    """The pass of the town, where the town asks about that first."""
    before = _before(work)
    if before is None:
        return {"pas": "nee"}
    return {
        "pas": "ja",
        "pas_naam": before.label,
        "pas_uitleg": before.card,
        "pas_zin": _where(work, before),
    }


def _before(work: Work) -> Programme | None:
    programmes = {one.id: one for one in work.house.municipality.programmes}
    here = programmes.get(asking.PROGRAMME)
    return programmes.get(here.first) if here and here.first else None


def _where(work: Work, programme: Programme) -> str:
    """Where she finds it; the team knows where the file does not say."""
    if programme.link:
        return tips.checked(work, programme.link, programme.checked_on)
    there = tips.asked_at(work, programme.id)
    return there or work.house.wording.plain(words.ASK_TEAM, work.session.form)


def newest(asked: Sequence[Request]) -> list[Request]:
    """The last request for each child, in the order of the children."""
    last = {asking.child(one): one for one in asked}
    return [one for _, one in sorted(last.items())]


def stands(work: Work, one: Request, asked: Sequence[Request]) -> str:
    """How it stands with this request; `asked`: all of the family's."""
    plain, form = work.house.wording.plain, work.session.form
    said = plain(words.STANDS[one.state], form)
    paid = words.PAID.get(str(one.facts.get("paid", "")))
    if one.state == "arranged" and paid:
        said = f"{said} {plain(paid, form)}"
    wish = plain(words.WISHES[one.kind], form) if one.kind in words.WISHES else ""
    if not wish:
        return f"{plain(words.CHILD.filled(n=str(asking.child(one))), form)} {said}"
    many = len({asking.child(each) for each in asked}) > 1
    text = words.CHILD_WISH if many else words.WISH
    return f"{plain(text.filled(n=str(asking.child(one)), wens=wish), form)} {said}"


async def again(work: Work, args: Args) -> dict[str, str]:
    """What was arranged for a child almost a year ago; over when it was asked again meanwhile."""
    number = args.get("request", "")
    old = await asking.hers(work.tx, work, int(number)) if number.isdecimal() else None
    if old is None or await asking.under_way(work.tx, old):
        return {"loopt": "nee"}
    wish = words.WISHES.get(old.kind, words.SOMETHING)
    said = work.house.wording.plain(wish, work.session.form)
    return {"loopt": "ja", "wens": said, "naam1": await hearing.first(work)}
