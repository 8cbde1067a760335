"""Coaching (P01): who takes part, one small goal at a time, and how it goes after three months."""
