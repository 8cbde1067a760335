"""Coaching (P01): who takes part, one small goal at a time, and after some months how it goes."""
