"""The durability proof: the real process is killed while simulated parents answer.

`tests/crash/test_kills.py` is the small run of `make test`; `python -m tests.crash` (that is
`make campaign`) the full one. What must hold is counted twice: by what the parents saw, and by
what lies in the database, opened with the vault.
"""
