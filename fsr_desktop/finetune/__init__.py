"""Fine-tuning ("Teach a model" in the window): the page that asks for photos, shows the run and its result."""
