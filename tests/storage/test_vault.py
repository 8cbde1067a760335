"""What the vault seals opens only in its own place, with its own family's key."""

from __future__ import annotations

import pytest

from storage.vault import Vault, VaultError

PLACE = "answers.body|12:0"


@pytest.fixture
def known(vault: Vault) -> Vault:
    """A vault that knows families a and b."""
    vault.new_key("a")
    vault.new_key("b")
    return vault


def test_opens_what_it_sealed(known: Vault) -> None:
    assert known.open("a", PLACE, known.seal("a", PLACE, b"geheim")) == b"geheim"


def test_seals_the_same_words_differently(known: Vault) -> None:
    assert known.seal("a", PLACE, b"ja") != known.seal("a", PLACE, b"ja")


@pytest.mark.parametrize(
    ("family", "place"), [("a", "answers.body|12:1"), ("a", "inbox.body|12:0"), ("b", PLACE)]
)
def test_does_not_open_elsewhere(known: Vault, family: str, place: str) -> None:
    sealed = known.seal("a", PLACE, b"geheim")
    with pytest.raises(VaultError):
        known.open(family, place, sealed)


@pytest.mark.parametrize("spoil", [b"", b"\x02", b"\x01" * 40])
def test_refuses_what_it_did_not_seal(known: Vault, spoil: bytes) -> None:
    with pytest.raises(VaultError):
        known.open("a", PLACE, spoil)


def test_notices_a_changed_byte(known: Vault) -> None:
    sealed = bytearray(known.seal("a", PLACE, b"geheim"))
    sealed[-1] ^= 1
    with pytest.raises(VaultError):
        known.open("a", PLACE, bytes(sealed))


def test_learns_a_wrapped_key_in_another_process(vault: Vault) -> None:
    wrapped = vault.new_key("a")
    sealed = vault.seal("a", PLACE, b"geheim")
    other = Vault(bytes(range(32)))
    other.learn("a", wrapped)
    assert other.open("a", PLACE, sealed) == b"geheim"


def test_a_wrapped_key_belongs_to_its_family_and_master(vault: Vault) -> None:
    wrapped = vault.new_key("a")
    with pytest.raises(VaultError):
        Vault(bytes(range(32))).learn("b", wrapped)
    with pytest.raises(VaultError):
        Vault(bytes(32)).learn("a", wrapped)


def test_an_erased_family_cannot_be_learned(vault: Vault) -> None:
    with pytest.raises(VaultError):
        vault.learn("a", None)


def test_remembers_a_bounded_number_of_families() -> None:
    vault = Vault(bytes(32), remembers=2)
    wrapped = vault.new_key("a")
    vault.new_key("b")
    vault.learn("a", wrapped)  # now b is the one seen longest ago
    vault.new_key("c")
    assert [vault.knows(one) for one in "abc"] == [True, False, True]


def test_the_own_key_is_another_one(known: Vault) -> None:
    sealed = known.seal_own(PLACE, b"rauw")
    assert known.open_own(PLACE, sealed) == b"rauw"
    with pytest.raises(VaultError):
        known.open_own("set_aside.body|other", sealed)
    with pytest.raises(VaultError):
        known.open("a", PLACE, sealed)


def test_hashes_are_keyed_and_per_channel(vault: Vault) -> None:
    mine = vault.hash("telegram", "12")
    assert mine == Vault(bytes(range(32))).hash("telegram", "12")
    assert mine not in (vault.hash("web", "12"), Vault(bytes(32)).hash("telegram", "12"))
    assert len(mine) == 64


def test_wants_a_whole_key() -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        Vault(b"short")
