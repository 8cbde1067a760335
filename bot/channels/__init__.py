"""The ways to reach people; each is one adapter, and none knows another."""
