"""The rules for what a parent reads (domain.md §6) and for how a script holds together."""
