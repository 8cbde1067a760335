"""The line: intake, turns, effects, outbox and reminders, whatever the channel."""
