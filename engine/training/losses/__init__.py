"""The terms of a training loss (needs the extra `train`)."""
