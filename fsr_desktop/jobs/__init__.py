"""What the engine works on: the list of jobs."""
