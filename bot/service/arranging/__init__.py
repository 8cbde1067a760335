"""What is arranged with a family step by step: childcare."""
