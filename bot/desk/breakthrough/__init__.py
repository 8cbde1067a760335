"""A breakthrough on the desk: asking for it, deciding about it, and the ledger."""
