"""The pages on which the tandem acts: write, call, hand over, close."""
