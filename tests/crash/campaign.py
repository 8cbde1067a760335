"""The campaign: many rounds over every configuration, sums that survive an interruption."""

from __future__ import annotations

import json
import subprocess
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path

from tests.crash.audit import burn
from tests.crash.figures import Figures
from tests.crash.postgres import new_database
from tests.crash.process import ROOT
from tests.crash.run import Fire, Plan

ALL = ("polling/sqlite", "webhook/postgresql", "webhook/sqlite", "polling/postgresql")
SUMMED = (
    "kills", "killed_starting", "parents", "browsers", "finished", "updates", "answers",
    "web_answers", "pressed_again", "loose", "forgotten", "lost", "doubled", "unanswered",
    "overtaken", "sends", "repeats", "may_repeat", "reminders", "reminded", "unsure",
    "reminders_doubled", "reminders_missed",
)  # fmt: skip


class Unlike(Exception):
    """The kept rounds belong to another campaign or to other code; they may not be summed."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked for."""

    kills: int
    seed: int
    parents: int
    browsers: int
    round: int
    only: str = ""

    def rounds(self) -> Iterator[tuple[int, str, int]]:
        """(seed, configuration, kills) of each round; the configurations take turns, so that a
        campaign that is cut short has looked at all of them."""
        chosen = [name for name in ALL if self.only in name]
        share, more = divmod(self.kills, len(chosen))
        left = {name: share + (at < more) for at, name in enumerate(chosen)}
        number = 0
        while any(left.values()):
            for name in chosen:
                if kills := min(self.round, left[name]):
                    left[name] -= kills
                    yield self.seed * 1000 + number, name, kills
                    number += 1


@dataclass(slots=True)
class Campaign:
    """Rounds that are done, each kept in `file` as soon as it is."""

    order: Order
    file: Path
    say: Callable[[str], None]
    done: dict[int, Figures] = field(default_factory=dict)  # by seed

    def resume(self) -> None:
        """Take over the rounds of an interrupted run. Raises Unlike."""
        if not self.file.exists():
            return
        first, *rest = self.file.read_text("utf-8").splitlines() or [""]
        if first != self._head():
            raise Unlike(f"{self.file}: other code, or another order; start without --resume")
        for line in rest:
            seed, figures = json.loads(line)
            self.done[seed] = Figures(**figures)
        self.say(f"{len(self.done)} rounds were done before")

    async def run(self, postgres: str, folder: Path) -> None:
        """The rounds that are left."""
        if not self.done:
            self.file.write_text(self._head() + "\n", "utf-8")
        plans, began, before = list(self.order.rounds()), time.monotonic(), len(self.done)
        for number, (seed, name, kills) in enumerate(plans, 1):
            if seed in self.done:
                continue
            figures = await self._round(seed, name, kills, postgres, folder / str(seed))
            self.done[seed] = figures
            with self.file.open("a", encoding="utf-8") as kept:
                kept.write(json.dumps([seed, asdict(figures)]) + "\n")
            each = (time.monotonic() - began) / (len(self.done) - before)
            left = (len(plans) - len(self.done)) * each / 60
            total = sum(one.kills for one in self.done.values())
            self.say(f"[{number}/{len(plans)}] {total} of {self.order.kills} kills; "
                     f"about {left:.0f} min to go")  # fmt: skip
            self.say(f"  seed {seed} {figures.line()}")
            for problem in figures.problems[:10]:
                self.say(f"  PROBLEM {problem}")

    async def _round(
        self, seed: int, name: str, kills: int, postgres: str, folder: Path
    ) -> Figures:
        """One database, one seed. A round that falls over is a problem, not the end."""
        mode, _, kind = name.partition("/")
        folder.mkdir()  # noqa: ASYNC240  nothing else runs yet
        file = f"sqlite:///{folder / 'crash.sqlite3'}"
        url = new_database(postgres) if kind == "postgresql" else file
        order = self.order
        plan = Plan(mode, url, kills, seed, order.parents, browsers=order.browsers)
        fire = Fire(plan, folder)
        try:
            return await burn(fire)
        except Exception as error:  # noqa: BLE001  the campaign goes on; it is told at the end
            why = f"the round fell over: {type(error).__name__}: {error}"[:2000]
            return Figures(plan.name, kills=len(fire.events.stuck), problems=[why])

    def _head(self) -> str:
        """What makes rounds comparable: the order, and the code as git names it."""
        named = subprocess.run(
            ["git", "describe", "--always", "--dirty", "--abbrev=12"],
            cwd=ROOT, capture_output=True, text=True, check=False,
        )  # fmt: skip
        return json.dumps([asdict(self.order), named.stdout.strip()])

    # -- the end ------------------------------------------------------------------------

    def summary(self) -> list[str]:
        """Per configuration and in all; a round that was cut short is in no sum."""
        lines = []
        for name in ALL:
            if rounds := [one for one in self.done.values() if one.name == name]:
                lines.append(f"{name}: {_sums(rounds)}")
        every = list(self.done.values())
        lines.append(f"in all, {len(every)} rounds: {_sums(every)}")
        wrong = sum(len(one.problems) for one in every)
        return [
            *lines,
            f"problems: {wrong}; longest wait {max((o.longest for o in every), default=0):.1f} s",
        ]

    @property
    def bad(self) -> bool:
        """Whether anything was lost, doubled, unanswered, or otherwise wrong."""
        return any(one.problems or one.lost or one.doubled or one.unanswered
                   or one.reminders_doubled or one.reminders_missed
                   for one in self.done.values())  # fmt: skip

    @property
    def whole(self) -> bool:
        """Whether all rounds were run, with all their kills."""
        return sum(one.kills for one in self.done.values()) >= self.order.kills


def _sums(rounds: list[Figures]) -> str:
    return " ".join(f"{name}={sum(getattr(one, name) for one in rounds)}" for name in SUMMED)


assert set(SUMMED) <= {one.name for one in fields(Figures)}
