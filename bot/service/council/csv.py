"""The figures as CSV, for a spreadsheet: no cell of it can be taken for a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from bot.service.council import words
from casework.cells import harmless
from casework.council import Report
from casework.municipality import Municipality

HEADER = ("onderdeel", "wat", "van", "tot en met", "aantal")


def written(town: Municipality, report: Report) -> str:
    """The file: of each block its totals, then the bars of its charts; `;` between cells."""
    file = io.StringIO()
    sheet = csv.writer(file, delimiter=";", lineterminator="\r\n")
    sheet.writerow(HEADER)
    for row in _rows(town, report):
        sheet.writerow([harmless(one) for one in row])
    return file.getvalue()


def _rows(town: Municipality, report: Report) -> Iterator[tuple[str, ...]]:
    for block in report.blocks:
        title = words.block(town, block.name)
        whole = (report.span.first.isoformat(), report.span.last.isoformat())
        for one in block.figures:
            yield title, words.label(one.what), *whole, words.value(one)
        for share in block.shares:
            days = (share.span.first.isoformat(), share.span.last.isoformat())
            yield title, words.SHARE, *days, f"{share.percent}%"
        for chart in block.charts:
            for bar in chart.bars:
                days = (bar.span.first.isoformat(), bar.span.last.isoformat())
                yield title, words.label(chart.what), *days, str(bar.number)
