"""Baby packages (P14): asked by a parent or from outside, given and posted by her people."""
