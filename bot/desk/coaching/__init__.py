"""The page on which the tandem coaches: the small goal of this week, and how many take part."""
