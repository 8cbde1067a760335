"""A typed answer → the choice or choices it means. A wrong guess is worse than asking."""

from __future__ import annotations

from dialogs.language.choices.more_choices import read_choices
from dialogs.language.choices.one_choice import read_choice
from dialogs.language.choices.options import Known

__all__ = ["Known", "read_choice", "read_choices"]
