"""The town's own systems hear that a handoff is there: its code and a moment, nothing of hers."""
