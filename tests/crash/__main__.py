"""`python -m tests.crash --kills 1000 --seed 7`: the full campaign; prints its seed and figures."""

from __future__ import annotations

import argparse
import asyncio
import secrets
import sys
import tempfile
import time
from pathlib import Path

from tests.crash.audit import burn
from tests.crash.figures import Figures
from tests.crash.postgres import new_database, server
from tests.crash.run import Fire, Plan

ALL = ("polling/sqlite", "polling/postgresql", "webhook/sqlite", "webhook/postgresql")


def say(line: str) -> None:
    """To whoever watches."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


async def campaign(given: argparse.Namespace) -> list[Figures]:
    """Every configuration in rounds of at most so many kills, each with a seed of its own."""
    chosen = [name for name in ALL if given.only in name]
    share = -(-given.kills // len(chosen))
    found = []
    with server() as postgres, tempfile.TemporaryDirectory(prefix="stapje-crash-") as folder:
        for at, name in enumerate(chosen):
            mode, _, kind = name.partition("/")
            for round_ in range(-(-share // given.round)):
                kills = min(given.round, share - round_ * given.round)
                seed = given.seed * 1000 + at * 100 + round_
                file = Path(folder) / f"{at}-{round_}.sqlite3"
                url = new_database(postgres) if kind == "postgresql" else f"sqlite:///{file}"
                place = Path(folder) / f"{at}-{round_}"
                place.mkdir()
                plan = Plan(mode, url, kills, seed, given.parents)
                found.append(await burn(Fire(plan, place)))
                say(f"seed {seed} {found[-1].line()}")
                for problem in found[-1].problems[:10]:
                    say(f"  {problem}")
    return found


def main() -> int:
    """0 when nothing was lost, doubled, unanswered or repeated too often."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=secrets.randbelow(10**6))
    parser.add_argument("--parents", type=int, default=24, help="at once")
    parser.add_argument("--round", type=int, default=50, help="kills on one database")
    parser.add_argument("--only", default="", help=f"part of: {', '.join(ALL)}")
    given = parser.parse_args()
    say(f"--seed {given.seed} repeats this campaign")
    began = time.monotonic()
    found = asyncio.run(campaign(given))
    names = [
        "kills", "answers", "lost", "doubled", "unanswered", "overtaken", "sends", "repeats",
        "may_repeat", "reminders", "unsure", "reminders_doubled", "reminders_missed",
    ]  # fmt: skip
    total = {name: sum(getattr(one, name) for one in found) for name in names}
    say(" ".join(f"{name}={value}" for name, value in total.items()))
    problems = sum(len(one.problems) for one in found)
    say(f"{problems} problems in {time.monotonic() - began:.0f} s; --seed {given.seed}")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
