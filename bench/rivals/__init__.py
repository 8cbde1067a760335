"""Plain bots as a tutorial would have them, to compare with."""
