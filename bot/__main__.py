"""`python -m bot` and the `stapje` command."""

from __future__ import annotations


def main() -> None:
    """Run the command line."""
    from bot.cli import app  # keeps importing this module free

    app()


if __name__ == "__main__":
    main()
