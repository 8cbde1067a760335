"""A breakthrough: the tandem asks, the escalation officer decides, the ledger counts (P15)."""
