"""The half-yearly letter to the council: asked of the ledger, told in Dutch, written down."""
