"""What creditors call the columns of their lists, and the kinds of bills in them. Pure.

Small letters, with `_` for a space or a hyphen.
"""

from __future__ import annotations

from collections.abc import Mapping

from casework.arrears import Kind

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "creditor": ("schuldeiser", "afzender", "creditor"),
    "reference": ("referentie", "kenmerk", "reference", "ref"),
    "kind": ("soort", "kind", "type"),
    "began": ("sinds", "achterstand_sinds", "begin", "began", "since"),
    "name": ("naam", "name"),
    "address": ("adres", "address"),
    "phone": ("telefoon", "telefoonnummer", "phone"),
}
KINDS: Mapping[Kind, tuple[str, ...]] = {
    Kind.RENT: (
        *("huur", "huurachterstand", "huurschuld", "huurbetaling", "huurincasso", "rent", "woning"),
        *("verhuurder", "woningcorporatie", "corporatie", "woningbouw", "woningbouwvereniging"),
    ),
    Kind.HEALTH: (
        *("zorg", "zorgverzekering", "zorgverzekeraar", "zorgpremie", "zorgkosten", "health"),
        *("ziektekosten", "ziektekostenverzekering", "ziektekostenverzekeraar"),
    ),
    Kind.WATER: ("water", "drinkwater", "waterbedrijf", "drinkwaterbedrijf", "waterrekening"),
    Kind.ENERGY: (
        *("energie", "stroom", "gas", "energy", "power", "elektriciteit", "elektra", "electra"),
        *("energieleverancier", "energiebedrijf", "energierekening", "warmte", "stadswarmte"),
        *("gas_en_licht", "gas_en_elektra", "gas_en_stroom", "stroom_en_gas", "gas_water_licht"),
    ),
}
BY_NAME = {word: name for name, words in COLUMNS.items() for word in words}
BY_WORD = {word: kind for kind, words in KINDS.items() for word in words}
