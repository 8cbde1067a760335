"""Speed and memory of the line beside two plain bots, against the same fake in the same run.

`make bench` prints one table; `make bench ARGS="--only turns"` one part of it. The simulated
parents and the fake of Telegram live in this process, each bot in its own, so that a bot's CPU
time is its own. Runs of the bots take turns, because a machine is never equally busy twice.

`make bench-language` is another table: what the readers of typed answers, the danger matcher and
the reading level make of the test sets, beside dateparser, rapidfuzz and textstat.
"""
