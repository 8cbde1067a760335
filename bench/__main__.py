"""`python -m bench [--only NAME]`: runs the parts one after another and prints one table."""

from __future__ import annotations

import argparse
import asyncio
import importlib
import tempfile
from pathlib import Path
from time import perf_counter

from bench.figures import Figure, table

LONGEST = 10.0  # minutes for all parts
PARTS = ("turns", "start", "due", "planned", "slow", "cohort", "desk")


def run(name: str) -> list[Figure]:
    """The figures of one part; a part that breaks is a figure too, and the others go on."""
    part = importlib.import_module(f"bench.{name}")
    began = perf_counter()
    with tempfile.TemporaryDirectory(prefix="stapje-bench-") as folder:
        try:
            figures: list[Figure] = asyncio.run(part.measure(Path(folder)))
        except Exception as error:  # noqa: BLE001  told in the table
            figures = [Figure(f"{name}: broken parts", 1, 0, detail=repr(error)[:80])]
    print(f"{name}: {perf_counter() - began:.0f} s", flush=True)
    return figures


def main() -> None:
    """Run what was asked for."""
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("--only", choices=PARTS, action="append")
    chosen = reader.parse_args().only or PARTS
    began = perf_counter()
    figures = [figure for name in chosen for figure in run(name)]
    if len(chosen) > 1:
        minutes = (perf_counter() - began) / 60
        figures.append(Figure("the whole bench, minutes", minutes, LONGEST))
    print(table(figures))


if __name__ == "__main__":
    main()
