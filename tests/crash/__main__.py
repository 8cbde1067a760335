"""`make campaign`: 1,000 kills over polling and webhook, SQLite and PostgreSQL, with the web chat.

Prints its seed, each round, and one closing summary. Exit code 0: all was well; 1: something was
lost, doubled or left unanswered, a reminder went out twice, or a round fell over; 130: stopped
before its end (Ctrl-C), and nothing was wrong so far. `--resume` goes on after that.
"""

from __future__ import annotations

import argparse
import asyncio
import secrets
import signal
import sys
import tempfile
import time
from pathlib import Path

from tests.crash.campaign import ALL, Campaign, Order, Unlike
from tests.crash.postgres import server


def say(line: str) -> None:
    """To whoever watches."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def main() -> int:
    """The exit code."""
    given = _arguments()
    order = Order(
        given.kills, given.seed, given.parents, given.browsers, given.round, given.only
    )  # fmt: skip
    campaign = Campaign(order, given.keep or _file(given.seed), say)
    say(f"--seed {given.seed} repeats this campaign; its rounds are kept in {campaign.file}")
    began = time.monotonic()
    try:
        if given.resume:
            campaign.resume()
        whole = _run(campaign)
    except Unlike as wrong:
        say(str(wrong))
        return 2
    for line in campaign.summary():
        say(line)
    ended = "whole" if whole else "STOPPED BEFORE ITS END: these are the rounds that were done"
    say(f"{'BAD' if campaign.bad else 'good'}; {ended}; {time.monotonic() - began:.0f} s")
    if not whole:
        say(f"to go on: the same command with --seed {given.seed} --resume")
    return 1 if campaign.bad else 0 if whole else 130


def _run(campaign: Campaign) -> bool:
    """Whether it came to its end."""
    signal.signal(signal.SIGTERM, lambda *_: signal.raise_signal(signal.SIGINT))
    try:
        with server() as postgres, tempfile.TemporaryDirectory(prefix="stapje-crash-") as folder:
            asyncio.run(campaign.run(postgres, Path(folder)))
    except KeyboardInterrupt:
        return False
    return campaign.whole


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="make campaign", description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--kills", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=secrets.randbelow(10**6))
    parser.add_argument("--parents", type=int, default=24, help="at once, in Telegram")
    parser.add_argument("--browsers", type=int, default=6, help="at once, in the web chat")
    parser.add_argument("--round", type=int, default=50, help="kills on one database")
    parser.add_argument("--only", default="", help=f"part of: {', '.join(ALL)}")
    parser.add_argument("--resume", action="store_true", help="go on with the rounds of this seed")
    parser.add_argument("--keep", type=Path, help="file for the rounds that are done")
    return parser.parse_args()


def _file(seed: int) -> Path:
    return Path(tempfile.gettempdir()) / f"stapje-campaign-{seed}.jsonl"


if __name__ == "__main__":
    sys.exit(main())
