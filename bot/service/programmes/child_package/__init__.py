"""Something for a child (P16–P18): asked per child, a talk at home, a fund a worker chooses."""
