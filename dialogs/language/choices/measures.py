"""How much, how long, how often: buttons that are ranges, and the one an amount lies in.

"0-10 uur", "Langer dan een jaar", "2x per week", "Meer dan 5000 euro": a label and what she types
are read the same way, as a stretch of one dimension; hers must lie within a button's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dialogs.language.numbers import number as read_number
from dialogs.language.wordlist import listed
from dialogs.values import changed, value_class

_NO_END = float("inf")
_LARGE = 100  # from here a number without a unit is money
_IN_TIME = re.compile(r"\bover (?=\d|een\b|twee|drie|vier)")
_NOW, _TOMORROW = re.compile(r"\b(?:vandaag|vanavond|nu)\b"), re.compile(r"\b(?:over)?morgen\b")
_A_MONTH = 4  # weeks, as people count arrears
_JUST = 1e-6  # what "meer dan" and "minder dan" leave out
_NEAR = 1e-3  # what is closed at a border that no button holds
_UNITS: dict[str, tuple[str, float]] = {  # the dimension, and how many of its own unit it is
    "minuut": ("hours", 1 / 60), "uur": ("hours", 1), "dag": ("days", 1), "week": ("days", 7),
    "maand": ("days", 30.4), "jaar": ("days", 365), "keer": ("times", 1), "euro": ("euros", 1),
    "km": ("kilometres", 1),
}  # fmt: skip
_SPELLED = {
    word: unit
    for unit, words in (
        ("minuut", "min minuten minuutje minuutjes minuut"), ("uur", "uren uurtje uurtjes u uur"),
        ("dag", "dagen dagje dagjes dag nacht nachten avonden ochtenden avond middagen"),
        ("week", "weken wk weekje weekjes week wkn"),
        ("maand", "maanden mnd maandje maandjes maand"), ("jaar", "jaren jr jaartje jaartjes jaar"),
        ("keer", "x maal keren keertje keertjes keer"), ("euro", "euros eu eur euro piek"),
        ("km", "kilometer kilometers km"),
    )
    for word in words.split()
}  # fmt: skip
_A_WEEK = {"dag": 7.0, "week": 1.0, "maand": 7 / 30.4, "jaar": 7 / 365}
_PER = re.compile(r" (?:per|in de|in een|elke|iedere|de|p) (dag|week|maand|jaar)\b")
_N = r"(\d+(?:\.\d+)?)"
_U = rf"(?: ({'|'.join(_UNITS)}))?"
_MORE = r"(?:meer|langer|ouder|vaker|hoger|verder)"
_LESS = r"(?:minder|korter|jonger|lager|nog geen|net geen|nog niet)"
_TIME = r" \S+ (?:dag|week|maand|jaar|uur|minuut)"  # "over een maand" is when
_SHAPES = tuple(
    (re.compile(rf"(?<!\S){shape}(?!\S)"), low, high)
    for shape, low, high in (  # how the numbers bound the stretch: None is no end
        (rf"(?:tussen(?: de)? |van )?{_N}{_U} (?:tm|tot en met|a|of) {_N}{_U}", 0.0, 0.0),
        (rf"tussen(?: de)? {_N}{_U} en(?: de)? {_N}{_U}", 0.0, 0.0),
        (rf"(?:van )?{_N}{_U} - {_N}{_U}", 0.0, 0.0),
        (rf"(?:van )?{_N}{_U} tot {_N}{_U}", 0.0, -_JUST),
        (rf"(?:{_MORE} (?:dan|als)|boven(?: de)?|over(?: de)?(?!{_TIME})) {_N}{_U}", _JUST, None),
        (rf"(?:vanaf|minstens|minimaal|zeker) {_N}{_U}", 0.0, None),
        (rf"{_N}{_U}(?: per week)? (?:of|en) {_MORE}", 0.0, None),
        (rf"{_N}\+{_U}", 0.0, None),
        (rf"binnen(?: de)? {_N}{_U}", None, 0.0),
        (rf"(?:{_LESS} (?:dan |als )?|onder(?: de)? ){_N}{_U}", None, -_JUST),
        (rf"(?:tot|maximaal|hoogstens|hooguit|max) {_N}{_U}", None, 0.0),
        (rf"{_N}{_U}", 0.0, 0.0),
    )
)  # fmt: skip
_FEAST = "(?:de )?(?:kerst|feestdagen|verjaardagen|oud en nieuw)"
_TURNS = tuple(
    (re.compile(rf"(?<!\S)(?:{pattern})(?!\S)"), amount)
    for pattern, amount in (
        (r"(?:elke|iedere|alle) (?:dag|avond|nacht|ochtend|morgen|middag)\w*", "7 keer per week"),
        (r"(?:van )?maandag (?:tm|tot en met) zondag|(?:7|zeven) dagen (?:per|in de) week",
         "7 keer per week"),
        (r"(?:al )?(?:mijn|me) hele leven|van (?:jongs|kinds) af(?: aan)?|al zo ?lang ik .*",
         "20 jaar"),
        (r"zo ?lang (?:als )?ik me (?:kan )?herinner\w*(?: kan)?", "20 jaar"),
        (r"(?:elke|iedere) (?:maan|dins|woens|donder|vrij|zater|zon)dag", "1 keer per week"),
        (r"(?:eens|een keer|1 keer) per kwartaal|(?:elk|ieder) kwartaal", "4 keer per jaar"),
        (rf"(?:alleen )?met {_FEAST}(?: en (?:met )?{_FEAST})*", "2 tm 4 keer per jaar"),
        (r"tienduizenden", "meer dan 20000 euro"), (r"duizenden(?: euros?)?", "meer dan 2000 euro"),
        (r"^(?:nog maar |pas )*(?:net|sinds kort|kort|pas)(?: pas| begonnen| geleden)?$", "1 dag"),
        (r"alleen (?:deze|vorige) maand", "1 maand"),
        (r"(?:een )?halve ton", "50000 euro"), (r"(?:ruim |bijna )?een ton", "100000 euro"),
        (r"(?:nacht na nacht|dag na dag)(?: na \w+)*|dagelijks", "7 keer per week"),
        (r"(?:de )?(?:eerste|laatste) \w+dag van de maand", "1 keer per maand"),
        (r"drie kwartier", "45 minuut"), (r"mille", "duizend"),
        (r"(twee|drie|vier|vijf|zes|zeven|acht|negen) (honderd|duizend)", r"\1\2"),
        (r"(\d+) ?duizend", r"\g<1>000"), (r"(\d+) honderd", r"\g<1>00"), (r"(\d+)k", r"\g<1>000"),
        (r"(?:elke|iedere) week|wekelijks", "1 keer per week"),
        (r"(?:elke|iedere) maand|maandelijks", "1 keer per maand"),
        (r"(?<!bijna )nooit", "0 keer per week"), (r"zelden|bijna nooit", "0 tm 2 keer per maand"),
        (r"(?:full ?time|voltijds?)(?!.*\d)", "36 uur"), (r"tientje", "10 euro"),
        (r"(?<!\S)(?<!een )(?<!half )(?<!halve )(uur|week|maand|jaar|dag)t?je", r"1 \1"),
        (r"(?:meerdere|verschillende|heel veel) keren|heel vaak", "5 keer"),
        (r"om de dag", "3.5 keer per week"),
        (r"om de week|(?:om de|elke) (?:2|twee) weken", "0.5 keer per week"),
        (r"(?:al |sinds )?(?:heel wat )?jaren(?: al| lang)?|jarenlang", "3 jaar"),
        (r"(?:eens|een keer|1 keer|1 x|1x)? ?(?:per|in het|in een|in de|elk|ieder) half ?jaar",
         "2 keer per jaar"),
        (r"(?:een )?half jaar(?:tje)?", "6 maand"), (r"anderhalf jaar", "18 maand"),
        (r"(?:sinds )?vorige week", "1 week"), (r"(?:sinds )?vorige maand", "1 maand"),
        (r"(?:sinds )?vorig jaar", "12 maand"),
        (r"sinds (?:gisteren|vandaag)|^(?:gisteren|vandaag)$", "1 dag"),
        (r"(?:een )?paar", "2 tm 4"), (r"(?:een )?kwartier(?:tje)?", "15 minuut"),
        (r"(?:een )?half uur\w*", "30 minuut"), (r"anderhalf uur", "90 minuut"),
        (r"een (uur\w*|dag|week|maand|jaar|keer) of (?!meer|langer|vaker)(\w+)", r"\2 \1"),
    )
)  # fmt: skip
_YEAR = re.compile(r"\b(?:sinds|vanaf|in|uit) (?:19|20)\d\d\b")
_TIMES_OVER = re.compile(r"\b(\d)(?: dagen| x| keer)(?: van)? (\d{1,2}) (?:uur|u)\b")
_DIGITS = re.compile(r"(?<=\d)-(?=\d)")
_TIMES = re.compile(r"(?<=\d)(x|keer|uur|u|min|km)\b")
_THOUSANDS = re.compile(r"(?<=\b\d) (?=\d{3}\b)|(?<=\b\d\d) (?=\d{3}\b)")
_NUMBER = re.compile(
    r"^(?:twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf)$|.(?:tien|tig|honderd|duizend)$"
)
_AMOUNT = re.compile(
    r"\d|ee|half|halve|anderhal|drie|vier|vijf|zes|acht|neg|tien|elf|twaalf|tig|honderd|duizend"
    r"|dag|nacht|avond|ochtend|morgen|middag|week|weke|maand|jaar|jaren|kwart|uur|mille|nooit"
    r"|zelden|full|voltijd|keren|vaak|gister|vandaag|paar|leven|jongs|kinds|lang|kwartaal|kerst|feest|nieuw|net|kort|pas|herinner"
)
_RECENT = frozenset(["net", "pas", "kort"])
_SHAKY = frozenset(listed("niet geen niks behalve soms bijna"))


@value_class(frozen=True, slots=True)
class Stretch:
    """From `low` to `high` of one unit; "" when it names none. `per` is what a keer is per."""

    low: float
    high: float
    unit: str
    per: str

    @property
    def dimension(self) -> str:
        """hours, days, times, euros or kilometres; "" when it names no unit."""
        return _UNITS[self.unit][0] if self.unit else ""

    def scaled(self, unit: str, per: str) -> tuple[float, float]:
        """Its ends in the unit of its dimension; `unit` and `per` are what it does not say."""
        factor = _UNITS[self.unit or unit][1]
        if (self.unit or unit) == "keer":
            factor *= _A_WEEK[self.per or per]
        return self.low * factor, self.high * factor


def stretch(said: str) -> Stretch | None:
    """The one stretch that plain words name; None when they name none, or more."""
    if not _AMOUNT.search(said) or _YEAR.search(said):
        return None  # no number, and no turn of phrase that is one
    said = _TIMES_OVER.sub(lambda found: f"{int(found[1]) * int(found[2])} uur", said)
    for pattern, amount in _TURNS:
        said = pattern.sub(amount, said)
    said = _TIMES.sub(r" \1", _DIGITS.sub(" - ", _THOUSANDS.sub("", said)))
    words = said.split()
    said = " ".join(_counted(words, at) for at in range(len(words)))
    for pattern, low, high in _SHAPES:
        if found := pattern.search(said):
            rest = said[: found.start()] + said[found.end() :]
            return None if re.search(r"\d", rest) else _stretch(found, low, high, rest)
    return None


def _counted(words: Sequence[str], at: int) -> str:
    """A number in digits, a unit by one name, any other word as it is."""
    word = words[at]
    unit = _SPELLED.get(word, "")
    if unit:
        return unit
    if word in ("een", "1tje", "half", "halve", "anderhalf", "anderhalve"):
        if at + 1 == len(words) or words[at + 1] not in _SPELLED:
            return word
        return {"e": "1", "h": "0.5", "a": "1.5"}.get(word[0], word)
    value = read_number(word) if _NUMBER.search(word) else None
    return word if value is None else f"{value:g}"


def _stretch(found: re.Match[str], low: float | None, high: float | None, rest: str) -> Stretch:
    said = [part for part in found.groups() if part]
    numbers = [float(part) for part in said if part[0].isdecimal()]
    units = [part for part in said if not part[0].isdecimal()]
    per = _PER.search(f" {rest}")
    unit = units[-1] if units else ""
    if len(numbers) == len(units) == 2:
        numbers[0] *= _UNITS[units[0]][1] / _UNITS[unit][1]  # "30 minuten tot een uur"
    if unit == "dag" and per and per[1] == "week":
        unit = "keer"  # "3 dagen per week" is how often
    return Stretch(
        0.0 if low is None else numbers[0] + low,
        _NO_END if high is None else numbers[-1] + high,
        unit,
        per[1] if per else "",
    )


def within(
    said: str, offered: Sequence[Stretch | None], labels: Sequence[Sequence[str]] = ()
) -> list[int] | None:
    """The places of the buttons in which her amount lies; None when this is no such question.

    Of two that overlap the narrower counts: "langer dan een jaar" beside "langer dan 3 maanden".
    """
    known = [one for one in offered if one]
    units = _units(known)
    if units is None:
        return None
    if any("binnen" in label for label in labels):
        said = _IN_TIME.sub("", _TOMORROW.sub("2 dagen", said))  # when, and not "more than"
        said = _NOW.sub("", said)
    hers = stretch(said)
    if hers is None or _SHAKY & set(said.replace("nog geen", "").split()):
        return None
    if not _comparable(hers, units):
        return [] if hers.unit else None  # "3 dagen" where hours are asked
    unit = next(iter(units))
    per = next((one.per for one in known if one.per), "week")
    spans = {i: one.scaled(unit, per) for i, one in enumerate(offered) if one}
    fit: list[int] = []
    for amount, slack in ((hers, 0.0), (_in_months(hers, unit), 0.0), (hers, _NEAR)):
        low, high = amount.scaled(unit, per)  # slack: "10 uur" at "5 tot 10 uur / Meer dan 10 uur"
        fit = fit or [i for i, ends in spans.items() if ends[0] <= low and high <= ends[1] + slack]
    return [i for i in fit if not any(_narrower(spans[j], spans[i]) for j in fit if j != i)]


def _units(known: Sequence[Stretch]) -> set[str] | None:
    """The units of buttons that are amounts of one dimension; None when they are not."""
    units = {one.unit for one in known if one.unit}
    if not units and any(_LARGE <= end < _NO_END for one in known for end in (one.low, one.high)):
        units = {"euro"}
    ranging = any(one.low != one.high for one in known)
    dimensions = {_UNITS[unit][0] for unit in units}
    ranges = len(known) > 1 and (ranging or dimensions == {"times"})
    return units if ranges and len(dimensions) == 1 else None


def _in_months(hers: Stretch, unit: str) -> Stretch:
    """ "8 weken" as two months, where months are counted."""
    if hers.unit != "week" or unit != "maand" or hers.low % _A_MONTH:
        return hers
    months = {"low": hers.low / _A_MONTH, "high": hers.high / _A_MONTH, "unit": "maand"}
    return changed(hers, months)


def spread(
    labels: Sequence[Sequence[str]], spans: Sequence[Stretch | None]
) -> list[Stretch | None]:
    """What buttons cover beside each other: "Meer" and "Gratis", and what is vague up to the next.

    "Een paar maanden" beside "Meer dan een jaar" goes up to that year, "Net begonnen" is before it.
    """
    known = [span for span in spans if span and (span.unit or span.high >= _LARGE)]
    if len(known) < 2:
        return list(spans)
    last = known[-1]
    most = changed(last, {"low": max(span.high for span in known) + _JUST, "high": _NO_END})
    least = changed(last, {"low": 0.0, "high": 0.0})
    ends = {"meer": most, "langer": most, "vaker": most, "gratis": least}
    unit, per = last.unit or "euro", last.per or "week"
    lows = sorted({span.scaled(unit, per)[0] for span in known})
    pairs = zip(labels, spans, strict=True)
    return [_beside(label, span or ends.get(_kind(label)), lows) for label, span in pairs]


def _kind(label: Sequence[str]) -> str:
    """ "Meer" for "Meer schulden" too."""
    of = label[0] == "meer" and not any(word.isdecimal() for word in label)
    return "meer" if of else " ".join(label)


def _beside(label: Sequence[str], span: Stretch | None, lows: Sequence[float]) -> Stretch | None:
    """One button's stretch; `lows` is where each of them begins."""
    if span is None and _RECENT.intersection(label) and lows[0] > 1:
        return Stretch(0.0, lows[0] - _JUST, "dag", "")
    if span is None or "paar" not in label or not span.unit or span.unit == "keer":
        return span
    factor = _UNITS[span.unit][1]
    above = [low / factor for low in lows if low > span.high * factor]
    return changed(span, {"high": above[0] * (1 - _NEAR)}) if above else span


def _comparable(hers: Stretch, units: set[str]) -> bool:
    if not hers.unit:
        return len(units) == 1
    return hers.dimension == _UNITS[next(iter(units))][0]


def _narrower(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return other[0] <= one[0] and one[1] <= other[1] and one != other
