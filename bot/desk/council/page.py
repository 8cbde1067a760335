"""*Raadsbrief*: the figures of a range of days, a draft of the letter, and both as a file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from starlette.responses import Response

from bot.desk.council.ports import Council
from bot.desk.gate import Call, View
from bot.service.council import csv, letter, words
from bot.service.council.asked import BadRange, span_of
from casework.council import CONTACT, Chart, Report
from casework.days import Span
from casework.municipality import Municipality

PATH = "/raadsbrief"
_WIDE, _HIGH, _LEFT, _RIGHT = 400, 28, 120, 40  # of a chart, in its own units


async def show(call: Call) -> Response:
    """The letter of the range in the address; without one, of this half year."""
    council, query = _council(call), call.request.query_params
    usual = council.usual()
    first = query.get("van", usual.first.isoformat())
    last = query.get("tot", usual.last.isoformat())
    facts: dict[str, Any] = {"first": first, "last": last, "wrong": "", "report": None}
    try:
        span = span_of(first, last)
        report = await council.report(span)
    except BadRange as wrong:
        return _page(call, facts | {"wrong": str(wrong)}, status=422)
    under_way = council.under_way(span)
    return _page(call, facts | told(call.desk.municipality, report, under_way=under_way))


async def as_csv(call: Call) -> Response:
    """The figures, for a spreadsheet."""
    span, report = await _asked(call)
    text = csv.written(call.desk.municipality, report)
    return _file("\ufeff" + text, "text/csv; charset=utf-8", f"{_named(span)}.csv")


async def as_text(call: Call) -> Response:
    """The draft and the figures, for who writes the letter."""
    span, report = await _asked(call)
    under_way = _council(call).under_way(span)
    lines = letter.lines(call.desk.municipality, report, under_way=under_way)
    return _file("\n".join(lines) + "\n", "text/plain; charset=utf-8", f"{_named(span)}.txt")


ROUTES: tuple[tuple[str, str, str, View], ...] = (
    ("council", "GET", PATH, show),
    ("council_csv", "GET", PATH + "/csv", as_csv),
    ("council_text", "GET", PATH + "/tekst", as_text),
)


def told(town: Municipality, report: Report, *, under_way: bool) -> dict[str, Any]:
    """What the templates `council*.html` need of a report."""
    paragraphs = letter.paragraphs(town, report, under_way=under_way)
    return {"report": report, "letter": paragraphs, "town": town, "period": report.span}


def drawn(chart: Chart) -> Mapping[str, Any]:
    """A chart as rectangles: a row for each bar, its length in the units of the drawing."""
    most = max(bar.number for bar in chart.bars)
    room = _WIDE - _LEFT - _RIGHT
    bars = [
        {
            "label": words.short(bar.span),
            "number": bar.number,
            "y": row * _HIGH,
            "length": round(room * bar.number / most),
        }
        for row, bar in enumerate(chart.bars)
    ]
    title = words.label(chart.what)
    said = "; ".join(f"{bar['label']}: {bar['number']}" for bar in bars)
    return {
        "title": title, "said": said, "bars": bars, "left": _LEFT, "wide": _WIDE,
        "high": _HIGH, "height": _HIGH * len(bars),
    }  # fmt: skip


TABLES: dict[str, Any] = {  # for the templates
    "council_words": words,
    "council_drawn": drawn,
    "COUNCIL_CONTACT": CONTACT,
}


def _council(call: Call) -> Council:
    return call.desk.programmes.council


async def _asked(call: Call) -> tuple[Span, Report]:
    """The range in the address, or this half year where it makes no sense."""
    council, query = _council(call), call.request.query_params
    try:
        span = span_of(query.get("van", ""), query.get("tot", ""))
        return span, await council.report(span)
    except BadRange:
        span = council.usual()
        return span, await council.report(span)


def _named(span: Span) -> str:
    return f"raadsbrief-{span.first}-{span.last}"


def _file(text: str, kind: str, name: str) -> Response:
    disposition = {"content-disposition": f'attachment; filename="{name}"'}
    return Response(text, media_type=kind, headers=disposition)


def _page(call: Call, facts: Mapping[str, Any], status: int = 200) -> Response:
    assert call.visit is not None
    me, proof = call.desk.person(call.me), call.visit.form_token
    return call.desk.pages.show("council.html", status=status, me=me, proof=proof, **facts)
