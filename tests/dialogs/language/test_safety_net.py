"""The net beneath the danger patterns: fresh, calm about ordinary answers, and only ever *check*."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.authoring.safety import shipped_net
from dialogs.language.safety import Tier
from dialogs.language.safety.net import CLASSES, NetError, dump, hears, likelihoods, load
from training.examples import ROOT, examples, fingerprint, ordinary


def test_the_net_was_made_from_the_examples_as_they_are() -> None:
    made_from = (ROOT / "dialogs/safety/net.txt").read_text("utf-8").strip()
    assert made_from == fingerprint(), "the examples changed: make danger-net"


def test_there_are_many_examples_of_every_kind() -> None:
    _, marks = examples()
    counts = {name: marks.count(place) for place, name in enumerate(CLASSES)}
    assert min(counts.values()) >= 200, counts
    assert counts["none"] >= 2000


def test_it_knows_its_own_examples_and_leaves_ordinary_answers_alone() -> None:
    net = shipped_net()
    texts, marks = examples()
    heard = [hears(text, net) for text, mark in zip(texts, marks, strict=True) if mark]
    assert sum(map(bool, heard)) / len(heard) > 0.85
    plain = [hears(text, net) for text in ordinary()]
    assert sum(map(bool, plain)) / len(plain) < 0.01


def test_it_only_ever_asks() -> None:
    net = shipped_net()
    texts, _ = examples()
    assert {found.tier for text in texts if (found := hears(text, net))} == {Tier.CHECK}


@given(st.text(max_size=300))
def test_any_text_has_likelihoods_that_are_together_one(text: str) -> None:
    assert sum(likelihoods(text, shipped_net())) == pytest.approx(1.0)


def test_what_is_written_is_read_as_it_was() -> None:
    net = shipped_net()
    assert load(dump(net)) == net


def test_another_file_is_refused_with_what_to_do() -> None:
    with pytest.raises(NetError, match="make danger-net"):
        load(b"net0" + bytes(100))
