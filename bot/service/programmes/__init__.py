"""What is asked of a programme for a family: a package, a fund, a breakthrough. People decide."""
