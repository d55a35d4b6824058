"""Training: recipe, data, loop (needs the extra `train`)."""
