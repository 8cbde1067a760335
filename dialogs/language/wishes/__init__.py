"""What she may wish in every step, and what cannot be asked for in a chat."""
