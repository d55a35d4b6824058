"""Painters of overlays: what a model says about a face, drawn over it."""
