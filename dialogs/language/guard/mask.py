"""Numbers that never reach storage: BSN, IBAN and bank cards are masked before anything is kept.

A BSN is nine digits that pass the eleven-test, in any spelling. One in eleven other numbers passes
too and is masked as well; telephone numbers, dates and clock times are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from stdnum import luhn

from dialogs.language.guard.dialled import dialled
from dialogs.language.guard.digits import HIDDEN, Group, few, plain, runs
from dialogs.language.guard.iban import ibans

MASK = HIDDEN * 3  # what stands where a number was; the engine sees it and says why, kindly

_FEWEST = 8  # digits of a BSN without its first 0
_NAMING = 64  # characters before it in which she may call it so; _CALLED fits in fewer
_NINE = 9
_CALLED = re.compile(
    r"\b(?:b\.?s\.?n|burger ?service ?(?:nummer|nr)?|sofi(?:[ -]?(?:nummer|nr))?|service ?nummer)"
    r"\.?(?:[ -]?(?:nummer|nr))?\W{0,3}(?:is|van mij is|van (?:mijn )?\w{2,12} is|=|:)?\W{0,3}$",
    re.IGNORECASE,
)
_EIGHT = re.compile(r"\d(?:[ .\-]?\d){7,9}(?!\d)")
_USUAL = frozenset(
    {(3, 3, 3), (4, 2, 3), (2, 3, 4), (4, 3, 2), (3, 2, 2, 2), (2, 2, 2, 3), (1,) * 9}
)
_LISTED = frozenset({",", ";", ":", "\n"})
_CARDS = re.compile(
    r"4\d{12}(?:\d{3}){0,2}|5[1-5]\d{14}|2[2-7]\d{14}|3[47]\d{13}|3(?:0[0-5]|[68]\d)\d{11}|"
    r"6(?:011|5\d\d|4[4-9]\d)\d{12}|35\d{14}|(?:50|5[6-8]|6[0-9])\d{11,17}"
)
_MOST_CARD = 19


def mask(text: str) -> str:
    """The text with every BSN, IBAN and card number replaced by MASK; again it changes nothing."""
    while not few(text, _FEWEST):
        spans = _spans(text)
        if not spans:
            break
        text = _masked(text, spans)
    return text


def found_bsn(text: str) -> tuple[str, ...]:
    """Every BSN in a text as nine digits, in order, each once."""
    if few(text, _FEWEST):
        return ()
    hidden = _hidden(text, [span for _, span in ibans(text)])
    return tuple(dict.fromkeys(code for code, _ in _bsns(hidden)))


def found_iban(text: str) -> tuple[str, ...]:
    """Every IBAN in a text without spaces, in capitals, in order, each once."""
    return tuple(dict.fromkeys(code for code, _ in ibans(text)))


def _masked(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """The text with MASK in the place of each span."""
    seen = list(text)
    for start, end in reversed(spans):
        seen[start:end] = [MASK]
    return "".join(seen)


def _spans(text: str) -> list[tuple[int, int]]:
    """What to mask, left to right, without overlap."""
    spans = [span for _, span in ibans(text)]
    rest = _hidden(text, spans)
    cards = list(_cards(rest))
    rest = _hidden(rest, cards)
    bsns = [span for _, span in _bsns(rest)]
    return sorted([*spans, *cards, *bsns, *_called(_hidden(rest, bsns))])


def _called(text: str) -> Iterator[tuple[int, int]]:
    """Digits that she calls her BSN, also when they are not right: "mijn bsn is 12345678"."""
    for found in _EIGHT.finditer(text):
        if _CALLED.search(text[max(0, found.start() - _NAMING) : found.start()]):
            yield found.span()


def _hidden(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """The text, as long as before, with these spans made unreadable."""
    seen = list(text)
    for start, end in spans:
        seen[start:end] = HIDDEN * (end - start)
    return "".join(seen)


def _cards(text: str) -> Iterator[tuple[int, int]]:
    for run in runs(plain(text)):
        past = 0
        for first in range(len(run)):
            if first < past:
                continue
            for last, digits in _from(run, first, _MOST_CARD):
                if _CARDS.fullmatch(digits) and luhn.is_valid(digits) and not run[first].plus:
                    past = last + 1
                    yield run[first].start, run[last].end
                    break


def _from(run: Sequence[Group], first: int, most: int) -> Iterator[tuple[int, str]]:
    """Rows of groups from this one on, the longest first, as (last place, digits)."""
    rows: list[tuple[int, str]] = []
    digits = ""
    for last in range(first, len(run)):
        digits += run[last].digits
        if len(digits) > most:
            break
        rows.append((last, digits))
    return reversed(rows)


def _bsns(text: str) -> Iterator[tuple[str, tuple[int, int]]]:
    """Each BSN with its span."""
    seen = plain(text)
    for run in runs(seen):
        called = bool(_CALLED.search(text[max(0, run[0].start - 40) : run[0].start]))
        yield from _in_run(run, called=called)


def _in_run(run: list[Group], *, called: bool) -> Iterator[tuple[str, tuple[int, int]]]:
    whole = "".join(group.digits for group in run)
    if called and len(whole) == _FEWEST and _passes("0" + whole):
        yield "0" + whole, (run[0].start, run[-1].end)
        return
    free = _free(run)
    first = 0
    while first < len(run):
        last = _nine(run, first)
        code = "".join(group.digits for group in run[first : last + 1])
        if last >= 0 and _passes(code) and _stands_alone(run, first, last, free, called=called):
            yield code, (run[first].start, run[last].end)
            first = last
        first += 1


def _nine(run: Sequence[Group], first: int) -> int:
    """The last group of nine digits that begin here; -1 when they do not end with a group."""
    length = 0
    for last in range(first, len(run)):
        length += len(run[last].digits)
        if length >= _NINE:
            return last if length == _NINE else -1
    return -1


def _stands_alone(
    run: Sequence[Group], first: int, last: int, free: frozenset[int], *, called: bool
) -> bool:
    """Whether these groups are a number of their own, not a slice of something longer."""
    inner = {group.gap for group in run[first + 1 : last + 1]}
    shape = tuple(len(group.digits) for group in run[first : last + 1])
    outer = {run[first].gap} if first else set()
    outer |= {run[last + 1].gap} if last + 1 < len(run) else set()
    if not outer and len(inner) <= 1:
        return not run[0].plus or shape == (_NINE,)
    if any(place not in free for place in range(first, last + 1)):
        return False
    beside = {place for place in (first - 1, last + 1) if 0 <= place < len(run)} & free
    if len(shape) == 1 or (called and first == 0) or shape in _USUAL:
        return True
    if inner & _LISTED and len(inner) > 1:
        return False
    return not beside or (len(inner) == 1 and not outer & inner)


def _free(run: Sequence[Group]) -> frozenset[int]:
    """The groups that belong to no telephone number, date or clock time."""
    taken = {place for one in dialled(run) for place in range(one.first, one.past)}
    for place in range(len(run)):
        taken |= _date(run, place) | _clock(run, place)
    return frozenset(range(len(run))) - taken


def _date(run: Sequence[Group], place: int) -> set[int]:
    """12-03-2019, 2019-03-12."""
    groups = run[place : place + 3]
    if (
        len(groups) < 3
        or groups[1].gap != groups[2].gap
        or groups[1].gap not in ("-", "/", ".", " ")
    ):
        return set()
    parts = [group.digits for group in groups]
    day, month, year = parts if len(parts[2]) == 4 else reversed(parts)
    good = len(year) == 4 and year[:2] in ("19", "20") and len(day) < 3 and len(month) < 3
    real = good and 1 <= int(day) <= 31 and 1 <= int(month) <= 12
    return {place, place + 1, place + 2} if real else set()


def _clock(run: Sequence[Group], place: int) -> set[int]:
    """14:30."""
    groups = run[place : place + 2]
    if len(groups) < 2 or groups[1].gap != ":" or len(groups[1].digits) != 2:
        return set()
    return {place, place + 1} if int(groups[0].digits) < 24 > 0 else set()


def _passes(code: str) -> bool:
    """The eleven-test for a BSN."""
    total = sum(weight * int(digit) for weight, digit in zip(range(9, 1, -1), code, strict=False))
    return len(code) == _NINE and int(code) > 0 and (total - int(code[8])) % 11 == 0
