"""The models to choose from, and the card of each."""
