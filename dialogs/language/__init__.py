"""What a parent types → a value, or nothing: pure, offline and deterministic."""
