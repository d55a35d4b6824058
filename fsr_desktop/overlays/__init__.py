"""The panel that chooses overlays: their groups, layers, steps and bars."""
