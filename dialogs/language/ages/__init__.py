"""Ages of children as they are typed."""

from dialogs.language.ages.read import OLDEST, Age, read_ages

__all__ = ["OLDEST", "Age", "read_ages"]
