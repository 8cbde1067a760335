"""The page on which the tandem arranges something for a child: a talk, a fund, how it ended."""
