"""The faces of a photo: the panel, a card for each, and its controls."""
