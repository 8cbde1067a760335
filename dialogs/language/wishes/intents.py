"""What holds in every step, when it is typed: stop, pauze, terug, een mens …

Only a message that *is* the wish counts; "help" inside a sentence is an answer, not a command.
What may stand beside a wish is in `within`.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from rapidfuzz.distance import OSA

from dialogs.language.chat import pieces, plain
from dialogs.language.frequency import zipf
from dialogs.language.idioms import signed
from dialogs.language.normal import normal
from dialogs.language.vocabulary import KNOWN
from dialogs.language.wishes.patterns import COURTESY, WISHES
from dialogs.language.wishes.within import inside
from dialogs.language.wordlist import listed
from dialogs.model import Intent

COMMANDS: dict[str, Intent] = {
    "stop": Intent.STOP,
    "pauze": Intent.PAUSE,
    "terug": Intent.BACK,
    "overslaan": Intent.SKIP,
    "liever_niet": Intent.DECLINE,
    "help": Intent.CALL,
    "bellen": Intent.CALL,
    "mens": Intent.CALL,
    "antwoorden": Intent.ANSWERS,
    "wijzig": Intent.CHANGE,
    "menu": Intent.MENU,
    "weet_niet": Intent.UNKNOWN,
    "wissen": Intent.ERASE,
    "verder": Intent.RESUME,
    "opnieuw": Intent.RESTART,
    "taal": Intent.LANGUAGE,
    "nu_hulp": Intent.NOW,
    "wie_leest": Intent.PRIVACY,
    "robot": Intent.BOT,
    "inspreken": Intent.SPEAK,
    "wanneer": Intent.WHEN,
    "wat_nog": Intent.OFFERS,
    "ben_ik_klaar": Intent.PLACE,
    "hoe_staat_het": Intent.STATUS,
    "hoe_weten_jullie": Intent.SOURCE,
    "waarom": Intent.WHY,
    "herinneringen_uit": Intent.REMINDERS_OFF,
    "herinneringen_aan": Intent.REMINDERS_ON,
}
LONGEST = 18  # words; a wish is shorter
ASIDE = 3  # words from which a wish beside another sentence is one
_POINTING = frozenset(["dat", "het", "nee", "ik"])
_SHORTLY = frozenset(["verder", "door", "terug"])  # "zo verder": not now
_RARE = 3.0  # Zipf value up to which a word can be a slip


def read_intent(text: str) -> Intent | None:
    """The wish this whole message is, typos allowed; or the first of its sentences, if that is one.

    None for an answer, also for one that only mentions such a word ("stoppen met roken").
    """
    whole = plain(text)
    if not whole or whole.count(" ") >= LONGEST * 2:
        return None
    if (found := _wish(whole) or inside(whole, _meaning)) is not None:
        return found
    parts = [part for part in pieces(text).split(" | ") if part.count(" ") >= ASIDE - 1]
    wishes = [wish for part in (parts[:1] + parts[1:][-1:]) if (wish := _sentence(part))]
    return wishes[0] if len(set(wishes)) == 1 else None


def _sentence(part: str) -> Intent | None:
    """A wish that stands beside other words must be a sentence of its own, not a bare word."""
    return _wish(part) if len(_bare(part.split())) >= ASIDE else None


def _wish(said: str) -> Intent | None:
    words = said.split()
    found = _meant(words)
    if found is not None or len(words) > LONGEST:
        return found
    slips = [(place, near) for place, word in enumerate(words) if (near := _near(word))]
    if not slips:
        return None
    best = [*words]
    for place, near in slips:
        best[place] = near[0]
    tried = {_meant(best)} | {
        _meant([*best[:place], other, *best[place + 1 :]])
        for place, near in slips
        for other in near[1:]
    }
    wishes = tried - {None}
    return wishes.pop() if len(wishes) == 1 else None


def _meaning(said: str) -> Intent | None:
    return _meant(said.split())


def _meant(words: list[str]) -> Intent | None:
    """The wish that these words are, without or with the words of courtesy."""
    said, bare = " ".join(words), _bare(words)
    if set(signed(said).split()) - COURTESY - _POINTING == {"UNKNOWN"}:
        return Intent.UNKNOWN
    return (_matched(" ".join(bare)) if 0 < len(bare) <= LONGEST else None) or _matched(said)


def _bare(words: list[str]) -> list[str]:
    """Without courtesy; "liever" in "liever later" and "zo" in "zo verder" say something."""
    pairs = zip(words, [*words[1:], ""], strict=True)
    return [word for word, then in pairs if word not in COURTESY or _telling(word, then, words)]


def _telling(word: str, then: str, words: list[str]) -> bool:
    return (word == "liever" and "later" in words) or (word == "zo" and then in _SHORTLY)


def _matched(said: str) -> Intent | None:
    return next((intent for intent, pattern in _patterns() if pattern.fullmatch(said)), None)


@cache
def _patterns() -> tuple[tuple[Intent, re.Pattern[str]], ...]:
    return tuple(
        (intent, re.compile("|".join(f"(?:{line})" for line in table.split("\n") if line)))
        for intent, table in WISHES.items()
    )


@cache
def _vocabulary() -> frozenset[str]:
    """Every word of four letters or more that a wish is made of."""
    words = {w for table in WISHES.values() for w in re.findall(r"[a-z]{4,}", table)}
    words |= COURTESY | {"weten", "idee", "flauw", "weet"}
    return frozenset(w for w in words if len(w) >= 4 and (zipf(w) >= _RARE or len(w) >= 6))


@lru_cache(2048)
def _near(word: str) -> tuple[str, ...]:
    """The words of wishes that this word, when it is no word itself, may be a slip of."""
    known = word in _vocabulary() or word in KNOWN or zipf(word) > _RARE
    if len(word) < 4 or known or not word.isalpha():
        return ()
    most = 2 if len(word) >= 8 else 1
    away = {w: OSA.distance(word, w, score_cutoff=most) for w in _vocabulary()}
    best = min(away.values())
    near = sorted((w for w, far in away.items() if far == best), key=zipf, reverse=True)
    return tuple(near[:6]) if best <= most else ()


_ANGRY = frozenset(
    listed("""
rot oprotten hou laat boeien bah stom kut klote tering wtf fuck irritant zeik gezeik schiet kappen
flikker donder pf pff ugh genoeg
""")
)


def curt(text: str) -> bool:
    """A very short angry answer: at most three words, one of them cross."""
    words = normal(text).split()
    return 0 < len(words) <= 3 and not _ANGRY.isdisjoint(words)
