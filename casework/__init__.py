"""What the municipality knows and decides: pure rules on frozen dataclasses."""
