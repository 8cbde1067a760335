"""A colleague's own calendar: a secret address that calendar programs fetch again and again."""
