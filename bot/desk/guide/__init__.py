"""*Schrijfwijzer*: stress-sensitive writing for everybody who works here, and a field to try."""
