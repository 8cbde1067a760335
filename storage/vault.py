"""The vault: private text is AES-256-GCM ciphertext under a data key per family.

The master key lives outside the database. It wraps the data keys; erasing a family's wrapped
key makes everything sealed under it unreadable, in backups too. Each ciphertext is bound to the
place where it lies, so that a row moved or copied elsewhere does not open.
"""

from __future__ import annotations

import hmac
import json
import os
from collections import OrderedDict

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

_VERSION = b"\x01"  # of the layout: version, nonce, ciphertext with tag
_NONCE = 12  # bytes, random: GCM's own size
_KEY = 32  # bytes
_SHORTEST = len(_VERSION) + _NONCE + 16


class VaultError(Exception):
    """A ciphertext does not open: wrong key, wrong place, damaged, or its family was erased."""


def _derive(master: bytes, purpose: str) -> bytes:
    """A key of its own for each purpose, so that none is used for two things."""
    return HKDF(SHA256(), _KEY, salt=None, info=f"stapje/{purpose}".encode()).derive(master)


def _seal(cipher: AESGCM, place: bytes, data: bytes) -> bytes:
    nonce = os.urandom(_NONCE)
    return _VERSION + nonce + cipher.encrypt(nonce, data, place)


def _open(cipher: AESGCM, place: bytes, sealed: bytes) -> bytes:
    if len(sealed) < _SHORTEST or sealed[:1] != _VERSION:
        raise VaultError("not a ciphertext of this vault")
    try:
        return cipher.decrypt(sealed[1 : 1 + _NONCE], sealed[1 + _NONCE :], place)
    except InvalidTag:
        raise VaultError("wrong key or place") from None


class Vault:
    """Seals and opens; holds the unwrapped data keys of the families seen last."""

    def __init__(self, master: bytes, *, remembers: int = 5_000) -> None:
        """`master` is 32 random bytes; `remembers` is how many families' keys stay in memory."""
        if len(master) != _KEY:
            raise ValueError("the master key must be 32 bytes")
        self._wrapping = AESGCM(_derive(master, "wrap"))
        self._own = AESGCM(_derive(master, "own"))
        self._hashing = hmac.new(_derive(master, "hash"), digestmod="sha256")
        self._stamping = _derive(master, "audit")
        self._keys: OrderedDict[str, AESGCM] = OrderedDict()
        self._remembers = remembers

    def new_key(self, family_id: str) -> bytes:
        """A fresh data key for this family, wrapped, for `families.wrapped_key`."""
        key = os.urandom(_KEY)
        self._remember(family_id, AESGCM(key))
        return _seal(self._wrapping, _wrapped_place(family_id), key)

    def learn(self, family_id: str, wrapped: bytes | None) -> None:
        """Unwrap and remember this family's key. Raises VaultError when it was erased (None)."""
        if wrapped is None:  # also when another process erased it while we knew the key
            self.forget(family_id)
            raise VaultError("this family was erased")
        if family_id in self._keys:
            self._keys.move_to_end(family_id)
            return
        key = _open(self._wrapping, _wrapped_place(family_id), wrapped)
        self._remember(family_id, AESGCM(key))

    def knows(self, family_id: str) -> bool:
        """Whether this family's key is in memory now."""
        return family_id in self._keys

    def forget(self, family_id: str) -> None:
        """Drop this family's key from memory, as part of erasing the family."""
        self._keys.pop(family_id, None)

    def seal(self, family_id: str, place: str, data: bytes) -> bytes:
        """Encrypt under the family's key; `place` is "table.column|row key"."""
        return _seal(self._key(family_id), f"{place}|{family_id}".encode(), data)

    def open(self, family_id: str, place: str, sealed: bytes) -> bytes:
        """Decrypt what `seal` made for the same family and place. Raises VaultError."""
        return _open(self._key(family_id), f"{place}|{family_id}".encode(), sealed)

    def seal_own(self, place: str, data: bytes) -> bytes:
        """Encrypt what belongs to no family, such as an update that could not be read."""
        return _seal(self._own, place.encode(), data)

    def open_own(self, place: str, sealed: bytes) -> bytes:
        """Decrypt what `seal_own` made for the same place. Raises VaultError."""
        return _open(self._own, place.encode(), sealed)

    def hash(self, channel: str, address: str) -> str:
        """The keyed hash (hex) by which an address is found without being readable."""
        begun = self._hashing.copy()  # half the price of beginning with the key each time
        begun.update(f"{channel}\0{address}".encode())
        return begun.hexdigest()

    def stamp(self, *parts: str) -> str:
        """The keyed hash (hex) of these parts in this order; only who has the key can make it."""
        whole = json.dumps(parts, ensure_ascii=True).encode()
        return hmac.digest(self._stamping, whole, "sha256").hex()

    def _key(self, family_id: str) -> AESGCM:
        try:
            return self._keys[family_id]
        except KeyError:
            raise VaultError("this family's key was not read yet") from None

    def _remember(self, family_id: str, cipher: AESGCM) -> None:
        self._keys[family_id] = cipher
        if len(self._keys) > self._remembers:
            self._keys.popitem(last=False)


def _wrapped_place(family_id: str) -> bytes:
    return f"families.wrapped_key|{family_id}".encode()
