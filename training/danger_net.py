"""Make `dialogs/safety/net.bin` from the examples: `make danger-net`.

Examples: `dialogs/safety/voorbeelden/*.tsv` (category, tab, message), the open test messages and,
as harmless ones, the ordinary answers beside the readers' tests. A fifth is held apart five times
to choose the likelihood from which the net speaks: at most `ALLOWED` of the harmless ones raise it.
The figures printed are of those held apart. The same examples give the same net on one machine.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold
from sklearn.multiclass import OneVsRestClassifier

from dialogs.language.safety.net import BUCKETS, SCALE, WIDTH, Net, buckets, dump
from training.examples import ROOT, examples, fingerprint, labelled, ordinary

TARGET = ROOT / "dialogs/safety/net.bin"
ALLOWED = 0.07  # share of harmless messages, half of which only look like danger, that may raise it
FOLDS = 5
FIRMNESS = 30.0  # inverse of the regularisation; 8–60 give the same within 3 %
Array = Any  # of numpy, whose types are here only with the extra


def matrix(texts: Sequence[str]) -> Any:
    """One row a message, each of its features as heavy as the others, of length 1."""
    rows = [buckets(text) for text in texts]
    at = np.concatenate([np.asarray(row, dtype=np.int32) for row in rows])
    weight = np.concatenate([np.full(len(row), 1 / max(1, len(row)) ** 0.5) for row in rows])
    ends = np.cumsum([0, *(len(row) for row in rows)])
    return csr_matrix((weight, at, ends), shape=(len(rows), BUCKETS))


def danger_of(rows: Any, danger: Array) -> LogisticRegression:
    """Danger or none."""
    model = LogisticRegression(C=FIRMNESS, solver="liblinear", random_state=1)
    return model.fit(rows, danger)


def kind_of(rows: Any, classes: Array) -> OneVsRestClassifier:
    """Which kind of danger, learned from dangers only."""
    one = LogisticRegression(C=FIRMNESS, solver="liblinear", class_weight="balanced")
    return OneVsRestClassifier(one).fit(rows, classes)


def held_apart(rows: Any, danger: Array) -> Array:
    """For each message how likely danger is, by a model that never saw it."""
    chance = np.zeros(len(danger))
    for seen, unseen in StratifiedKFold(FOLDS, shuffle=True, random_state=1).split(rows, danger):
        chance[unseen] = danger_of(rows[seen], danger[seen]).predict_proba(rows[unseen])[:, 1]
    return chance


def packed(danger: LogisticRegression, kind: OneVsRestClassifier, threshold: float) -> Net:
    """Both models in whole numbers of one byte."""
    columns = [danger.coef_[0], *(one.coef_[0] for one in kind.estimators_)]
    bias = [danger.intercept_[0], *(one.intercept_[0] for one in kind.estimators_)]
    assert len(columns) == WIDTH
    weights = np.clip(np.rint(np.stack(columns, axis=1) * SCALE), -128, 127).astype(np.int8)
    return Net(weights.tobytes(), tuple(map(float, bias)), threshold)


def main() -> None:
    """Make the net and say how well it does on what it did not see."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dry-run", action="store_true", help="only the figures")
    asked = parser.parse_args()
    (texts, marks), (more, more_marks), plain = examples(), labelled(), ordinary()
    texts, marks = texts + more, marks + more_marks
    rows, classes = matrix(texts + plain), np.asarray(marks + [0] * len(plain))
    danger = classes > 0
    chance = held_apart(rows, danger)
    threshold = float(np.quantile(chance[~danger], 1 - ALLOWED))
    heard = np.mean(chance[danger] >= threshold)
    print(f"{len(classes)} examples, {int(danger.sum())} of danger")  # noqa: T201
    print(f"heard {heard:.3f} at {ALLOWED} false, from {threshold:.2f} on")  # noqa: T201
    if not asked.dry_run:
        net = packed(danger_of(rows, danger), kind_of(rows[danger], classes[danger]), threshold)
        TARGET.write_bytes(dump(net))
        TARGET.with_suffix(".txt").write_text(fingerprint() + "\n", "utf-8")


if __name__ == "__main__":
    main()
