"""The running service: channels, pages, time, network and processes."""
