"""How it stands with what she asked for her children: when she asks, and at each step by itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from bot.service import hearing
from bot.service.programmes.baby import told as package
from bot.service.programmes.child_package import asking, words
from bot.service.programmes.child_package import told as for_child
from bot.service.work import Work
from casework import baby_package, requests
from dialogs.model import Text
from storage.requests import Request, of_family

Args = Mapping[str, str]
CHILD, BABY = asking.PROGRAMME, baby_package.PROGRAMME
MOST = 4  # children and packages in one message


@dataclass(frozen=True, slots=True)
class _Said:
    """What is said of the requests of one programme."""

    newest: Callable[[Sequence[Request]], Sequence[Request]]  # those that still say something
    stands: Callable[[Work, Request, Sequence[Request]], str]  # how one of them stands
    next: Mapping[str, Text]  # what comes next, said when it became so


_SAID: Mapping[str, _Said] = {
    CHILD: _Said(for_child.newest, for_child.stands, words.NEXT),
    BABY: _Said(package.newest, package.stands, package.NEXT),
}


async def status(work: Work, _args: Args) -> dict[str, str]:
    """How it stands with each of them, in plain words, and what of it she can still do."""
    asked = await _asked(work)
    shown = [one for name, said in _SAID.items() for one in said.newest(asked[name])]
    lines = [_SAID[one.programme].stands(work, one, asked[one.programme]) for one in shown]
    open_ = {one.programme for one in shown if not requests.ended(one.programme, one.state)}
    return {
        "loopt": "ja" if lines else "nee",
        "stand_zin": " ".join(lines[-MOST:]),
        "nog_kind": "ja" if asked[CHILD] else "nee",
        "nog_pakket": "ja" if asked[BABY] and package.open_now(work) else "nee",
        "kind_loopt": "ja" if CHILD in open_ else "nee",
        "pakket_loopt": "ja" if BABY in open_ else "nee",
        "naam1": await hearing.first(work),
    }


async def news(work: Work, args: Args) -> dict[str, str]:
    """How it stands with one request of hers, and what comes next."""
    asked = await _asked(work)
    number = args.get("request", "")
    hers = (one for many in asked.values() for one in many if str(one.id) == number)
    one = next(hers, None)
    if one is None:
        return {"loopt": "nee"}
    naam, said = await hearing.first(work), _SAID[one.programme]
    after = said.next.get(one.state)
    plain, form = work.house.wording.plain, work.session.form
    return {
        "loopt": "ja",
        "stand_zin": said.stands(work, one, asked[one.programme]),
        "verder_zin": plain(after.filled(naam1=naam), form) if after else "",
        "naam1": naam,
    }


async def offered(work: Work) -> dict[str, str]:
    """Whether she can look how it stands, and ask for a package again."""
    asked = await _asked(work)
    facts = {"child_status": "ja"} if any(asked.values()) else {}
    return facts | ({BABY: "ja"} if package.again(work, asked[BABY]) else {})


async def _asked(work: Work) -> dict[str, list[Request]]:
    """What was asked for her family, by programme, the first first."""
    found = await of_family(work.tx, work.conversation.family_id)
    return {name: [one for one in found if one.programme == name] for name in _SAID}
