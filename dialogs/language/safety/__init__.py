"""Danger in what a parent types: `assess(text, rules)` → `Signal` or None. Pure, about 1 ms.

A safety net, not a triage: it never says that there is no danger. The words belong to
professionals and stand in `dialogs/safety/*.yaml`; `dialogs/authoring/safety.py` reads them.
"""

from dialogs.language.safety.assess import assess
from dialogs.language.safety.rules import Exclusion, Rule, Rules
from dialogs.language.safety.signal import CATEGORIES, Signal, Tier

__all__ = ["CATEGORIES", "Exclusion", "Rule", "Rules", "Signal", "Tier", "assess"]
