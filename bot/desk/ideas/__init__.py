"""The ideas box at the desk, for the coordinator."""
