"""Make `dialogs/safety/net.bin` from the examples: `make danger-net`.

Examples: `dialogs/safety/voorbeelden/*.tsv` (category, tab, message) and, as harmless ones, the
ordinary answers beside the readers' tests. Five times a fifth of them is held apart, to choose the
likelihood from which the net speaks: at most `ALLOWED` of the harmless ones raise it. The figures
printed are of those held apart. The same examples give the same file on one machine.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold

from dialogs.language.safety.net import BUCKETS, CLASSES, SCALE, Net, buckets, dump
from training.examples import ROOT, examples, fingerprint, ordinary

TARGET = ROOT / "dialogs/safety/net.bin"
ALLOWED = 0.035  # share of harmless messages that may raise it
FOLDS = 5
FIRMNESS = 8.0  # inverse of the regularisation; 2–20 give the same within 1 %


def matrix(texts: Sequence[str]) -> Any:
    """One row a message, each of its features as heavy as the others, of length 1."""
    rows = [buckets(text) for text in texts]
    at = np.concatenate([np.asarray(row, dtype=np.int32) for row in rows])
    weight = np.concatenate([np.full(len(row), 1 / max(1, len(row)) ** 0.5) for row in rows])
    ends = np.cumsum([0, *(len(row) for row in rows)])
    return csr_matrix((weight, at, ends), shape=(len(rows), BUCKETS))


def learned(rows: Any, classes: np.ndarray[Any, Any]) -> LogisticRegression:
    """The model of these rows; rare categories count as much as common ones."""
    share = {k: (len(classes) / np.sum(classes == k)) ** 0.5 for k in np.unique(classes)}
    return LogisticRegression(C=FIRMNESS, max_iter=400, class_weight=share).fit(rows, classes)


def held_apart(rows: Any, classes: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """For each message how likely danger is, by a model that never saw it."""
    chance = np.zeros(len(classes))
    for seen, unseen in StratifiedKFold(FOLDS, shuffle=True, random_state=1).split(rows, classes):
        model = learned(rows[seen], classes[seen])
        chance[unseen] = 1 - model.predict_proba(rows[unseen])[:, 0]
    return chance


def threshold_of(chance: np.ndarray[Any, Any], classes: np.ndarray[Any, Any]) -> float:
    """The likelihood that only `ALLOWED` of the harmless messages reach."""
    return float(np.quantile(chance[classes == 0], 1 - ALLOWED))


def packed(model: LogisticRegression, threshold: float) -> Net:
    """The model in whole numbers of one byte."""
    assert list(model.classes_) == list(range(len(CLASSES)))
    weights = np.clip(np.rint(model.coef_.T * SCALE), -128, 127).astype(np.int8)
    return Net(weights.tobytes(), tuple(float(b) for b in model.intercept_), threshold)


def main() -> None:
    """Make the net and say how well it does on what it did not see."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dry-run", action="store_true", help="only the figures")
    asked = parser.parse_args()
    texts, marks = examples()
    plain = ordinary()
    rows, classes = matrix(texts + plain), np.asarray(marks + [0] * len(plain))
    chance = held_apart(rows, classes)
    threshold = threshold_of(chance, classes)
    danger = classes > 0
    print(f"{len(classes)} examples, {int(danger.sum())} of danger")  # noqa: T201
    print(f"heard {np.mean(chance[danger] >= threshold):.3f} at {ALLOWED} false")  # noqa: T201
    if not asked.dry_run:
        TARGET.write_bytes(dump(packed(learned(rows, classes), threshold)))
        TARGET.with_suffix(".txt").write_text(fingerprint() + "\n", "utf-8")


if __name__ == "__main__":
    main()
