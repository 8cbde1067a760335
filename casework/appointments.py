"""How a talk stands, and what the tandem may put right afterwards."""

from __future__ import annotations

from collections.abc import Mapping

STANDING = ("planned", "confirmed")  # still to come, or just begun
# Pressed by mistake: missed is told to her, so it cannot be as if nothing was said.
CORRECTED: Mapping[str, str] = {"held": "missed", "missed": "held"}
