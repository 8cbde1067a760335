"""The page on which the tandem arranges childcare: route, days, steps, a place."""
