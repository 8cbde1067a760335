"""`python -m bench [--only NAME]`: runs the parts one after another and prints one table."""

from __future__ import annotations

import argparse
import asyncio
import importlib
import tempfile
from pathlib import Path
from time import perf_counter

from bench.figures import Figure, table

PARTS = ("turns", "start", "due", "planned", "slow", "cohort")


def run(name: str) -> list[Figure]:
    """The figures of one part."""
    part = importlib.import_module(f"bench.{name}")
    began = perf_counter()
    with tempfile.TemporaryDirectory(prefix="stapje-bench-") as folder:
        figures: list[Figure] = asyncio.run(part.measure(Path(folder)))
    print(f"{name}: {perf_counter() - began:.0f} s", flush=True)
    return figures


def main() -> None:
    """Run what was asked for."""
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("--only", choices=PARTS, action="append")
    chosen = reader.parse_args().only or PARTS
    print(table([figure for name in chosen for figure in run(name)]))


if __name__ == "__main__":
    main()
