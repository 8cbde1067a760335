"""The only package that knows SQL: tables, transactions, and the vault for private text."""
