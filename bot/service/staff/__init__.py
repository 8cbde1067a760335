"""What people of the tandem do for a family besides talks: write, promise, hand over, close."""
