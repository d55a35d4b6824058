"""How good restorations are: scores against the truth, the run that collects them, and what is shown of it."""
