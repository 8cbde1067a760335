"""`python -m bench.language [--held-out] [--misses]`: what the readers understand, beside others.

The open rows of tests/language/sets, and with --held-out also the sealed ones, which nobody who
writes rules may see: of those only figures are printed, never a row. All files of a kind count
together; where there are more, each file's own figures stand below, because a file whose writer
knew neither the rules nor the other files says most.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Callable, Sequence

from bench import alarms, clocks, peers, plain, typed
from bench.figures import Figure, columns, table
from bench.sets import OPEN, SEALED, Missing, Row, files, of_file, rows
from dialogs.authoring.source import SourceError

PEERS: dict[str, Callable[[], typed.Reader]] = {
    "option": peers.rapidfuzz, "options_multi": peers.rapidfuzz,
    "date": peers.dateparser, "time": peers.dateparser, "datetime": peers.dateparser,
}  # fmt: skip
CLOCKS = {
    "clock, in words": clocks.spoken,
    "clock, in digits": clocks.in_digits,
    "clock, part of day": clocks.with_part_of_day,
}
HEAD = ("kind", "rows", "right %", "wrong %", "asked %", "ms", "peer", "right %", "wrong %",
        "asked %", "ms")  # fmt: skip
UNDERSTOOD = ("right %", "wrong %", "asked %")
CAUGHT = ("caught %", "one typo %", "lowest kind %", "false now %", "false any %", "accepted %")


def main() -> None:
    """Measure what was asked for and print it."""
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("--held-out", action="store_true", help="the sealed rows too")
    reader.add_argument("--misses", action="store_true", help="list the open rows that went wrong")
    asked = reader.parse_args()
    for folder in (OPEN, SEALED) if asked.held_out else (OPEN,):
        print(f"\n== {'sealed' if folder == SEALED else 'open'} rows ==")
        shown = asked.misses and folder == OPEN
        for part in (understanding, choices, danger, reading):
            section(part, folder, shown)
    section(generated, OPEN, asked.misses)
    section(memory, OPEN, shown=False)


def section(part: Callable[[str, bool], None], folder: str, shown: bool) -> None:
    """One part of the table, or the reason why it is not there."""
    print()
    try:
        part(folder, shown)
    except (Missing, SourceError) as why:  # half-written rules must not hide the other figures
        print(f"{part.__name__}: skipped, {str(why).splitlines()[0]}")


def understanding(folder: str, shown: bool) -> None:
    """Typed answers per kind."""
    found = rows("understanding", folder)
    scores = typed.per_kind(found, typed.stapje())
    print(columns([HEAD, *(line(score, found, PEERS.get(score.kind)) for score in scores)]))
    print("\n" + table(aims(scores)))
    by_file("understanding", folder, UNDERSTOOD, answered)
    for score in scores if shown else ():
        misses(score.kind, score)


def choices(folder: str, shown: bool) -> None:
    """Questions with buttons, by one more hand: harder than what parents mostly type."""
    found = rows("choices", folder)
    if not found:
        raise Missing(f"no choices.jsonl in {folder}")
    scores = typed.per_kind(found, typed.stapje(), ("option", "options_multi"))
    print(columns([HEAD, *(line(score, found, PEERS.get(score.kind)) for score in scores)]))
    for score in scores if shown else ():
        misses(score.kind, score)


def misses(name: str, score: typed.Score) -> None:
    """The rows that went wrong, and what was made of them."""
    for row, value in score.misses:
        print(f"  {name}: {row['text']!r} is {row['want']}, read as {value}")


def by_file(
    name: str, folder: str, head: tuple[str, ...], figures: Callable[[list[Row]], list[float]]
) -> None:
    """A line of figures for each file of a kind, where there is more than one."""
    if len(found := files(name, folder)) < 2:
        return
    lines: list[tuple[str, ...]] = [("file", "rows", *head)]
    for path in found:
        given = of_file(path)
        own = (f"{value:.1f}" for value in figures(given))
        lines.append((path.stem, str(len(given)), *own))
    print("\n" + columns(lines))


def answered(found: list[Row]) -> list[float]:
    """Right, wrong and asked again, in % of all rows."""
    return [figure.value for figure in aims(typed.per_kind(found, typed.stapje()))[:3]]


def line(
    score: typed.Score, found: Sequence[Row], peer: Callable[[], typed.Reader] | None
) -> tuple[str, ...]:
    """A reader beside its peer."""
    mine = (score.kind, str(score.count), *shares(score))
    if peer is None:
        return (*mine, *[""] * 5)
    try:
        theirs = typed.score(score.kind, [r for r in found if r["kind"] == score.kind], peer())
    except Missing as why:
        return (*mine, f"skipped, {why}", *[""] * 4)
    return (*mine, peer.__name__, *shares(theirs))


def shares(score: typed.Score) -> tuple[str, ...]:
    """Right, wrong, asked and ms."""
    return (*(f"{value:.1f}" for value in (score.right, score.wrong, score.asked)),
            f"{score.pace:.3f}")  # fmt: skip


def aims(scores: Sequence[typed.Score]) -> list[Figure]:
    """All kinds together, against the figures of the issue."""
    count = sum(score.count for score in scores)
    total = {
        name: sum(getattr(score, name) * score.count for score in scores) / max(1, count)
        for name in ("right", "wrong", "asked")
    }
    slowest = max(scores, key=lambda score: score.pace)
    return [
        Figure("understood as meant, %", total["right"], 92, at_least=True, detail=f"{count} rows"),
        Figure("read as something else, %", total["wrong"], 2),
        Figure("asked again without need, %", total["asked"]),
        Figure("ms a call, slowest kind", slowest.pace, 0.5, detail=f"median, {slowest.kind}"),
    ]


def generated(_folder: str, shown: bool) -> None:
    """Clock phrases that the rules of Dutch make."""
    ours = typed.stapje()
    lines: list[tuple[str, ...]] = [HEAD]
    for name, make in CLOCKS.items():
        found = typed.clock_rows(make())
        score = typed.score("time", found, ours)
        lines.append((name, *line(score, found, peers.dateparser)[1:]))
        if shown:
            misses(name, score)
    print(columns(lines))


def danger(folder: str, shown: bool) -> None:
    """Recall and false alarms."""
    found = rows("danger", folder)
    if not found:
        raise Missing("no danger.jsonl")
    got = alarms.measured(found, alarms.stapje())
    figures = [
        Figure("danger: caught, %", got.recall, 95, at_least=True, detail=f"{got.count} rows"),
        Figure("danger: caught with one typo, %", got.recall_typo, 90, at_least=True),
        Figure("danger: `now` for nothing, %", got.false_now, 3),
        Figure("danger: a question for nothing, %", got.false_asked, 10),
        Figure("danger: any signal for nothing, %", got.false_any, 10),
        Figure("danger: an accepted tier, %", got.accepted),
        Figure("danger: ms a call", got.pace, 2, detail="median"),
    ]
    figures += [
        Figure(f"danger: {name}, %", share, 85, at_least=True, detail=f"{count} rows")
        for name, (share, count) in got.categories.items()
    ]
    print(table(figures))
    by_file("danger", folder, CAUGHT, caught)
    if stories := rows("stories", folder):
        long = alarms.measured(stories, alarms.stapje())
        print("\n" + table([
            Figure("long stories: caught, %", long.recall, 95, at_least=True,
                   detail=f"{long.count} rows"),
            Figure("long stories: a question for nothing, %", long.false_asked, 10),
            Figure("long stories: ms a call", long.pace, detail="median"),
        ]))  # fmt: skip
    for tier, row in got.misses if shown else ():
        print(f"  {row['text']!r} is {row['tier']} ({row['category']}), got {tier}")


def caught(found: list[Row]) -> list[float]:
    """The danger figures of one file, in the order of CAUGHT."""
    got = alarms.measured(found, alarms.stapje())
    lowest = min(share for share, _ in got.categories.values())
    return [got.recall, got.recall_typo, lowest, got.false_now, got.false_any, got.accepted]


def reading(folder: str, shown: bool) -> None:
    """Plain against bureaucratic."""
    found = rows("reading", folder)
    got = plain.stapje(found)
    try:
        theirs = plain.measured(found, peers.flesch_douma())
        beside, beside_pairs = f"textstat {theirs.auc:.3f}", f"textstat {theirs.auc_pairs:.3f}"
    except Missing as missing:
        beside = beside_pairs = f"textstat skipped, {missing}"
    print(table([
        Figure("reading: AUC", got.auc, 0.98, at_least=True, detail=beside),
        Figure("reading: AUC, equal length", got.auc_pairs, 0.98, at_least=True,
               detail=beside_pairs),
        Figure("reading: plain texts flagged, %", got.flagged_simple, 5),
        Figure("reading: hard texts flagged, %", got.flagged_hard, 90, at_least=True),
        Figure("reading: ms a call", got.pace, 0.2, detail="median"),
    ]))  # fmt: skip
    if messages := rows("messages", folder):
        more = plain.stapje(messages)
        print("\n" + table([
            Figure("messages: plain ones flagged, %", more.flagged_simple, 5),
            Figure("messages: hard ones flagged, %", more.flagged_hard, 90, at_least=True),
        ]))  # fmt: skip
    for why, text in got.misses if shown else ():
        print(f"  {why}: {text!r}")


def memory(_folder: str, _shown: bool) -> None:
    """In a process of its own, because this one holds the peers."""
    command = [sys.executable, "-m", "bench.footprint"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    print(table([Figure("extra memory, MiB", float(done.stdout), 60)]))


if __name__ == "__main__":
    main()
