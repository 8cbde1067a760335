"""Days and times as Dutch parents type them → one value, or None for "ask again".

The line of reading: `plain` (text → tokens, typos allowed) → rules of `days`, `clock` and `weeks`
that put marks (`found`) → `answer` (what was taken back, what is in doubt) → `moments`.
"""

from dialogs.language.when.moments import read_birthdate, read_date, read_moment, read_time

__all__ = ["read_birthdate", "read_date", "read_moment", "read_time"]
