"""Open pages hear that something changed; what changed they fetch themselves."""
