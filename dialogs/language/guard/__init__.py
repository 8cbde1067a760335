"""Numbers that never reach storage: BSN, IBAN and bank cards."""

from dialogs.language.guard.mask import MASK, found_bsn, found_iban, mask

__all__ = ["MASK", "found_bsn", "found_iban", "mask"]
