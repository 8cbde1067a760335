"""*Raadsbrief*: the half-yearly letter to the council, for the coordinator."""
