"""What the danger net learns from: messages with their category, and answers that are only that."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from dialogs.authoring.safety import load_rules, shipped_texts
from dialogs.language.safety import CATEGORIES, assess

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = ROOT / "dialogs/safety/voorbeelden"
ORDINARY = ROOT / "tests/dialogs/language"
OPEN = ROOT / "tests/language/sets"
CLASSES = ("none", *CATEGORIES)


def examples(folder: Path = EXAMPLES) -> tuple[list[str], list[int], list[str]]:
    """Messages, their classes and who wrote them: the name of the file.

    Raises ValueError with file and line for a malformed line.
    """
    texts: list[str] = []
    classes: list[int] = []
    pens: list[str] = []
    for file in sorted(folder.glob("*.tsv")):
        for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
            category, tab, text = line.partition("\t")
            if not tab or category not in CLASSES or not text.strip():
                raise ValueError(f"{file.name}:{number}: schrijf categorie, tab, bericht")
            texts.append(text)
            classes.append(CLASSES.index(category))
            pens.append(file.stem)
    return texts, classes, pens


def labelled() -> tuple[list[str], list[int]]:
    """The open test messages, too; the sealed ones tell how well the net does."""
    files = sorted(OPEN.glob("danger*.jsonl"))
    rows = [json.loads(line) for file in files for line in file.read_text("utf-8").splitlines()]
    sure = [row for row in rows if row["tier"] != "note" and "note" not in row.get("also", ())]
    return [row["text"] for row in sure], [CLASSES.index(row["category"] or "none") for row in sure]


def ordinary() -> list[str]:
    """Answers, wishes, days and times that are nothing but that, each once."""
    answers = _lines("answers.txt")
    wishes = [one for line in _lines("wishes.txt") for one in line.partition(": ")[2].split(" | ")]
    times = [line.partition(" -> ")[0] for file in _WHEN for line in _lines(file)]
    found = dict.fromkeys(text.strip() for text in answers + wishes + times + _chosen())
    return [text for text in found if text]


def _chosen() -> list[str]:
    """Typed choices, but for those in which a pattern finds something: "geen eten in huis"."""
    rules = load_rules(shipped_texts())
    texts = (line.partition(" -> ")[0] for line in _lines("choices.txt") if line[0] not in "=+")
    return [text for text in texts if assess(text, rules) is None]


_WHEN = ("when_time.txt", "when_date.txt", "when_birthdate.txt", "when_moment.txt")


def _lines(name: str) -> list[str]:
    lines = (ORDINARY / name).read_text("utf-8").splitlines()
    kept = (line.strip() for line in lines)
    return [line for line in kept if line and not line.startswith(("#", "now:"))]


def fingerprint() -> str:
    """Of all examples: `net.txt` beside the net holds it, so that a test sees a net that is old."""
    texts, classes, _ = examples()
    more, marks = labelled()
    rows = zip(texts + more, classes + marks, strict=True)
    lines = [f"{mark}\t{text}" for text, mark in rows] + ordinary()
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()
