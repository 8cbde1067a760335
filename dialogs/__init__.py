"""The conversation: a pure engine, and the scripts that coordinators edit."""
