"""A year of one municipality in one go: invented families, their people, and a clock that runs."""
