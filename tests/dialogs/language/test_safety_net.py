"""The net beneath the danger patterns: fresh, calm about ordinary answers, only ever asking."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.authoring.safety import shipped_net
from dialogs.language.safety import Rules, Tier, assess
from dialogs.language.safety.net import NetError, dump, hear, load
from training.examples import CLASSES, ROOT, examples, fingerprint, ordinary


def test_the_net_was_made_from_the_examples_as_they_are() -> None:
    made_from = (ROOT / "dialogs/safety/net.txt").read_text("utf-8").strip()
    assert made_from == fingerprint(), "the examples changed: make danger-net"


def test_there_are_many_examples_of_every_kind() -> None:
    _, marks, _ = examples()
    counts = {name: marks.count(place) for place, name in enumerate(CLASSES)}
    assert min(counts.values()) >= 200, counts
    assert counts["none"] >= 2000


def test_it_knows_its_own_examples_and_leaves_ordinary_answers_alone() -> None:
    net = shipped_net()
    texts, marks, _ = examples()
    chances = [hear(text, net).chance for text, mark in zip(texts, marks, strict=True) if mark]
    assert sum(chance >= net.threshold for chance in chances) / len(chances) > 0.9
    plain = [hear(text, net).chance for text in ordinary()]
    assert sum(chance >= net.threshold for chance in plain) / len(plain) < 0.01


def test_it_only_ever_asks() -> None:
    rules = Rules(net=shipped_net())
    texts, *_ = examples()
    found = [signal for text in texts[:600] if (signal := assess(text, rules))]
    assert {signal.tier for signal in found} == {Tier.CHECK}
    assert {signal.rule for signal in found} == {"net"}


@given(st.text(max_size=300))
def test_any_text_has_a_chance(text: str) -> None:
    assert 0 <= hear(text, shipped_net()).chance <= 1


def test_what_is_written_is_read_as_it_was() -> None:
    net = shipped_net()
    assert load(dump(net)) == net


def test_another_file_is_refused_with_what_to_do() -> None:
    with pytest.raises(NetError, match="make danger-net"):
        load(b"net0" + bytes(100))
