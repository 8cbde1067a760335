"""Signals of early arrears on the desk: bring them in, print a letter, note what came of it."""
