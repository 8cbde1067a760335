"""Make `dialogs/safety/net.bin` from the examples: `make danger-net`.

Examples: `dialogs/safety/voorbeelden/*.tsv` (category, tab, message), the open test messages and,
as harmless ones, the ordinary answers beside the readers' tests; each also with a typing slip.
Five times a fifth of the writers is held apart to choose the likelihood from which the net speaks:
at most `ALLOWED` of their harmless messages, most of which look like danger, raise it. The figures
printed are of those held apart. The same examples give the same net on one machine.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix, vstack
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold
from sklearn.multiclass import OneVsRestClassifier

from dialogs.language.safety.net import BUCKETS, KINDS, SCALE, WIDTH, Net, buckets, dump, fold
from training.examples import ROOT, examples, fingerprint, labelled, ordinary
from training.slips import slipped

TARGET = ROOT / "dialogs/safety/net.bin"
ALLOWED = 0.13  # share of harmless messages by writers not seen that may raise it
FOLDS = 5
FIRMNESS = 100.0  # inverse of the regularisation; 30 hears 1 % less
ORDINARY = "ordinary"  # the writer of the answers beside the readers' tests
Array = Any  # of numpy, whose types are here only with the extra


def matrix(rows: Sequence[Sequence[int]], size: int = BUCKETS) -> Any:
    """One row a message, each of its features as heavy as the others, of length 1."""
    at = np.concatenate([np.asarray(row, dtype=np.int32) for row in rows])
    weight = np.concatenate([np.full(len(row), 1 / max(1, len(row)) ** 0.5) for row in rows])
    ends = np.cumsum([0, *(len(row) for row in rows)])
    return csr_matrix((weight, at, ends), shape=(len(rows), size))


@dataclass(frozen=True, slots=True)
class Lesson:
    """What the net learns from: messages as rows of features, their classes and their writers."""

    rows: Any
    with_slips: Any
    folded: Any  # the rows, for kinds
    classes: Array  # 0: none
    pens: Array

    def learned(self, seen: Array) -> LogisticRegression:
        """Danger or none, from these messages, each as it is and with a slip."""
        model = LogisticRegression(C=FIRMNESS, solver="liblinear", random_state=1)
        danger = np.tile(self.classes[seen] > 0, 2)
        return model.fit(vstack([self.rows[seen], self.with_slips[seen]]), danger)

    def kinds(self) -> OneVsRestClassifier:
        """Which kind of danger, learned from dangers only."""
        one = LogisticRegression(C=FIRMNESS, solver="liblinear", class_weight="balanced")
        danger = self.classes > 0
        return OneVsRestClassifier(one).fit(self.folded[danger], self.classes[danger])

    def held_apart(self) -> Array:
        """For each message how likely danger is, by a model that saw no line of its writer."""
        chance = np.zeros(len(self.classes))
        for seen, unseen in GroupKFold(FOLDS).split(self.rows, self.classes, self.pens):
            chance[unseen] = self.learned(seen).predict_proba(self.rows[unseen])[:, 1]
        return chance


def lesson() -> Lesson:
    """Everything there is to learn from."""
    (texts, classes, pens), (open_, marks), plain = examples(), labelled(), ordinary()
    said, chance = texts + open_ + plain, Random(1)
    writers = pens + ["open"] * len(open_) + [ORDINARY] * len(plain)
    found = [buckets(text) for text in said]
    slips = matrix([buckets(slipped(text, chance)) for text in said])
    every = np.asarray(classes + marks + [0] * len(plain))
    folded = matrix([fold(one) for one in found], KINDS)
    return Lesson(matrix(found), slips, folded, every, np.asarray(writers))


def packed(danger: LogisticRegression, kind: OneVsRestClassifier, threshold: float) -> Net:
    """Both models in whole numbers of one byte."""
    bias = [danger.intercept_[0], *(one.intercept_[0] for one in kind.estimators_)]
    assert len(kind.estimators_) == WIDTH
    kinds = np.stack([one.coef_[0] for one in kind.estimators_], axis=1)
    return Net(_bytes(danger.coef_[0]), _bytes(kinds), tuple(map(float, bias)), threshold)


def _bytes(weights: Array) -> bytes:
    return bytes(np.clip(np.rint(weights * SCALE), -128, 127).astype(np.int8).tobytes())


def main() -> None:
    """Make the net and say how well it does on what it did not see."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dry-run", action="store_true", help="only the figures")
    asked = parser.parse_args()
    given = lesson()
    chance, danger = given.held_apart(), given.classes > 0
    harmless = ~danger & np.isin(given.pens, given.pens[danger])  # not of who wrote only answers
    threshold = float(np.quantile(chance[harmless], 1 - ALLOWED))
    heard = np.mean(chance[danger] >= threshold)
    print(f"{len(danger)} examples, {int(danger.sum())} of danger")
    print(f"heard {heard:.3f} at {ALLOWED} false, from {threshold:.2f} on")
    if not asked.dry_run:
        everything = np.arange(len(danger))
        net = packed(given.learned(everything), given.kinds(), threshold)
        TARGET.write_bytes(dump(net))
        TARGET.with_suffix(".txt").write_text(fingerprint() + "\n", "utf-8")


if __name__ == "__main__":
    main()
