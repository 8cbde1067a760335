"""The tandem's desk: web pages on which two people see and help one family."""
