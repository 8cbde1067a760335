"""The ideas box (P11): a parent leaves an idea, the coordinator reads it, one line goes back."""
