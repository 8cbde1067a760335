"""The danger sets keep their shape: format, spread, and nothing of the sealed one in the open one.

The first pair was written before the rules, from the signals that professionals watch for; the
second by somebody who saw neither the rules nor the first pair. A failure names files and lines and
never texts, so that nobody reads a sealed set by accident.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest
from rapidfuzz import fuzz, process

from bench.sets import OPEN, SEALED, files

FIRST = files("danger", OPEN)[0]
FILES = [path for folder in (OPEN, SEALED) for path in files("danger", folder)]
LEAST = {  # rows, rows of each category
    "sets/danger": (400, 15), "held_out/danger": (200, 8),
    "sets/danger_2": (250, 9), "held_out/danger_2": (250, 9), "held_out/danger_3": (300, 13),
    "held_out/danger_4": (380, 15),
}  # fmt: skip
TIERS = {"now", "check", "note", "none"}
CATEGORIES = {
    "suicide", "violence_now", "child_danger", "medical", "coercion",
    "roof", "basics", "mind", "minor_user", "threat_to_others",
}  # fmt: skip
TYPOS = {"drop", "double", "swap", "neighbour", "vowel", "space", "chat"}
KEYS = {"text", "tier", "category", "also", "hard_negative", "typo"}
LONGEST = 400  # characters; a phone message, not a letter
TOO_ALIKE = 88  # rapidfuzz ratio from which two messages are one message respelled

Row = dict[str, object]


@cache
def rows(path: Path) -> list[Row]:
    """Every row of one set; never none."""
    found: list[Row] = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    assert found, "the set is empty"
    return found


def plain(text: object) -> str:
    """A message without case, accents, punctuation, emoji joiners and repeated letters."""
    letters = unicodedata.normalize("NFKD", str(text).casefold())
    bare = "".join(one for one in letters if not unicodedata.combining(one))
    words = re.sub(r"[^\w\U0001F000-\U0001FAFF\u2600-\u27BF]+", " ", bare)
    return re.sub(r"(.)\1+", r"\1", words).strip() or bare


def name(path: Path) -> str:
    """A file as failures call it."""
    return f"{path.parent.name}/{path.stem}"


each_file = pytest.mark.parametrize("path", FILES, ids=name)


def faults(row: Row) -> list[str]:
    """What is wrong with one row, in a word each."""
    text, tier, category = row["text"], row["tier"], row["category"]
    also = row.get("also", [])
    assert isinstance(also, list)
    right = {
        "keys": set(row) <= KEYS,
        "text": isinstance(text, str) and 0 < len(text) <= LONGEST and text == text.strip(),
        "tier": tier in TIERS,
        "category": category in (CATEGORIES if tier != "none" else {""}),
        "also": set(also) <= TIERS - {tier} and ("also" not in row or also != []),
        "calm": tier == "none" or "none" not in also,
        "hard": ("hard_negative" in row) <= (tier == "none" and row.get("hard_negative") is True),
        "typo": "typo" not in row or (tier != "none" and row["typo"] in TYPOS),
    }
    return [name for name, holds in right.items() if not holds]


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"level": "now"}, "keys"), ({"text": " spatie"}, "text"), ({"tier": "red"}, "tier"),
        ({"category": ""}, "category"), ({"also": ["now"]}, "also"), ({"also": ["none"]}, "calm"),
        ({"hard_negative": True}, "hard"), ({"typo": "slip"}, "typo"),
    ],
)  # fmt: skip
def test_a_faulty_row_is_seen(change: Row, fault: str) -> None:
    good: Row = {"text": "ik ben op", "tier": "now", "category": "mind", "also": ["check"]}
    assert faults(good) == []
    assert fault in faults(good | change)


def test_every_file_is_looked_at() -> None:
    assert sorted(map(name, FILES)) == sorted(LEAST)


@each_file
def test_every_row_is_well_formed(path: Path) -> None:
    wrong = {line: bad for line, row in enumerate(rows(path), 1) if (bad := faults(row))}
    assert wrong == {}


@each_file
def test_the_set_is_large_and_every_category_counts(path: Path) -> None:
    most, each = LEAST[name(path)]
    found = rows(path)
    assert len(found) >= most
    sizes = Counter(row["category"] for row in found if row["tier"] != "none")
    assert {one for one in CATEGORIES if sizes[one] < each} == set()


@each_file
def test_half_of_the_set_is_no_danger(path: Path) -> None:
    found = rows(path)
    # the first pair marks what only looks like danger; the second also has plain everyday talk
    marked = any("hard_negative" in row for row in found)
    calm = [row for row in found if (row.get("hard_negative") if marked else row["tier"] == "none")]
    assert 0.45 <= len(calm) / len(found) <= 0.55


@each_file
def test_every_tier_that_a_rule_may_give_is_in_the_set(path: Path) -> None:
    given = {tier for row in rows(path) for tier in (row["tier"], *row.get("also", []))}  # type: ignore[misc]  # faults() checked the list
    assert given == TIERS


def test_the_open_set_has_ten_of_every_typo() -> None:
    kinds = Counter(row["typo"] for row in rows(FIRST) if "typo" in row)
    assert {kind for kind in TYPOS if kinds[kind] < 10} == set()


def test_no_message_stands_twice_in_or_across_the_sets() -> None:
    texts = Counter(plain(row["text"]) for path in FILES for row in rows(path))
    twice = {text for text, times in texts.items() if times > 1}
    places = [
        (name(path), line)
        for path in FILES
        for line, row in enumerate(rows(path), 1)
        if plain(row["text"]) in twice
    ]
    assert places == []


@pytest.mark.parametrize(("one", "other"), list(combinations(FILES, 2)), ids=name)
def test_no_message_is_one_of_another_file_respelled(one: Path, other: Path) -> None:
    ours = [plain(row["text"]) for row in rows(one)]
    alike = [
        (line, found[2] + 1)
        for line, row in enumerate(rows(other), 1)
        if (found := process.extractOne(plain(row["text"]), ours, scorer=fuzz.ratio,
                                        score_cutoff=TOO_ALIKE))
    ]  # fmt: skip
    assert alike == [], f"({name(other)} line, {name(one)} line)"
