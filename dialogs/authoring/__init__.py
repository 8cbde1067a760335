"""What coordinators write, checked and turned into scripts and municipalities."""
